import { describe, expect, it, vi } from 'vitest';
import type { Viewport } from '../../session/session-store.ts';
import { createViewGlide } from './glide-view.ts';
import { isSameView, sharedView, viewBetween } from './shared-view.ts';

const SIZE = { width: 800, height: 600 };

describe('the view of another person', () => {
  it('is the same in a window of the same size', () => {
    const theirs: Viewport = { x: -120, y: 40, zoom: 0.5 };
    const told = { x: (400 - theirs.x) / 0.5, y: (300 - theirs.y) / 0.5, zoom: 0.5, width: 1600, height: 1200 };
    expect(isSameView(sharedView(told, SIZE), theirs)).toBe(true);
  });

  it('in another window shows all they see, in the middle', () => {
    const { x, y, zoom } = sharedView({ x: 0, y: 0, zoom: 1, width: 1600, height: 600 }, SIZE);
    expect({ x, y, zoom }).toEqual({ x: 400, y: 300, zoom: 0.5 });
  });

  it('keeps to the limits of the zoom, whatever is claimed', () => {
    expect(sharedView({ x: 0, y: 0, zoom: 1, width: 1, height: 1 }, SIZE).zoom).toBe(8);
    expect(sharedView({ x: 0, y: 0, zoom: 1, width: 900_000, height: 1 }, SIZE).zoom).toBe(0.05);
  });

  it('is reached through views in between that start and end exactly', () => {
    const [from, to]: [Viewport, Viewport] = [
      { x: 0, y: 0, zoom: 1 },
      { x: -500, y: 200, zoom: 0.25 },
    ];
    expect(isSameView(viewBetween(from, to, { share: 0, size: SIZE }), from)).toBe(true);
    expect(isSameView(viewBetween(from, to, { share: 1, size: SIZE }), to)).toBe(true);
    expect(viewBetween(from, to, { share: 0.5, size: SIZE }).zoom).toBe(0.5);
  });
});

describe('gliding', () => {
  it('comes nearer with each frame, ends exactly, and rests then', () => {
    let view: Viewport = { x: 0, y: 0, zoom: 1 };
    const frames: ((now: number) => void)[] = [];
    const shown = vi.fn<(next: Viewport) => void>((next) => (view = next));
    const glide = createViewGlide({
      view: () => view,
      size: () => SIZE,
      show: shown,
      onFrame: (step) => {
        frames.push(step);
        return () => void frames.splice(frames.indexOf(step), 1);
      },
    });
    const target = { x: 640, y: 0, zoom: 1 };
    glide.to(target);
    let [now, before] = [0, 0];
    while (frames.length > 0 && now < 5_000) {
      for (const step of frames.splice(0)) step((now += 16));
      expect(view.x).toBeGreaterThan(before);
      before = view.x;
    }
    expect(view).toEqual(target);
    expect(shown.mock.calls.length).toBeGreaterThan(5);
    glide.to({ x: 0, y: 0, zoom: 1 });
    glide.stop();
    expect(frames).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchLongPress } from './long-press.ts';

const finger = (type: string, at: { x: number; y: number }, pointerId = 1): PointerEvent =>
  new PointerEvent(type, {
    pointerId,
    isPrimary: pointerId === 1,
    pointerType: 'touch',
    clientX: at.x,
    clientY: at.y,
    bubbles: true,
  });

describe('a long press', () => {
  const surface = document.createElement('div');
  const held = vi.fn<(event: PointerEvent) => void>();
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    held.mockClear();
    stop = watchLongPress(surface, held);
    surface.dispatchEvent(finger('pointerdown', { x: 40, y: 50 }));
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('is a finger that stays, give or take its trembling', () => {
    surface.dispatchEvent(finger('pointermove', { x: 43, y: 48 }));
    vi.advanceTimersByTime(1_000);
    expect(held).toHaveBeenCalledTimes(1);
    expect(held.mock.calls[0]?.[0].clientX).toBe(40);
  });

  it.each([
    ['moves', () => finger('pointermove', { x: 80, y: 50 })],
    ['is lifted', () => finger('pointerup', { x: 40, y: 50 })],
    ['is joined by another', () => finger('pointerdown', { x: 90, y: 90 }, 2)],
  ])('is none when the finger %s', (_, event) => {
    surface.dispatchEvent(event());
    vi.advanceTimersByTime(1_000);
    expect(held).not.toHaveBeenCalled();
  });

  it('is not watched for any more once stopped', () => {
    stop();
    vi.advanceTimersByTime(1_000);
    expect(held).not.toHaveBeenCalled();
  });
});

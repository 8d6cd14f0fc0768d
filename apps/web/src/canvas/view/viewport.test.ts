import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centreOn,
  farFactor,
  fitTo,
  MAX_ZOOM,
  MIN_ZOOM,
  reveal,
  toCanvas,
  toScreen,
  viewBox,
  zoomAt,
} from './viewport.ts';

const size = { width: 800, height: 600 };
const number = fc.integer({ min: -5_000, max: 5_000 });
const viewport = fc.record({ x: number, y: number, zoom: fc.double({ min: 0.05, max: 4, noNaN: true }) });
const point = fc.record({ left: number, top: number });

describe('viewport', () => {
  it('finds the canvas point under a screen point and back', () => {
    fc.assert(
      fc.property(viewport, point, (view, at) => {
        const back = toScreen(view, toCanvas(view, at));
        expect(back.left).toBeCloseTo(at.left, 6);
        expect(back.top).toBeCloseTo(at.top, 6);
      }),
    );
  });

  it('keeps the point under the pointer in place while zooming', () => {
    fc.assert(
      fc.property(viewport, point, fc.double({ min: 0.01, max: 10, noNaN: true }), (view, at, zoom) => {
        const before = toCanvas(view, at);
        const next = zoomAt(view, at, zoom);
        const after = toCanvas(next, at);
        expect(after.x).toBeCloseTo(before.x, 4);
        expect(after.y).toBeCloseTo(before.y, 4);
        expect(next.zoom).toBeGreaterThanOrEqual(MIN_ZOOM);
        expect(next.zoom).toBeLessThanOrEqual(MAX_ZOOM);
      }),
    );
  });

  it('fits a large box into view and never enlarges a small one', () => {
    const large = { x: -500, y: 200, width: 3_000, height: 900 };
    const shown = viewBox(fitTo(large, size), size);
    expect(shown.x).toBeLessThan(large.x);
    expect(shown.x + shown.width).toBeGreaterThan(large.x + large.width);
    expect(shown.y).toBeLessThan(large.y);
    expect(shown.y + shown.height).toBeGreaterThan(large.y + large.height);
    expect(fitTo({ x: 0, y: 0, width: 10, height: 10 }, size).zoom).toBe(1);
  });

  it('enlarges signs only from afar, in steps', () => {
    expect([4, 1, 0.7, 0.35, 0.34, 0.05].map(farFactor)).toEqual([1, 1, 1, 2, 2, 4]);
  });

  it('puts a point in the middle', () => {
    const view = centreOn({ x: 0, y: 0, zoom: 2 }, { x: 100, y: 50 }, size);
    expect(toScreen(view, { x: 100, y: 50 })).toEqual({ left: 400, top: 300 });
  });

  it('moves the view only when something is outside, and then just enough', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(reveal(view, { x: 300, y: 300, width: 100, height: 60 }, size)).toBe(view);
    expect(reveal(view, { x: 900, y: 300, width: 100, height: 60 }, size)).toEqual({ x: -232, y: 0, zoom: 1 });
    expect(reveal(view, { x: -100, y: 300, width: 100, height: 60 }, size).x).toBe(132);
  });
});

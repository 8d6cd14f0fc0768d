import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ZOOM, MIN_ZOOM } from '../view/viewport.ts';
import { dotGrid } from './dot-grid.ts';

const views = fc.record({
  x: fc.integer({ min: -100_000, max: 100_000 }),
  y: fc.integer({ min: -100_000, max: 100_000 }),
  zoom: fc.double({ min: MIN_ZOOM, max: MAX_ZOOM, noNaN: true }),
});

describe('dotGrid', () => {
  it('has a dot where the grid of the canvas has a line, and begins within one gap before the view', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { gap, x, y } = dotGrid(view);
        for (const [begin, offset] of [
          [x, view.x],
          [y, view.y],
        ] as const) {
          expect(begin).toBeGreaterThanOrEqual(-gap);
          expect(begin).toBeLessThanOrEqual(0);
          const steps = (begin + gap / 2 - offset) / gap;
          expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-6);
        }
      }),
    );
  });

  it('keeps dots apart on screen, and makes each larger where there are fewer', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { gap, radius } = dotGrid(view);
        expect(gap).toBeGreaterThanOrEqual(14);
        expect(radius * 2).toBeLessThan(gap / 4);
      }),
    );
    expect(dotGrid({ x: 0, y: 0, zoom: 1 })).toEqual({ gap: 20, radius: 0.7, x: -10, y: -10 });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxBetween, HANDLES, resizeBox, smallestSize } from './resize-box.ts';

const box = { x: 100, y: 100, width: 200, height: 120 };

describe('resizeBox', () => {
  it('moves the dragged sides to the grid and leaves the others', () => {
    expect(resizeBox(box, { handle: 'se', by: { x: 33, y: -18 }, kind: 'process', snapped: true })).toEqual({
      x: 100,
      y: 100,
      width: 230,
      height: 100,
    });
    expect(resizeBox(box, { handle: 'nw', by: { x: -33, y: 18 }, kind: 'process', snapped: false })).toEqual({
      x: 67,
      y: 118,
      width: 233,
      height: 102,
    });
  });

  it('keeps the far side in place and never gets smaller than the least size', () => {
    const offset = fc.integer({ min: -2_000, max: 2_000 });
    fc.assert(
      fc.property(fc.constantFrom(...HANDLES), offset, offset, fc.boolean(), (handle, x, y, snapped) => {
        const next = resizeBox(box, { handle, by: { x, y }, kind: 'boundary', snapped });
        const least = smallestSize('boundary');
        expect(next.width).toBeGreaterThanOrEqual(least.width);
        expect(next.height).toBeGreaterThanOrEqual(least.height);
        if (!handle.includes('w')) expect(next.x).toBe(box.x);
        if (!handle.includes('n')) expect(next.y).toBe(box.y);
        if (!handle.includes('e')) expect(next.x + next.width).toBe(300);
        if (!handle.includes('s')) expect(next.y + next.height).toBe(220);
      }),
    );
  });
});

describe('boxBetween', () => {
  it('takes corners in any order', () => {
    expect(boxBetween({ x: 5, y: 9 }, { x: 1, y: 2 })).toEqual({ x: 1, y: 2, width: 4, height: 7 });
  });
});

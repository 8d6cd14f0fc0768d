import type { BoundaryShape } from '@strideboard/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cornerIndex, cornersOf, outlineThrough, reshaped, simplified } from './outline.ts';

const place = fc.record({ x: fc.integer({ min: -5000, max: 5000 }), y: fc.integer({ min: -5000, max: 5000 }) });
const BOX = { x: 100, y: 200, width: 400, height: 300 };

describe('outlines of boundaries', () => {
  it('come back within a pixel in a thousand of their size', () => {
    fc.assert(
      fc.property(fc.array(place, { minLength: 3, maxLength: 30 }), (corners) => {
        const { box, shape } = outlineThrough(corners, { kind: 'poly', curve: 'smooth' });
        const back = cornersOf({ kind: 'boundary', shape }, box);
        expect(back).toHaveLength(corners.length);
        back.forEach((corner, at) => {
          expect(Math.abs(corner.x - (corners[at]?.x ?? 0))).toBeLessThanOrEqual(Math.max(1, box.width / 1000));
          expect(Math.abs(corner.y - (corners[at]?.y ?? 0))).toBeLessThanOrEqual(Math.max(1, box.height / 1000));
        });
      }),
    );
  });

  it('of a straight line have an area all the same', () => {
    const corners = [
      { x: 0, y: 50 },
      { x: 300, y: 50 },
    ];
    expect(outlineThrough(corners, { kind: 'line', curve: 'straight' }).box).toEqual({
      x: 0,
      y: 50,
      width: 300,
      height: 10,
    });
  });

  it('of a box become its corners, or a line through its middle', () => {
    const box: BoundaryShape = { kind: 'box' };
    expect(reshaped({ kind: 'boundary', shape: box }, BOX, 'poly')).toMatchObject({
      box: BOX,
      shape: { kind: 'poly', curve: 'straight' },
    });
    const line = reshaped({ kind: 'boundary', shape: box }, BOX, 'line');
    expect(line.box).toMatchObject({ x: 100, y: 350, width: 400 });
  });

  it('of a line of two corners become a free form of three', () => {
    const { box, shape } = outlineThrough(
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
      ],
      { kind: 'line', curve: 'smooth' },
    );
    expect(reshaped({ kind: 'boundary', shape }, box, 'poly').shape.points).toHaveLength(3);
  });

  it('take a new corner in the piece that is nearest', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
      { x: 0, y: 100 },
    ];
    expect(cornerIndex(square, true, { x: 50, y: 2 })).toBe(1);
    expect(cornerIndex(square, true, { x: 1, y: 50 })).toBe(4);
    expect(cornerIndex(square, false, { x: 50, y: 99 })).toBe(3);
  });

  it('drawn by hand keep their ends and no corner that bends nothing', () => {
    const way = Array.from({ length: 50 }, (_, at) => ({ x: at * 10, y: at === 25 ? 90 : 0 }));
    const kept = simplified(way, 8);
    expect(kept[0]).toEqual(way[0]);
    expect(kept.at(-1)).toEqual(way.at(-1));
    expect(kept).toContainEqual({ x: 250, y: 90 });
    expect(kept.length).toBeLessThan(8);
  });
});

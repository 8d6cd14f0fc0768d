import type { Box } from '@strideboard/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, ALIGNMENTS, distribute } from './align.ts';

const boxes = new Map<string, Box>([
  ['a', { x: 0, y: 0, width: 100, height: 40 }],
  ['b', { x: 250, y: 30, width: 60, height: 80 }],
  ['c', { x: 400, y: 100, width: 200, height: 60 }],
]);

describe('align', () => {
  it('brings edges and middles together and names only what moves', () => {
    expect(Object.fromEntries(align(boxes, 'left'))).toEqual({ b: { x: 0, y: 30 }, c: { x: 0, y: 100 } });
    expect(Object.fromEntries(align(boxes, 'right'))).toEqual({ a: { x: 500, y: 0 }, b: { x: 540, y: 30 } });
    expect(Object.fromEntries(align(boxes, 'middle'))).toEqual({
      a: { x: 0, y: 60 },
      b: { x: 250, y: 40 },
      c: { x: 400, y: 50 },
    });
  });

  it('has nothing left to do when done once, but for the rounding of middles', () => {
    const box = fc.record({ x: fc.nat(900), y: fc.nat(900), width: fc.nat(200), height: fc.nat(200) });
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 8 }), fc.constantFrom(...ALIGNMENTS), (list, to) => {
        const before = new Map(list.map((each, at) => [at, each]));
        const placed = align(before, to);
        const after = new Map([...before].map(([id, each]) => [id, { ...each, ...placed.get(id) }]));
        const distances = [...align(after, to)].map(([id, { x, y }]) => {
          const at = after.get(id)!;
          return Math.abs(x - at.x) + Math.abs(y - at.y);
        });
        expect(Math.max(0, ...distances)).toBeLessThanOrEqual(to === 'centre' || to === 'middle' ? 1 : 0);
      }),
    );
  });
});

describe('distribute', () => {
  it('leaves equal gaps and the outermost where they are', () => {
    expect(Object.fromEntries(distribute(boxes, 'across'))).toEqual({ b: { x: 220, y: 30 } });
    expect(Object.fromEntries(distribute(boxes, 'down'))).toEqual({});
    const lower = new Map(boxes).set('c', { x: 400, y: 200, width: 200, height: 60 });
    expect(Object.fromEntries(distribute(lower, 'down'))).toEqual({ b: { x: 250, y: 80 } });
  });

  it('needs three', () => {
    expect(distribute(new Map([...boxes].slice(0, 2)), 'across').size).toBe(0);
  });
});

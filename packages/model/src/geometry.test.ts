import { describe, expect, it } from 'vitest';
import { centreOf, encloses, grown, holdsPoint, isSameBox, overlaps, segmentsMeet, unionOf } from './geometry.ts';

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const point = (x: number, y: number) => ({ x, y });

describe('boxes', () => {
  it('enclose what lies inside, touching edges included', () => {
    expect(encloses(box(0, 0, 10, 10), box(0, 0, 10, 10))).toBe(true);
    expect(encloses(box(0, 0, 10, 10), box(1, 1, 9, 10))).toBe(false);
  });

  it('overlap when they share an area or an edge', () => {
    expect(overlaps(box(0, 0, 10, 10), box(10, 0, 5, 5))).toBe(true);
    expect(overlaps(box(0, 0, 10, 10), box(11, 0, 5, 5))).toBe(false);
  });

  it('hold points up to their edges and have a centre', () => {
    expect([holdsPoint(box(0, 0, 4, 4), point(4, 0)), holdsPoint(box(0, 0, 4, 4), point(4.1, 0))]).toEqual([
      true,
      false,
    ]);
    expect(centreOf(box(10, 20, 5, 4))).toEqual({ x: 12.5, y: 22 });
  });

  it('grow on each side, and are the same only in place and size', () => {
    expect(grown(box(1, 2, 3, 4), 5)).toEqual(box(-4, -3, 13, 14));
    expect(grown(grown(box(1, 2, 3, 4), 5), -5)).toEqual(box(1, 2, 3, 4));
    expect(isSameBox(box(1, 2, 3, 4), { ...box(1, 2, 3, 4) })).toBe(true);
    for (const field of ['x', 'y', 'width', 'height'])
      expect(isSameBox(box(1, 2, 3, 4), { ...box(1, 2, 3, 4), [field]: 9 })).toBe(false);
  });

  it('unite to the smallest box around them, and to nothing for none', () => {
    expect(unionOf([box(0, 0, 2, 2), box(-5, 1, 1, 9)])).toEqual(box(-5, 0, 7, 10));
    expect(unionOf([])).toBeNull();
  });
});

describe('segments', () => {
  it.each([
    ['cross', [0, 0, 10, 10, 0, 10, 10, 0], true],
    ['touch at an end', [0, 0, 10, 0, 10, 0, 20, 5], true],
    ['lie on one line and share a piece', [0, 0, 10, 0, 5, 0, 15, 0], true],
    ['lie on one line apart', [0, 0, 4, 0, 5, 0, 15, 0], false],
    ['run side by side', [0, 0, 10, 0, 0, 1, 10, 1], false],
    ['would meet only if longer', [0, 0, 1, 1, 5, 0, 0, 5], false],
  ] as const)('that %s', (_, [a, b, c, d, e, f, g, h], expected) => {
    expect(segmentsMeet(point(a, b), point(c, d), point(e, f), point(g, h))).toBe(expected);
    expect(segmentsMeet(point(g, h), point(e, f), point(c, d), point(a, b))).toBe(expected);
  });
});

import type { Box } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { fits, type Region, regionFor } from './visible.ts';

const view = { x: 0, y: 0, width: 1_000, height: 600 };
const empty = { holdsMoreThan: () => false };
/** As many items as told on each million square px. */
const crowded = (items: number) => ({
  holdsMoreThan: ({ width, height }: Box, count: number) => (width * height * items) / 1e6 > count,
});
const drawn = (box: Box): Region => ({ box, drawn: true });

describe('regionFor', () => {
  it('reaches half a view beyond each side', () => {
    expect(regionFor(null, view, empty)).toEqual({
      box: { x: -500, y: -300, width: 2_000, height: 1_200 },
      drawn: false,
    });
  });

  it('reaches less far where much is around, before anything is drawn on a canvas', () => {
    const region = regionFor(null, view, crowded(100));
    expect(region.drawn).toBe(false);
    expect(region.box.width).toBeLessThan(1_300);
    expect(fits(region, view)).toBe(true);
  });

  it('is drawn where the page could not hold it, and until it is a good deal less', () => {
    const region = regionFor(null, view, crowded(250));
    expect(region).toEqual({ box: { x: -500, y: -300, width: 2_000, height: 1_200 }, drawn: true });
    expect(regionFor(region, view, crowded(200)).drawn).toBe(true);
    expect(regionFor(null, view, crowded(180)).drawn).toBe(false);
    expect(regionFor(region, view, crowded(100)).drawn).toBe(false);
  });
});

describe('fits', () => {
  it('stays while the view moves inside, and not when it leaves', () => {
    const region = regionFor(null, view, empty);
    expect(fits(region, { ...view, x: 400 })).toBe(true);
    expect(fits(region, { ...view, x: 600 })).toBe(false);
  });

  it('ends after zooming far in, sooner where it is drawn', () => {
    const { box } = regionFor(null, view, empty);
    const closer = { x: 0, y: 0, width: 600, height: 360 };
    expect(fits({ box, drawn: false }, closer)).toBe(true);
    expect(fits({ box, drawn: false }, { x: 0, y: 0, width: 200, height: 120 })).toBe(false);
    expect(fits(drawn(box), { ...closer, width: 900 })).toBe(true);
    expect(fits(drawn(box), closer)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { regionFor } from './visible.ts';

const view = { x: 0, y: 0, width: 1_000, height: 600 };

describe('regionFor', () => {
  it('reaches half a view beyond each side', () => {
    expect(regionFor(null, view)).toEqual({ x: -500, y: -300, width: 2_000, height: 1_200 });
  });

  it('stays while the view moves inside it, and follows when it leaves', () => {
    const region = regionFor(null, view);
    expect(regionFor(region, { ...view, x: 400 })).toBe(region);
    expect(regionFor(region, { ...view, x: 600 })).toEqual({ x: 100, y: -300, width: 2_000, height: 1_200 });
  });

  it('shrinks after zooming far in', () => {
    const region = regionFor(null, view);
    expect(regionFor(region, { x: 0, y: 0, width: 600, height: 360 })).toBe(region);
    expect(regionFor(region, { x: 0, y: 0, width: 200, height: 120 }).width).toBe(400);
  });
});

import { describe, expect, it } from 'vitest';
import { snapOffset, snapPoint } from './grid-snap.ts';

describe('grid', () => {
  it('takes the nearest grid point', () => {
    expect(snapPoint({ x: 14, y: 15.2 })).toEqual({ x: 10, y: 20 });
  });

  it('turns an offset into one that ends on the grid, even from off the grid', () => {
    expect(snapOffset({ x: 3, y: 10 }, { x: 20, y: 4 })).toEqual({ x: 17, y: 0 });
  });
});

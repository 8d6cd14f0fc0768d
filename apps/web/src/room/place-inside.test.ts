import { encloses } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { placeInside } from './place-inside.ts';

const boundary = { x: 100, y: 100, width: 400, height: 300 };

describe('placeInside', () => {
  it('leaves what already lies inside where it is', () => {
    expect(placeInside({ x: 105, y: 105, width: 160, height: 60 }, boundary)).toEqual({ x: 105, y: 105 });
  });

  it('brings what lies outside to the nearest place inside', () => {
    const box = { x: 900, y: -50, width: 160, height: 60 };
    const at = placeInside(box, boundary);
    expect(at).toEqual({ x: 324, y: 136 });
    expect(encloses(boundary, { ...box, ...at })).toBe(true);
  });

  it('puts what is too large at the corner', () => {
    expect(placeInside({ x: 0, y: 0, width: 900, height: 900 }, boundary)).toEqual({ x: 116, y: 136 });
  });
});

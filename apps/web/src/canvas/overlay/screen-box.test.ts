import { describe, expect, it } from 'vitest';
import { edgePoint } from './edge-point.ts';
import { screenBox } from './screen-box.ts';

describe('screenBox', () => {
  it('scales and shifts', () => {
    expect(screenBox({ x: 10, y: -5, zoom: 2 }, { x: 1, y: 2, width: 3, height: 4 })).toEqual({
      left: 12,
      top: -1,
      width: 6,
      height: 8,
    });
  });
});

describe('edgePoint', () => {
  const box = { x: 0, y: 0, width: 100, height: 40 };

  it('leaves through the side that faces the other box', () => {
    expect(edgePoint(box, { x: 200, y: 0, width: 100, height: 40 })).toEqual({ x: 100, y: 20 });
    expect(edgePoint(box, { x: 0, y: -240, width: 100, height: 40 })).toEqual({ x: 50, y: 0 });
  });

  it('has no side to leave through towards itself', () => {
    expect(edgePoint(box, box)).toEqual({ x: 50, y: 20 });
  });
});

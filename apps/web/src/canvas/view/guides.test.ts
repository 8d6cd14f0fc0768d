import { describe, expect, it } from 'vitest';
import { fitToGuides } from './guides.ts';

const box = (x: number, y: number, width = 100, height = 40) => ({ x, y, width, height });

describe('fitToGuides', () => {
  it('lines edges and middles up with the nearest other within reach', () => {
    expect(fitToGuides(box(203, 97), [box(200, 0)], 5)).toMatchObject({ dx: -3, dy: null });
    expect(fitToGuides(box(262, 200, 60), [box(240, 0)], 5)).toMatchObject({ dx: -2 });
    expect(fitToGuides(box(500, 3), [box(200, 0)], 5)).toMatchObject({ dx: null, dy: -3 });
  });

  it('draws the line along what it joins', () => {
    const { lines } = fitToGuides(box(203, 100), [box(200, 0)], 5);
    expect(lines).toEqual([{ from: { x: 200, y: -8 }, to: { x: 200, y: 148 } }]);
  });

  it('leaves alone what is near nothing', () => {
    expect(fitToGuides(box(520, 320), [box(200, 0)], 5)).toEqual({ dx: null, dy: null, lines: [] });
  });
});

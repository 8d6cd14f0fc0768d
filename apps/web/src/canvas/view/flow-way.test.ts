import type { SceneFlow } from '@strideboard/render';
import { describe, expect, it } from 'vitest';
import { cornersOf, insertionIndex, labelPlaceAt, withoutIdle } from './flow-way.ts';

const at = (x: number, y: number) => ({ x, y });
const way = {
  points: [at(0, 0), at(90, 2), at(100, 10), at(100, 100)],
  waypoints: [at(100, 0)],
} as unknown as SceneFlow; // only its way matters

describe('bending a flow', () => {
  it('puts a new corner into the piece of the way that was taken hold of', () => {
    const corners = cornersOf(way);
    expect(corners).toEqual([at(0, 0), at(100, 0), at(100, 100)]);
    expect(insertionIndex(corners, at(40, 3))).toBe(0);
    expect(insertionIndex(corners, at(98, 60))).toBe(1);
  });

  it('drops corners that bend nothing', () => {
    expect(withoutIdle(at(0, 0), [at(50, 3), at(100, 0), at(100, 50)], at(100, 100))).toEqual([at(100, 0)]);
    expect(withoutIdle(at(0, 0), [at(50, 30)], at(100, 0))).toEqual([at(50, 30)]);
  });
});

describe('sliding a label', () => {
  const line = [at(0, 0), at(200, 0)];

  it('keeps it on the line while the pointer is near', () => {
    expect(labelPlaceAt(line, at(50, 12))).toEqual({ along: 250, dx: 0, dy: 0 });
    expect(labelPlaceAt(line, at(-40, 5))).toEqual({ along: 0, dx: -40, dy: 5 });
  });

  it('lets it stand beside the line when it is pulled away', () => {
    expect(labelPlaceAt(line, at(100, 60))).toEqual({ along: 500, dx: 0, dy: 60 });
  });
});

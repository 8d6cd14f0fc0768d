import { describe, expect, it } from 'vitest';
import { createLaserTrails, FADE_MS } from './laser-trails.ts';

describe('the trail of a laser pointer', () => {
  it('follows the pointer and fades within a second', () => {
    const trails = createLaserTrails();
    trails.point('bo', { x: 0, y: 0, at: 0 });
    trails.point('bo', { x: 10, y: 0, at: 100 });
    expect(trails.visible(200)[0]?.points).toHaveLength(2);
    expect(trails.isMoving(200)).toBe(true);
    trails.end('bo');
    expect(trails.visible(500)[0]?.isOn).toBe(false);
    expect(trails.visible(1_100)).toEqual([]);
    expect(trails.isMoving(1_100)).toBe(false);
  });

  it('is a point that stays while the pointer rests, and asks for no frame then', () => {
    const trails = createLaserTrails();
    trails.point('bo', { x: 5, y: 5, at: 0 });
    trails.point('bo', { x: 5, y: 5, at: 50 });
    const later = 10 * FADE_MS;
    expect(trails.visible(later)).toEqual([{ id: 'bo', points: [{ x: 5, y: 5, at: 0 }], isOn: true }]);
    expect(trails.isMoving(later)).toBe(false);
  });

  it('begins anew when it is switched on again, however near', () => {
    const trails = createLaserTrails();
    trails.point('bo', { x: 0, y: 0, at: 0 });
    trails.end('bo');
    trails.point('bo', { x: 500, y: 0, at: 200 });
    expect(trails.visible(300)[0]?.points).toEqual([{ x: 500, y: 0, at: 200 }]);
  });

  it('holds a bounded number of points of each of many people', () => {
    const trails = createLaserTrails();
    for (let person = 0; person < 30; person++)
      for (let step = 0; step < 1_000; step++) trails.point(`p${person}`, { x: step, y: person, at: 100 });
    const visible = trails.visible(200);
    expect(visible).toHaveLength(30);
    expect(Math.max(...visible.map(({ points }) => points.length))).toBeLessThanOrEqual(120);
    expect(visible.every(({ points }) => points.at(-1)?.x === 999)).toBe(true);
  });
});

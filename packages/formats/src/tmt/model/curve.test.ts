import { describe, expect, it } from 'vitest';
import { sampleCurve } from './curve.ts';

describe('sampleCurve', () => {
  it('goes through the handle halfway, so it bends twice as far as a curve that is pulled towards it', () => {
    const points = sampleCurve({ from: [0, 0], handle: [50, 50], to: [100, 0] });
    expect(points).toHaveLength(16);
    expect([points[0], points[15]]).toEqual([
      [0, 0],
      [100, 0],
    ]);
    expect(Math.max(...points.map(([, y]) => y))).toBeGreaterThan(49);
  });

  it('is two points where the handle lies on the straight line', () => {
    expect(sampleCurve({ from: [0, 0], handle: [50, 50.3], to: [100, 100] })).toEqual([
      [0, 0],
      [100, 100],
    ]);
  });

  it('bends where both ends are one point, or the handle lies beyond an end', () => {
    expect(sampleCurve({ from: [0, 0], handle: [10, 0], to: [0, 0] })).toHaveLength(16);
    expect(sampleCurve({ from: [0, 0], handle: [20, 0], to: [10, 0] })).toHaveLength(16);
  });
});

import { elementId } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { gateShape, headShape } from './flow-shapes.ts';

describe('flow shapes', () => {
  it('draws a head behind its tip', () => {
    expect(headShape({ x: 100, y: 50, angle: 0 })).toBe('M100 50L90 45.5L90 54.5Z');
    expect(headShape({ x: 0, y: 0, angle: 90 })).toBe('M0 0L4.5 -10L-4.5 -10Z');
  });

  it('draws the two posts of a gate across the flow', () => {
    expect(gateShape({ boundary: elementId('b'), x: 0, y: 0, angle: 0 })).toBe('M-2.5 -6L-2.5 6M2.5 -6L2.5 6');
  });
});

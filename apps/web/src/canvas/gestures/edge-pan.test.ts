import { describe, expect, it } from 'vitest';
import { edgeStep } from './edge-pan.ts';

const size = { width: 800, height: 600 };

describe('edgeStep', () => {
  it('moves the view towards the edge the pointer is near', () => {
    expect(edgeStep({ left: 5, top: 300 }, size)?.left).toBeGreaterThan(0);
    expect(edgeStep({ left: 795, top: 300 }, size)?.left).toBeLessThan(0);
    expect(edgeStep({ left: 400, top: 599 }, size)?.top).toBeLessThan(0);
  });

  it('leaves the view alone away from the edges', () => {
    expect(edgeStep({ left: 400, top: 300 }, size)).toBeNull();
  });
});

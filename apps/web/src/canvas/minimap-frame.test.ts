import { describe, expect, it } from 'vitest';
import { minimapFrame } from './minimap-frame.ts';

const size = { width: 164, height: 98 };

describe('minimapFrame', () => {
  it('shows the whole diagram in the middle', () => {
    const bounds = { x: -500, y: 100, width: 2_960, height: 800 };
    const frame = minimapFrame(bounds, size)!;
    expect(bounds.x * frame.scale + frame.x).toBeCloseTo(8, 6);
    expect((bounds.x + bounds.width) * frame.scale + frame.x).toBeCloseTo(156, 6);
    expect((bounds.y + bounds.height / 2) * frame.scale + frame.y).toBeCloseTo(49, 6);
  });

  it('does not blow up a single element, and has nothing to show of nothing', () => {
    expect(minimapFrame({ x: 0, y: 0, width: 160, height: 60 }, size)?.scale).toBe(0.14);
    expect(minimapFrame(null, size)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { clearFrame, revealClear } from './clear-view.ts';

const size = { width: 1000, height: 700 };
const view = { x: 0, y: 0, zoom: 1 };
const sheet = { x: 0, y: 300, width: 1000, height: 400 };
const panel = { x: 0, y: 0, width: 232, height: 700 };
const minimap = { x: 12, y: 590, width: 164, height: 98 };

describe('clearFrame', () => {
  it('leaves out panels along the edges and keeps what floats', () => {
    expect(clearFrame(size, [])).toEqual({ x: 0, y: 0, ...size });
    expect(clearFrame(size, [panel, minimap])).toEqual({ x: 232, y: 0, width: 768, height: 700 });
    expect(clearFrame(size, [sheet])).toEqual({ x: 0, y: 0, width: 1000, height: 300 });
  });

  it('is the whole canvas where panels leave next to nothing', () => {
    expect(clearFrame(size, [{ x: 0, y: 40, width: 1000, height: 660 }])).toEqual({ x: 0, y: 0, ...size });
  });
});

describe('revealClear', () => {
  it('does not move for what is clear to see', () => {
    expect(revealClear(view, { x: 300, y: 200, width: 160, height: 60 }, { size, covers: [minimap] })).toBe(view);
  });

  it('brings out what a sheet at the foot lies over', () => {
    const { y } = revealClear(view, { x: 300, y: 500, width: 160, height: 60 }, { size, covers: [sheet] });
    expect(500 + y + 60).toBeLessThanOrEqual(300);
  });

  it('brings out what a panel at the side lies over', () => {
    const { x } = revealClear(view, { x: 40, y: 200, width: 160, height: 60 }, { size, covers: [panel] });
    expect(40 + x).toBeGreaterThanOrEqual(232);
  });

  it('moves what lies under the minimap beside it, the shortest way', () => {
    const box = { x: 60, y: 600, width: 160, height: 60 };
    const { x, y } = revealClear(view, box, { size, covers: [minimap] });
    expect({ x, y }).toEqual({ x: 0, y: -78 });
  });
});

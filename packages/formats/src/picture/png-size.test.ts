import { describe, expect, it } from 'vitest';
import { pngSize, svgSize } from './png-size.ts';

describe('pngSize', () => {
  it('doubles an ordinary drawing', () => {
    expect(pngSize({ width: 1200, height: 800 })).toEqual({ width: 2400, height: 1600, scale: 2 });
  });

  it('keeps the shape of a drawing that is too long or too large for a canvas', () => {
    for (const size of [
      { width: 40_000, height: 100 },
      { width: 100, height: 40_000 },
      { width: 12_000, height: 9_000 },
    ]) {
      const made = pngSize(size);
      expect(Math.max(made.width, made.height)).toBeLessThanOrEqual(16_384);
      expect(made.width * made.height).toBeLessThanOrEqual(64 * 1024 * 1024);
      expect(made.scale).toBeLessThan(2);
      expect(Math.abs(made.width - size.width * made.scale)).toBeLessThan(1);
      expect(Math.abs(made.height - size.height * made.scale)).toBeLessThan(1);
    }
  });

  it('never gives an image without pixels', () => {
    expect(pngSize({ width: 0, height: 0 })).toMatchObject({ width: 2, height: 2 });
    expect(pngSize({ width: 1_000_000, height: 1 }).height).toBe(1);
  });
});

describe('svgSize', () => {
  it('reads the size an SVG states', () => {
    const svg =
      '<?xml version="1.0"?>\n<svg xmlns="x" width="320" height="160.5" viewBox="0 0 1 1"><rect width="9" height="9"/></svg>';
    expect(svgSize(svg)).toEqual({ width: 320, height: 160.5 });
  });

  it('gives nothing where none is stated', () => {
    expect(svgSize('<svg viewBox="0 0 1 1"><rect width="9" height="9"/></svg>')).toBeNull();
    expect(svgSize('<svg width="0" height="5">')).toBeNull();
  });
});

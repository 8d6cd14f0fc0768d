import { describe, expect, it } from 'vitest';
import { difference, rasteriseGlyph } from '../testing/rasterise-glyph.ts';
import { glyphName, glyphPath, glyphs } from './glyphs.ts';

describe('glyphs', () => {
  it('are all different drawings', () => {
    expect(new Set(Object.values(glyphs)).size).toBe(Object.keys(glyphs).length);
  });

  it('are told apart at 16 px in one colour: at least a fifth of the ink of any two stands elsewhere', () => {
    const pictures = Object.entries(glyphs).map(([name, path]) => ({ name, ink: rasteriseGlyph(path, 16) }));
    const alike = pictures.flatMap((one, at) =>
      pictures
        .slice(at + 1)
        .map((other) => ({ pair: `${one.name} and ${other.name}`, apart: difference(one.ink, other.ink, 16) }))
        .filter(({ apart }) => !(apart >= 0.2)),
    );
    expect(alike).toEqual([]);
  });

  it('stay inside their grid with the whole stroke, and fill it', () => {
    for (const [name, path] of Object.entries(glyphs)) {
      const ink = rasteriseGlyph(path, 26, { from: -1, to: 25 });
      const edge = ink.filter((_, at) => at % 26 === 0 || at % 26 === 25 || at < 26 || at >= 26 * 25);
      expect(Math.max(...edge), name).toBe(0);
      const columns = new Set(ink.flatMap((each, at) => (each > 0.4 ? [at % 26] : [])));
      expect(columns.size, name).toBeGreaterThanOrEqual(14);
    }
  });

  it('are plain path data that starts with a move', () => {
    for (const [name, path] of Object.entries(glyphs)) {
      expect(path, name).toMatch(/^M[-MmLlHhVvCcAaZzSs0-9. ]+$/u);
      expect(path, name).not.toContain('NaN');
    }
  });

  it('fall back to the sign of the kind', () => {
    expect(glyphPath('no such glyph', 'store')).toBe(glyphs['store']);
    expect(glyphName('__proto__', 'external')).toBe('external');
    expect(glyphName(null, 'ref')).toBe('process');
  });
});

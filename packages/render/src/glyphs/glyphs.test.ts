import { describe, expect, it } from 'vitest';
import { glyphName, glyphPath, glyphs } from './glyphs.ts';

describe('glyphs', () => {
  it('are all different drawings', () => {
    expect(new Set(Object.values(glyphs)).size).toBe(Object.keys(glyphs).length);
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

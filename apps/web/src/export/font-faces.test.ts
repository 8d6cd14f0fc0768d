import { describe, expect, it } from 'vitest';
import { rangeHolds, withFonts } from './font-faces.ts';

describe('rangeHolds', () => {
  it('finds a character in any part of the range', () => {
    expect(rangeHolds('U+0000-00FF, U+131', 'kubelet')).toBe(true);
    expect(rangeHolds('U+0400-045F,U+2116', 'kubelet №')).toBe(true);
    expect(rangeHolds('U+0400-045F', 'kubelet')).toBe(false);
  });

  it('reads wildcards and the range of all characters', () => {
    expect(rangeHolds('U+4??', 'Ж')).toBe(true);
    expect(rangeHolds('', 'x')).toBe(true);
  });

  it('sees characters beyond the basic plane as one', () => {
    expect(rangeHolds('U+1F600-1F64F', '😀')).toBe(true);
    expect(rangeHolds('U+D800-DFFF', '😀')).toBe(false);
  });
});

describe('withFonts', () => {
  it('puts a style first into the drawing and leaves the rest alone', async () => {
    const svg = '<?xml version="1.0"?>\n<svg width="1" height="2">\n<text>$&amp; x</text></svg>';
    expect(await withFonts(svg, [])).toBe(
      '<?xml version="1.0"?>\n<svg width="1" height="2"><style></style>\n<text>$&amp; x</text></svg>',
    );
  });

  it('goes on without a font that cannot be fetched', async () => {
    const face = { family: 'F', url: 'data:broken', weight: '400', range: '' };
    expect(await withFonts('<svg><text>x</text></svg>', [face])).toBe('<svg><style></style><text>x</text></svg>');
  });
});

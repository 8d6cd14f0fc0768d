import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureText } from './measure-text.ts';
import { wrapText } from './wrap-text.ts';

const style = { size: 13, weight: 600 } as const;

describe('wrapText', () => {
  it('keeps a short text on one line', () => {
    expect(wrapText('API server', { ...style, width: 100, maxLines: 2 })).toEqual(['API server']);
  });

  it('breaks at spaces first and at joints of long words next', () => {
    expect(wrapText('cloud controller manager', { ...style, width: 110, maxLines: 2 })).toEqual([
      'cloud controller',
      'manager',
    ]);
    expect(wrapText('kube-controller-manager', { ...style, width: 110, maxLines: 2 })).toEqual([
      'kube-controller-',
      'manager',
    ]);
  });

  it('ends a cut text with an ellipsis', () => {
    expect(wrapText('a very long name of a very long thing', { ...style, width: 80, maxLines: 2 }).at(-1)).toMatch(
      /…$/u,
    );
  });

  it('gives nothing for nothing', () => {
    expect(wrapText(' \n\t', { ...style, width: 80, maxLines: 2 })).toEqual([]);
    expect(wrapText('text', { ...style, width: 80, maxLines: 0 })).toEqual([]);
  });

  it('never exceeds width or lines, and loses no character unless it cuts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 1, max: 4 }),
        (text, width, maxLines) => {
          const lines = wrapText(text, { ...style, width, maxLines });
          expect(lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of lines) expect(measureText(line, style)).toBeLessThanOrEqual(width);
          const bare = (value: string): string => value.replace(/[\s\p{Cc}]+/gu, '');
          const shown = bare(lines.join(''));
          if (!shown.endsWith('…')) expect(shown).toBe(bare(text));
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { measureText } from './measure-text.ts';

describe('measureText', () => {
  it('adds up the advance widths of the shipped font', () => {
    // H 744, i 248 thousandths at weight 400
    expect(measureText('Hi', { size: 10, weight: 400 })).toBeCloseTo(
      measureText('H', { size: 10, weight: 400 }) + measureText('i', { size: 10, weight: 400 }),
      1,
    );
    expect(measureText('a', { size: 1000, weight: 400 })).toBeGreaterThan(500);
  });

  it('is wider in bold, and in proportion to the size', () => {
    const text = 'kube-apiserver';
    expect(measureText(text, { size: 13, weight: 600 })).toBeGreaterThan(measureText(text, { size: 13, weight: 400 }));
    expect(measureText(text, { size: 26, weight: 400 })).toBeCloseTo(
      2 * measureText(text, { size: 13, weight: 400 }),
      1,
    );
  });

  it('gives unknown characters a fixed width, and marks and controls none', () => {
    expect(measureText('Ж', { size: 100, weight: 400 })).toBe(measureText('Ω', { size: 100, weight: 600 }));
    expect(measureText('猫', { size: 100, weight: 400 })).toBe(100);
    expect(measureText('\u0000\n\u0301\u200d', { size: 100, weight: 400 })).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { parseTokens } from './tokens.ts';

describe('parseTokens', () => {
  it('splits at commas and line breaks and leaves out what is empty, repeated or there already', () => {
    expect(parseTokens(' a, b\n, a ,c', undefined, ['c'])).toEqual(['a', 'b']);
  });

  it('reads numbers where the list holds numbers, and refuses words', () => {
    expect(parseTokens('80, 443', 'number', [])).toEqual([80, 443]);
    expect(parseTokens('80, http', 'number', [])).toBeNull();
  });

  it('gives nothing for nothing', () => {
    expect(parseTokens(' , ', 'number', [])).toEqual([]);
  });
});

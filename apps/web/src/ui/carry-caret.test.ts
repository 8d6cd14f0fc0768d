import { describe, expect, it } from 'vitest';
import { carryCaret } from './carry-caret.ts';

describe('carryCaret', () => {
  it('stays where it is when the change is behind it', () => {
    expect(carryCaret(2, 'abcd', 'abcdXX')).toBe(2);
  });

  it('moves along when something is put in or taken out before it', () => {
    expect(carryCaret(3, 'abcd', 'XXabcd')).toBe(5);
    expect(carryCaret(3, 'abcd', 'bcd')).toBe(2);
  });

  it('goes to the end of the change when its place is gone', () => {
    expect(carryCaret(3, 'abcdef', 'aXf')).toBe(2);
  });

  it('stays inside the text whatever happens', () => {
    expect(carryCaret(4, 'abcd', '')).toBe(0);
    expect(carryCaret(0, '', 'abc')).toBe(0);
    expect(carryCaret(2, 'aaaa', 'aaa')).toBeLessThanOrEqual(3);
  });
});

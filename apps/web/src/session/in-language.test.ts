import { speak } from '@strideboard/words';
import { afterEach, describe, expect, it } from 'vitest';
import { dateText, dayText, numberText } from './in-language.ts';

afterEach(() => speak('en'));

describe('dates and numbers in the language in use', () => {
  it('follow the language, also what was written before', async () => {
    const both = (): readonly string[] => [numberText(1234), dayText('2030-05-02')];
    expect(both()).toEqual(['1,234', 'May 2, 2030']);
    await speak('de');
    expect(both()).toEqual(['1.234', '02.05.2030']);
    await speak('en');
    expect(both()).toEqual(['1,234', 'May 2, 2030']);
  });

  it('say nothing of a time that no calendar holds, as a modified client may write it', () => {
    expect([1e300, -1e300, Number.NaN].map((at) => dateText('dayAndTime', at))).toEqual(['', '', '']);
    expect(['soon', '2030-99-99', ''].map(dayText)).toEqual(['soon', '2030-99-99', '']);
  });
});

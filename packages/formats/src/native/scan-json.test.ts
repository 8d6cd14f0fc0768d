import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMistake } from './scan-json.ts';

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('findMistake', () => {
  it.each([
    ['{"a":', 1, 6],
    ['{\n  "a": 1,\n}', 3, 1],
    ['{"a": tru}', 1, 7],
    ['[1 2]', 1, 4],
    ['{"a": 1} x', 1, 10],
    ['["\\x"]', 1, 2],
    ['[01]', 1, 2],
    ['[1.]', 1, 2],
  ])('finds the place of the mistake in %j', (text, line, column) => {
    expect(findMistake(text)).toEqual({ code: 'not-json', line, column });
  });

  it('finds a name given twice, however it is written', () => {
    expect(findMistake('{"a": 1,\n "\\u0061": 2}')).toEqual({ code: 'name-twice', name: 'a', line: 2, column: 2 });
    expect(findMistake('[{"a": 1}, {"a": 2}]')).toBeNull();
  });

  it('accepts what JSON.parse accepts and nothing else', () => {
    const soup = fc.array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '\\',
        ' ',
        '\n',
        '"a"',
        '"b"',
        '0',
        '-1.5e3',
        'true',
        'null',
        'x',
      ),
      {
        maxLength: 12,
      },
    );
    const text = fc.oneof(
      fc.json(),
      soup.map((parts) => parts.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (any) => {
        const mistake = findMistake(any);
        expect(mistake === null || mistake.code === 'name-twice').toBe(parses(any));
      }),
      { numRuns: 2_000 },
    );
  });
});

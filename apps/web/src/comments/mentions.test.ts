import { describe, expect, it } from 'vitest';
import { type KnownName, matching, plainName, typedMention, withMention } from './mentions.ts';

const person = (name: string, rest: Partial<KnownName> = {}): KnownName => ({
  principal: name,
  name,
  colour: null,
  isHere: false,
  isMe: false,
  ...rest,
});
const names = [person('Bo Berg', { isHere: true }), person('Ben'), person('Ana Bolt'), person('Me', { isMe: true })];
const at = (text: string) => typedMention(text, text.length, names);

describe('a name being typed', () => {
  it('begins with @ after a blank or a bracket and ends at the caret', () => {
    expect(at('@')).toEqual({ at: 0, query: '' });
    expect(at('see @be')).toEqual({ at: 4, query: 'be' });
    expect(at('(@be')).toEqual({ at: 1, query: 'be' });
    expect(typedMention('see @bo, then', 6, names)).toEqual({ at: 4, query: 'b' });
  });

  it('goes over a blank only while somebody is called like that', () => {
    expect(at('@Bo B')).toEqual({ at: 0, query: 'Bo B' });
    expect(at('@Bo is')).toBeNull();
  });

  it('is none inside a word, after a line break, or after a blank', () => {
    expect([at('mail@be'), at('@be\n'), at('@ be'), at('none')]).toEqual([null, null, null, null]);
  });
});

describe('whom it fits', () => {
  it('brings who is here first, then beginnings before later words', () => {
    expect(matching('b', names).map(({ name }) => name)).toEqual(['Bo Berg', 'Ben', 'Ana Bolt']);
    expect(matching('', names)[0]?.name).toBe('Bo Berg');
    expect(matching('x', names)).toEqual([]);
  });

  it('offers at most eight of many', () => {
    expect(
      matching(
        '',
        Array.from({ length: 500 }, (_, one) => person(`n${one}`)),
      ),
    ).toHaveLength(8);
  });
});

describe('taking a name', () => {
  it('puts it in with a blank behind it, unless something stands there', () => {
    expect(withMention('see @b', { at: 4, query: 'b' }, 'Bo Berg')).toEqual({ text: 'see @Bo Berg ', caret: 13 });
    expect(withMention('see @b, now', { at: 4, query: 'b' }, 'Bo')).toEqual({ text: 'see @Bo, now', caret: 7 });
  });

  it('takes names as one line without marks of direction', () => {
    expect(plainName(' Bo\n\u202EBerg\u2069 ')).toBe('Bo Berg');
  });
});

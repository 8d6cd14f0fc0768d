import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { languageInUse, translate } from './area.ts';
import { english } from './english.ts';
import { layout } from './en/layout.ts';
import { directionOf, isSpoken, speak } from './languages.ts';
import { CLOSE, OPEN } from './pseudo.ts';
import { say } from './say.ts';

afterEach(() => speak('en'));

/** Every sentence of a tree with its place. */
function sentences(texts: unknown, at = ''): readonly (readonly [string, string])[] {
  if (typeof texts === 'string') return [[at, texts]];
  if (typeof texts !== 'object' || texts === null) return [];
  return Object.entries(texts).flatMap(([name, text]) => sentences(text, `${at}.${name}`));
}

const placeholders = (text: string): readonly string[] => (text.match(/\{\w+\}/gu) ?? []).sort();

describe('speaking a language', () => {
  it('has every file of words in an area that a language can fill', async () => {
    const names = readdirSync(new URL('./en', import.meta.url));
    const files: unknown[] = await Promise.all(names.map((name) => import(`./en/${name.replace(/\.ts$/u, '')}.ts`)));
    expect(files.length).toBeGreaterThan(30);
    const before = sentences(files);
    await speak('pseudo');
    const same = sentences(files).filter(
      ([, text], at) => /\p{L}/u.test(text.replace(/\{\w+\}/gu, '')) && text === before[at]?.[1],
    );
    expect(same).toEqual([]);
  });

  it('keeps the placeholders of every sentence in the made-up language', async () => {
    const before = sentences(english);
    await speak('pseudo');
    const after = sentences(english);
    expect(after.map(([at, text]) => [at, placeholders(text)])).toEqual(
      before.map(([at, text]) => [at, placeholders(text)]),
    );
    expect(after.filter(([, text]) => text.startsWith(OPEN) && text.endsWith(CLOSE)).length).toBeGreaterThan(2_000);
  });

  it('is English again, word for word, after any other language', async () => {
    const before = sentences(english);
    await speak('pseudo');
    await speak('de');
    expect(languageInUse()).toBe('de');
    await speak('en');
    expect([languageInUse(), sentences(english)]).toEqual(['en', before]);
  });

  it('leaves in English what a catalogue lacks', () => {
    const { cancel } = layout;
    translate({ layout: { title: 'Anordnen' }, nothing: 'x' }, 'de');
    expect(layout.cancel).toBe(cancel);
  });

  it('takes the plural form that the language has for a number', () => {
    const message = { one: 'one', other: 'other' } as const;
    const forms = (): readonly string[] => [0, 1, 1.5, 2].map((count) => say(message, { count }));
    expect(forms()).toEqual(['other', 'one', 'other', 'other']);
    translate({}, 'fr');
    expect(forms()).toEqual(['one', 'one', 'one', 'other']);
  });

  it('knows what it has words for and which way they are written', () => {
    expect(['en', 'de', 'pseudo', 'fr', '', null].map(isSpoken)).toEqual([true, true, true, false, false, false]);
    expect([directionOf('de'), directionOf('pseudo-rtl')]).toEqual(['ltr', 'rtl']);
  });
});

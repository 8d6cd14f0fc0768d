/** What the German catalogue keeps to, so that no sentence is lost, broken or forgotten. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { german } from './index.ts';

/** A sentence and its place, such as `cards.write.more.one`. */
interface Sentence {
  readonly at: string;
  readonly text: string;
}

/** Words that are the same in both languages: names, and words German has taken over. */
const SAME: ReadonlySet<string> = new Set([
  'Alt',
  'Esc',
  'board',
  'Board',
  'Cloud',
  'CSV',
  'CycloneDX',
  'Details',
  'Deutsch',
  'draw.io',
  'Element',
  'English',
  'Filter ({count})',
  'in {boundary}',
  'Mermaid',
  'Microsoft Threat Modeling Tool (.tm7)',
  'Name',
  'Node',
  'Open Threat Model (OTM)',
  'PDF',
  'Plan',
  'PNG',
  'pytm',
  'SARIF',
  'Signal',
  'Signal:      {text}',
  'Standard',
  'Status',
  'STRIDE',
  'Strideboard',
  'SVG',
  'System',
  'Test',
  'Test:        {text}',
  'Text',
  'Threagile',
  'Threat Composer',
  'Threat Dragon',
  'Ticket',
  'Ticket: {ticket}',
  'Ticket…',
  'TM-BOM',
  'Top 10',
  'Version',
  'Workloads',
  'Workshop',
  'ZIP',
  'Zoom',
  '{title} · Strideboard',
]);

const ENGLISH = await englishAreas();
const GERMAN: Readonly<Record<string, unknown>> = german;
const PAIRS = Object.keys(GERMAN).flatMap((name) => {
  const texts = new Map(sentencesOf(GERMAN[name], name).map(({ at, text }) => [at, text]));
  return sentencesOf(ENGLISH[name], name).map(({ at, text }) => ({ at, english: text, german: texts.get(at) ?? '' }));
});

describe('the German catalogue', () => {
  it('has every area that English has, and no other', () => {
    expect(Object.keys(GERMAN).toSorted()).toEqual(Object.keys(ENGLISH).toSorted());
  });

  it('has a sentence wherever English has one, and no other', () => {
    const places = (areas: Readonly<Record<string, unknown>>): readonly string[] =>
      Object.keys(GERMAN).flatMap((name) => sentencesOf(areas[name], name).map(({ at }) => at));
    expect(places(GERMAN).toSorted()).toEqual(places(ENGLISH).toSorted());
  });

  it('names the same values in every sentence, in each plural form', () => {
    expect(broken((english, text) => sameList(namesIn(english), namesIn(text)))).toEqual([]);
  });

  it('keeps what must be typed or is found by its letters: commands, options, addresses, ends of file names', () => {
    expect(broken((english, text) => sameList(lettersIn(english), lettersIn(text)))).toEqual([]);
  });

  it('begins and ends as English does: with the same space, ellipsis or colon', () => {
    const frame = (text: string): string => `${/^\s*/u.exec(text)?.[0] ?? ''}|${/[…:]?\s*$/u.exec(text)?.[0] ?? ''}`;
    expect(broken((english, text) => frame(english) === frame(text))).toEqual([]);
  });

  it('writes German quotation marks, in pairs', () => {
    const count = (text: string, mark: string): number => text.split(mark).length - 1;
    expect(
      broken(
        (english, text) =>
          count(text, '„') === count(text, '“') &&
          !text.includes('”') &&
          count(text, '"') === count(english, '"') &&
          !/(?:^|\s)'|'(?:\s|$)/u.test(text.replace(/'[^']*'/gu, (quoted) => (english.includes(quoted) ? '' : quoted))),
      ),
    ).toEqual([]);
  });

  it('leaves no sentence in English, but for names and forms', () => {
    const wordless = (text: string): boolean => !/\p{L}{2}/u.test(text.replace(/\{\w+\}/gu, ''));
    expect(broken((english, text) => text !== english || wordless(text) || SAME.has(text))).toEqual([]);
  });

  it('has no word here that it would not leave in English', () => {
    const used = new Set(PAIRS.filter((pair) => pair.english === pair.german).map((pair) => pair.german));
    expect([...SAME].filter((text) => !used.has(text))).toEqual([]);
  });
});

/** The places where a law is broken, with both sentences. */
function broken(holds: (english: string, german: string) => boolean): readonly string[] {
  return PAIRS.filter((pair) => !holds(pair.english, pair.german)).map(
    (pair) => `${pair.at}: ${pair.english} | ${pair.german}`,
  );
}

function sentencesOf(texts: unknown, at: string): readonly Sentence[] {
  if (typeof texts === 'string') return [{ at, text: texts }];
  return Object.entries(texts ?? {}).flatMap(([name, inner]) => sentencesOf(inner, `${at}.${name}`));
}

function namesIn(text: string): readonly string[] {
  return text.match(/\{\w+\}/gu) ?? [];
}

/** `code`, --option, https://address, .ending, #: what a program reads. */
function lettersIn(text: string): readonly string[] {
  return (
    text.match(/`[^`]+`|--[a-z][\w-]*|https?:\/\/\S+|(?<![\w…])\.[a-z]\w{1,4}\b|\b[\w-]+\.(?:mjs|xml|md)\b/gu) ?? []
  );
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.toSorted().every((text, at) => text === other.toSorted()[at]);
}

async function englishAreas(): Promise<Readonly<Record<string, unknown>>> {
  const files = readdirSync(new URL('../en', import.meta.url)).map((file) => file.replace(/\.ts$/u, ''));
  const modules = await Promise.all(files.map((file) => import(`../en/${file}.ts`) as Promise<object>));
  return Object.fromEntries(modules.flatMap((module) => Object.entries(module)));
}

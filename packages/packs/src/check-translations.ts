/** Whether translations speak of what the pack has: its ids, its fields, its placeholders. And their joining, language by language. */

import { PACK_LIMITS } from './limits.ts';
import { type Located, problemAt } from './located.ts';
import { mapTexts, type WordedParts } from './pack-texts.ts';
import { placeholdersOf } from './placeholders.ts';
import type { PackProblem } from './problem.ts';
import type { DataPath } from './source-file.ts';
import type { PackTranslation, PackTranslations } from './translation-schema.ts';

/** A translation as one file has it. */
export interface WrittenTranslation {
  readonly language: string;
  readonly texts: PackTranslation;
}

/** Every problem of the translations of a pack; one more than is listed is enough. Empty for sound ones. */
export function checkTranslations(
  translations: readonly Located<WrittenTranslation>[],
  parts: WordedParts,
): readonly PackProblem[] {
  if (translations.length === 0) return [];
  const texts = textsByKey(parts);
  const seen = new Set<string>();
  const problems: PackProblem[] = [];
  for (const at of translations) {
    const { language } = at.value;
    for (const { below, text } of leavesOf(at.value.texts)) {
      if (problems.length > PACK_LIMITS.problems) return problems;
      const key = keyOf(below);
      const twice = seen.has(`${language} ${key}`);
      seen.add(`${language} ${key}`);
      const wrong = twice ? TWICE : wrongIn(texts, below, text);
      if (wrong === null) continue;
      const [section, id] = below;
      problems.push(problemAt(at, { ...wrong, item: `translation ${language}, ${section} ${id}`, below }));
    }
  }
  return problems;
}

/** All translations of a pack, those of one language joined. */
export function joinTranslations(translations: readonly Located<WrittenTranslation>[]): PackTranslations {
  const joined = new Map<string, Record<string, Record<string, object>>>();
  for (const { value } of translations) {
    const sections = joined.get(value.language) ?? {};
    joined.set(value.language, sections);
    for (const [name, things] of Object.entries(value.texts)) {
      const section = (sections[name] ??= {});
      for (const [id, fields] of Object.entries<object>(things)) section[id] = joinFields(section[id] ?? {}, fields);
    }
  }
  return Object.fromEntries(joined);
}

/** Two files may share out the fields of a thing, and the texts of one field. */
function joinFields(before: object, fields: object): object {
  const joined: Record<string, unknown> = { ...before };
  for (const [field, text] of Object.entries(fields)) {
    const had = joined[field];
    const isShared = isRecord(had) && isRecord(text);
    joined[field] = isShared ? { ...had, ...text } : text;
  }
  return joined;
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keyOf = (path: DataPath): string => JSON.stringify(path);

/** Each text of the pack by section, id and field; each thing by section and id, with the empty text. */
function textsByKey(parts: WordedParts): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  mapTexts(parts, ({ section, ids, field }, text) => {
    for (const id of ids) {
      texts.set(keyOf([section, id]), '');
      const key = keyOf([section, id, ...field]);
      texts.set(key, texts.get(key) ?? text);
    }
    return text;
  });
  return texts;
}

type Wrong = Pick<PackProblem, 'code' | 'message'>;

const TWICE: Wrong = { code: 'id-twice', message: 'This text is translated already. Leave one of the two out.' };

function wrongIn(texts: ReadonlyMap<string, string>, below: DataPath, text: string): Wrong | null {
  const [section = '', id = '', ...field] = below;
  if (!texts.has(keyOf([section, id]))) {
    const message = `This pack has no "${id}" in ${section}. Correct the id or leave it out.`;
    return { code: 'id-unknown', message };
  }
  const wrong = (message: string): Wrong => ({ code: 'value-wrong', message });
  const original = texts.get(keyOf([section, id, ...field.map(String)]));
  if (original === undefined) return wrong(`"${id}" has no text ${field.join('.')} to translate. Leave it out.`);
  const [wanted, found] = [placeholdersOf(original).join(' '), placeholdersOf(text).join(' ')];
  if (wanted === found) return null;
  return wrong(
    `The text of the pack has ${wanted || 'no placeholder'}, this one ${found || 'none'}. Use the same ones.`,
  );
}

interface Leaf {
  readonly below: DataPath;
  readonly text: string;
}

/** Every text of a translation with the way to it. */
function* leavesOf(value: unknown, below: DataPath = []): Generator<Leaf> {
  if (typeof value === 'string') {
    yield { below, text: value };
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inside] of Object.entries(value)) {
    yield* leavesOf(inside, [...below, Array.isArray(value) ? Number(key) : key]);
  }
}

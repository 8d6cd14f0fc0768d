/** A pack in another language: the same pack with the texts of a translation in place of its own. */

import { mapTexts, type TextPlace, type WordedParts } from './pack-texts.ts';
import type { PackTranslation, PackTranslations } from './translation-schema.ts';

/** A pack that may carry translations. */
export interface TranslatedParts extends WordedParts {
  readonly translations?: PackTranslations;
}

/**
 * The pack in this language (`de-AT` takes `de` where there is nothing nearer); texts without translation stay as they are, and the pack itself
 * comes back where it has none for the language.
 */
export function localisePack<Parts extends TranslatedParts>(pack: Parts, language: string): Parts {
  const { translations = {} } = pack;
  const [general = ''] = language.split('-');
  const name = [language, general].find((candidate) => Object.hasOwn(translations, candidate));
  return translateParts(pack, name === undefined ? null : (translations[name] ?? null));
}

/** Parts with the texts of one translation; the parts themselves without one. */
export function translateParts<Parts extends WordedParts>(parts: Parts, translation: PackTranslation | null): Parts {
  if (translation === null) return parts;
  return mapTexts(parts, (place, text) => textAt(translation, place) ?? text);
}

/** The text a translation has for a place; `null` for none. Keys that every object inherits are none. */
function textAt(translation: PackTranslation, { section, ids, field }: TextPlace): string | null {
  for (const id of ids) {
    let found: unknown = translation;
    for (const key of [section, id, ...field]) {
      found = typeof found === 'object' && found !== null && Object.hasOwn(found, key) ? Reflect.get(found, key) : null;
    }
    if (typeof found === 'string') return found;
  }
  return null;
}

/** How many texts of one kind a pack has, and how many of them a language lacks. */
export interface TextCounts {
  readonly section: string;
  readonly texts: number;
  readonly missing: number;
}

/** Counts the texts of a pack kind by kind, in the order in which they stand in it. */
export function countTexts(pack: WordedParts, translation: PackTranslation): readonly TextCounts[] {
  const counts = new Map<string, TextCounts>();
  mapTexts(pack, (place, text) => {
    if (text === '') return text;
    const { section } = place;
    const { texts, missing } = counts.get(section) ?? { texts: 0, missing: 0 };
    const isMissing = textAt(translation, place) === null;
    counts.set(section, { section, texts: texts + 1, missing: missing + (isMissing ? 1 : 0) });
    return text;
  });
  return [...counts.values()];
}

/** The language that is asked for: the words of every command, and the texts of the packs. */

import { blast } from '@strideboard/kubernetes/blast';
import { fetchTranslation } from '@strideboard/kubernetes/translations';
import { localisePack, type PackBase, translateParts } from '@strideboard/packs';
import { LANGUAGES, speak } from '@strideboard/words';
import { builtInPack } from './builtin-pack.ts';

/** Packs in the language in use. */
export interface SpokenPacks {
  readonly builtIn: PackBase;
  readonly spoken: (pack: PackBase) => PackBase;
  /** What leads from one thing to another. */
  readonly steps: typeof blast;
}

const OPTION = '--language';

/** The language among the arguments, wherever it stands, and the arguments without it. English where none is asked for: no setting of the machine counts. */
export function takeLanguage(args: readonly string[]): { readonly language: string; readonly rest: readonly string[] } {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const at = args.findIndex((arg, place) => place < end && (arg === OPTION || arg.startsWith(`${OPTION}=`)));
  const given = args[at];
  if (given === undefined) return { language: 'en', rest: args };
  const isApart = given === OPTION;
  const language = isApart ? (args[at + 1] ?? '') : given.slice(OPTION.length + 1);
  return { language, rest: args.toSpliced(at, isApart ? 2 : 1) };
}

/** Speaks it from now on, and gives the packs in it; `null` where there are no words for it. */
export async function speakAsAsked(language: string): Promise<SpokenPacks | null> {
  const known = LANGUAGES.find((tag) => tag === language);
  if (known === undefined) return null;
  await speak(known);
  const translation = await fetchTranslation(language);
  const { blast: steps } = translateParts({ blast }, translation);
  return { builtIn: translateParts(builtInPack, translation), spoken: (pack) => localisePack(pack, language), steps };
}

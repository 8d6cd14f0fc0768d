/** The built-in pack in another language. Fetched with its texts, for that language alone. */
import { board } from '@strideboard/kubernetes/board';
import { drawing } from '@strideboard/kubernetes/drawing';
import { fetchTranslation } from '@strideboard/kubernetes/translations';
import {
  type BoardPart,
  createPackIndex,
  type PackIndex,
  type PackTranslation,
  translateParts,
} from '@strideboard/packs';

/** What is drawn, asked and judged with, said in one language. */
export interface SpokenPack {
  /** As in BCP 47. */
  readonly language: string;
  readonly translation: PackTranslation;
  /** Stencils and boundary kinds alone. */
  readonly drawing: BoardPart;
  /** The same, as look-ups. */
  readonly index: PackIndex;
  /** The whole of it, with the questions. */
  readonly board: BoardPart;
}

/** The pack in this language; `null` where it has no texts in it. Fails when they cannot be fetched. */
export async function speakPack(language: string): Promise<SpokenPack | null> {
  const translation = await fetchTranslation(language);
  if (translation === null) return null;
  const drawn = translateParts({ board: drawing }, translation).board;
  const whole = translateParts({ board }, translation).board;
  return { language, translation, drawing: drawn, index: createPackIndex(drawn), board: whole };
}

/** What a board has besides the built-in pack, as far as this browser can give it. */
import type { MissingPack, PackBase, PackIndex } from '@strideboard/packs';
import type { UnfitPack } from './fit-packs.ts';
import type { SpokenPack } from './spoken-pack.ts';

/** What a board names: `settings.packs`. */
export type NamedPacks = readonly (readonly [id: string, version: string])[];

/** What a board is drawn and judged with besides the built-in pack. */
export interface PacksInUse {
  /** The built-in pack in the language of this page; `null` in its own, and until its texts are here. */
  readonly spoken: SpokenPack | null;
  /** Whether the texts for the language that the page began in are still to come. Over as soon as they are here, or cannot be fetched at once. */
  readonly awaitsTexts: boolean;
  /** In the order of the board, in the language of this page. */
  readonly additions: readonly PackBase[];
  /** The same as they are written, with all their languages. */
  readonly written: readonly PackBase[];
  /** Look-ups for drawing with all of it; `null` for the built-in pack alone in its own language. */
  readonly index: PackIndex | null;
  /** The board names them and this browser does not have them, or not in this version. */
  readonly missing: readonly MissingPack[];
  /** They are here and cannot be used. */
  readonly unfit: readonly UnfitPack[];
  /** Ids of packs that the board names and that judge nothing here right now, those being read included. */
  readonly absent: readonly string[];
}

/** What the page and the worker that writes files say to each other. */
import type { ExportId, ExportInput } from '@strideboard/formats';
import type { BoardPart, PackBase } from '@strideboard/packs';
import type { Analysis } from '@strideboard/stride';
import type { SpokenLanguage } from '@strideboard/words';

/** The board as it is now, as plain data: what the writers look things up in is made of it in the worker. */
export interface PlainInput
  extends Omit<ExportInput, 'pack' | 'trees' | 'words' | 'rasterise' | 'questions' | 'prompts' | 'elsewhere'> {
  /** The board part of all packs together. */
  readonly board: BoardPart;
  /** The board's packs besides the built-in one. */
  readonly additions: readonly PackBase[];
  /** `null` before the first answer: then there are no threats either. */
  readonly analysis: Analysis | null;
  /** Titles of rules by id. */
  readonly ruleNames: Readonly<Record<string, string>>;
  /** What the file is written in; its reader may speak another language than whoever makes it. */
  readonly language: SpokenLanguage;
  /** What all of the above is said in. */
  readonly saidIn: string;
  /** `additions` in all their languages. */
  readonly written: readonly PackBase[];
}

/** One format, or everything as one archive. */
export type Wanted = ExportId | 'all';

/** To the worker: write this; or the drawing it asked for, which is `null` with a reason where the page could not draw it. */
export type ExportRequest =
  | { readonly kind: 'write'; readonly wanted: Wanted; readonly input: PlainInput }
  | { readonly kind: 'strip'; readonly strip: ImageBitmap; readonly top: number }
  | { readonly kind: 'drawn'; readonly problem: string | null };

/** A drawing that only a page can turn into pixels. */
export interface DrawingWish {
  readonly svg: string;
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
}

/** A file and what could not be carried over, as sentences. */
export interface WrittenFile {
  readonly blob: Blob;
  /** As among other files, e.g. `threats.csv`. */
  readonly fileName: string;
  readonly losses: readonly string[];
}

/** From the worker: how far it is, what it needs, and how it ended. */
export type ExportReply =
  | { readonly kind: 'step'; readonly id: ExportId; readonly at: number; readonly total: number }
  | ({ readonly kind: 'draw' } & DrawingWish)
  | { readonly kind: 'written'; readonly file: WrittenFile }
  | { readonly kind: 'failed'; readonly reason: string };

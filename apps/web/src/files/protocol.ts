/** What the page and the worker that reads files say to each other: one question, one answer. */
import type { Model } from '@strideboard/model';
import type { PackFile } from '@strideboard/packs';

/** A file as it was given. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** To the worker: files that are one board, or one file whose template is wanted. */
export interface ReadRequest {
  readonly wanted: 'board' | 'template';
  readonly files: readonly GivenFile[];
  /** When they were given, ms since 1970 UTC, for the evidence. */
  readonly at: number;
  /** Where Kubernetes objects that name no namespace are installed; `''` = not said. */
  readonly namespace: string;
}

/** A template of the Microsoft tool as a pack that is not proved yet. */
export interface FoundTemplate {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly files: readonly PackFile[];
}

/** A board as it stands in files. */
export interface ReadBoard {
  readonly ok: true;
  readonly wanted: 'board';
  readonly model: Model;
  /** One sentence for each thing that was lost or changed in reading, in the order of the files. */
  readonly changes: readonly string[];
  /** Whether it would be read better if it were said where objects that name no namespace are installed. */
  readonly asksNamespace: boolean;
  /** Whether its places are of the files, and not merely rows. */
  readonly isPlaced: boolean;
  /** What judges it as the tool it comes from would, with the decisions on threats that only those rules find. */
  readonly template: (FoundTemplate & { readonly decisions: Model['decisions'] }) | null;
}

/** From the worker: what was found, or every reason why there is nothing, in sentences. */
export type ReadReply =
  | ReadBoard
  | {
      readonly ok: true;
      readonly wanted: 'template';
      readonly template: FoundTemplate;
      readonly changes: readonly string[];
    }
  | { readonly ok: false; readonly reasons: readonly string[] };

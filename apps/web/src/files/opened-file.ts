/** What comes out of files that a person opens. */
import type { Model } from '@strideboard/model';
import type { PackBase, PackFile } from '@strideboard/packs';

/** A proved pack with its text, ready to be kept. */
export interface BroughtPack {
  readonly files: readonly PackFile[];
  readonly pack: PackBase;
}

/** A board that was read. */
export interface OpenedFile {
  /** What the person chose: a name, or how many. */
  readonly name: string;
  /** The name of the only file without its ending; `''` for several. */
  readonly title: string;
  readonly model: Model;
  /** One sentence for each thing that was lost or changed in reading. */
  readonly changes: readonly string[];
  /** Whether it would be read better if it were said where Kubernetes objects that name no namespace are installed. */
  readonly asksNamespace: boolean;
  /** The template that came inside and judges the board from now on. */
  readonly template: BroughtPack | null;
}

/** The board, or why there is none. */
export type Opening =
  | { readonly ok: true; readonly opened: OpenedFile }
  | { readonly ok: false; readonly reasons: readonly string[] };

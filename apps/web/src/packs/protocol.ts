/** What the page and the worker that proves packs say to each other: one question, one answer. */
import type { PackBase, PackFile, PackProblem } from '@strideboard/packs';

/** To the worker: the files of one pack. */
export interface ProveRequest {
  readonly files: readonly PackFile[];
}

/** From the worker: what the pack adds to the built-in one, or everything that is wrong with it. */
export type ProveReply =
  | { readonly ok: true; readonly pack: PackBase }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

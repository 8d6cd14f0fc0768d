/** An item of a pack together with where it was written, so that a later check can point at it. */

import type { PackProblem, PackProblemCode } from './problem.ts';
import { type DataPath, formatPath, type SourceFile } from './source-file.ts';

/** A value and its place in a source file. */
export interface Located<T> {
  readonly value: T;
  readonly source: SourceFile;
  readonly path: DataPath;
}

/** Locates each item of a list that stands under a key of the file. */
export const locateAll = <T>(items: readonly T[], source: SourceFile, key: string): readonly Located<T>[] =>
  items.map((value, at) => ({ value, source, path: [key, at] }));

/** What a problem says besides its place. */
export interface Complaint {
  readonly code: PackProblemCode;
  /** e.g. `rule WL-001` */
  readonly item: string;
  /** Path below the item. */
  readonly below?: DataPath;
  readonly message: string;
}

/** A problem at a located item. */
export function problemAt(at: Pick<Located<unknown>, 'source' | 'path'>, complaint: Complaint): PackProblem {
  const path = [...at.path, ...(complaint.below ?? [])];
  return {
    ...at.source.place(path),
    code: complaint.code,
    item: complaint.item,
    path: formatPath(path),
    message: complaint.message,
  };
}

/** One look-up of a name from a place. */
interface Lookup {
  readonly at: Located<unknown>;
  readonly item: string;
  readonly below: DataPath;
}

/** The problem of a name that leads nowhere. */
export const missing = ({ at, item, below }: Lookup, what: string, id: string): PackProblem =>
  problemAt(at, {
    code: 'id-unknown',
    item,
    below,
    message: `There is no ${what} "${id}". Correct the name or add it.`,
  });

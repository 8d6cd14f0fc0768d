/** What history remembers of one gesture. */

import type { RootName } from '@strideboard/wire';
import type { Author, NestedRoot } from './writes.ts';

/** What a gesture was, for words made elsewhere: the command's permanent name and how many things it was about. */
export interface EntryName {
  readonly command: string;
  readonly count: number;
}

/** One key that was changed from `before` to `after`; `id` is `null` for flat and single roots. */
export interface KeyPart {
  readonly kind: 'key';
  readonly root: RootName;
  readonly id: string | null;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Something that came to be shown, by creation or restoring. Undo hides it, unless somebody has since used or changed it. */
export interface ShownPart {
  readonly kind: 'shown';
  readonly root: NestedRoot;
  readonly id: string;
  /** The stored record as the gesture left it. */
  readonly record: Readonly<Record<string, unknown>>;
  readonly notes: string;
  /** Whether the gesture created it: then every key is its author's until somebody else writes one. */
  readonly created: boolean;
  /** What hung on it before the gesture; anything else that does later is somebody's use of it. */
  readonly dependants: ReadonlySet<string>;
  /** The `del` tuple that hides it again; `null` = make a new one. */
  readonly hiddenBy: unknown;
}

/** One thing to take back. */
export type Part = KeyPart | ShownPart;

/** Who made a gesture, and the clock and random ids that taking it back needs. */
export interface GestureContext {
  readonly author: () => Author;
  /** ms since 1970 UTC */
  readonly now: () => number;
  readonly randomId: () => string;
}

/** One gesture that can be taken back as a whole. */
export interface Entry {
  readonly name: EntryName;
  readonly parts: readonly Part[];
  readonly context: GestureContext;
}

/** Binding verbs to a board. Verbs come in groups, so that a page fetches those of a feature together with the feature. */

import type { BoardDocument } from './board-document.ts';
import { type CommandResult, type GesturePlace, perform, type Verb } from './gesture.ts';
import type { History } from './history.ts';
import { openRoots } from './roots.ts';
import type { Author } from './writes.ts';

/** Where commands act, for whom, and their clock and random ids. */
export interface CommandsOptions {
  readonly document: BoardDocument;
  readonly history: History;
  /** Asked at each command: the role may change while the board is open. */
  readonly author: () => Author;
  /** ms since 1970 UTC */
  readonly now: () => number;
  /** A fresh id of at least 12 characters from `A-Za-z0-9_-`. */
  readonly randomId: () => string;
}

type ArgumentsOf<V> = V extends Verb<infer Arguments> ? Arguments : never;

/** One function per verb; each takes the verb's arguments and says what it did or why it wrote nothing. */
export type Bound<Verbs> = {
  readonly [Name in keyof Verbs]: (args: ArgumentsOf<Verbs[Name]>) => CommandResult;
};

/** The verbs of a group bound to one board. */
export function bindVerbs<Verbs extends object>(
  verbs: Verbs,
  { document, history, author, now, randomId }: CommandsOptions,
): Bound<Verbs> {
  const place: GesturePlace = { document, history, author, now, randomId, roots: openRoots(document.doc) };
  const bind = ([name, verb]: [string, Verb<unknown>]): [string, (args: unknown) => CommandResult] => [
    name,
    (args) => perform(place, verb, args),
  ];
  const bound = Object.entries(verbs as Readonly<Record<string, Verb<unknown>>>).map(bind); // a group holds nothing but verbs
  return Object.freeze(Object.fromEntries(bound)) as Bound<Verbs>; // each verb stands under its own name
}

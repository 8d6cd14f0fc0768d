/**
 * The verbs of a board: the only writers of its document. Each call is one transaction with the history as its origin and, unless the verb
 * says otherwise, one history entry; it writes everything or nothing.
 */

import type { BoardDocument } from './board-document.ts';
import { canvasVerbs } from './commands/canvas-verbs.ts';
import { registerVerbs } from './commands/register-verbs.ts';
import { type CommandResult, type GesturePlace, perform, type Verb } from './gesture.ts';
import type { History } from './history.ts';
import { openRoots } from './roots.ts';
import type { Author } from './writes.ts';

/** All verbs by the name they are called with. */
const VERBS = Object.freeze({ ...canvasVerbs, ...registerVerbs });

/** Name of a verb. */
export type VerbName = keyof typeof VERBS;

type ArgumentsOf<V> = V extends Verb<infer Arguments> ? Arguments : never;

/** One function per verb; each takes the verb's arguments and says what it did or why it wrote nothing. */
export type Commands = {
  readonly [Name in VerbName]: (args: ArgumentsOf<(typeof VERBS)[Name]>) => CommandResult;
};

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

/** The verbs bound to one board. */
export function createCommands({ document, history, author, now, randomId }: CommandsOptions): Commands {
  const place: GesturePlace = { document, history, author, now, randomId, roots: openRoots(document.doc) };
  const bind = ([name, verb]: [string, Verb<unknown>]): [string, (args: unknown) => CommandResult] => [
    name,
    (args) => perform(place, verb, args),
  ];
  // Each verb is bound under its own name, so every name takes exactly its own arguments.
  return Object.freeze(
    Object.fromEntries(Object.entries(VERBS as Record<string, Verb<unknown>>).map(bind)),
  ) as Commands;
}

/**
 * The verbs of a board: the only writers of its document. Each call is one transaction with the history as its origin and, unless the verb
 * says otherwise, one history entry; it writes everything or nothing.
 */

import type { BoardDocument } from './board-document.ts';
import { connect } from './commands/connect.ts';
import { create } from './commands/create.ts';
import { createConnected } from './commands/create-connected.ts';
import { decide } from './commands/decide.ts';
import { deletion } from './commands/delete.ts';
import { drop } from './commands/drop.ts';
import { flow } from './commands/flow.ts';
import { importFirst } from './commands/import-first.ts';
import { join } from './commands/join.ts';
import { joinPeople } from './commands/join-people.ts';
import { label } from './commands/label.ts';
import { leave } from './commands/leave.ts';
import { move } from './commands/move.ts';
import { notes } from './commands/notes.ts';
import { reconnect } from './commands/reconnect.ts';
import { rename } from './commands/rename.ts';
import { resize } from './commands/resize.ts';
import { restore } from './commands/restore.ts';
import { route } from './commands/route.ts';
import { scope } from './commands/scope.ts';
import { setProperty } from './commands/set-property.ts';
import { setType } from './commands/set-type.ts';
import { type CommandResult, type GesturePlace, perform, type Verb } from './gesture.ts';
import type { History } from './history.ts';
import { openRoots } from './roots.ts';
import type { Author } from './writes.ts';

/** All verbs by the name they are called with. */
const VERBS = Object.freeze({
  create,
  connect,
  createConnected,
  label,
  setProperty,
  setType,
  move,
  drop,
  join,
  leave,
  resize,
  delete: deletion,
  restore,
  flow,
  route,
  reconnect,
  scope,
  notes,
  decide,
  importFirst,
  rename,
  joinPeople,
});

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
  const bind =
    <Arguments>(verb: Verb<Arguments>) =>
    (args: Arguments): CommandResult =>
      perform(place, verb, args);
  return {
    create: bind(create),
    connect: bind(connect),
    createConnected: bind(createConnected),
    label: bind(label),
    setProperty: bind(setProperty),
    setType: bind(setType),
    move: bind(move),
    drop: bind(drop),
    join: bind(join),
    leave: bind(leave),
    resize: bind(resize),
    delete: bind(deletion),
    restore: bind(restore),
    flow: bind(flow),
    route: bind(route),
    reconnect: bind(reconnect),
    scope: bind(scope),
    notes: bind(notes),
    decide: bind(decide),
    importFirst: bind(importFirst),
    rename: bind(rename),
    joinPeople: bind(joinPeople),
  };
}

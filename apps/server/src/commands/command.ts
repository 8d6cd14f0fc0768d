// What a command of `strideboard-server` is.

import type { Database } from 'better-sqlite3';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';

/** What a command may use. Results go to `print`, everything a person should know beside them to `tell`. */
export type CommandContext = {
  readonly config: Config;
  readonly print: (line: string) => void;
  readonly tell: (line: string) => void;
  readonly now: () => number;
};

/** A command. `run` resolves with the exit code: 0 = done, 1 = found something wrong, 2 = called in a wrong way. */
export type Command = {
  readonly name: string;
  /** What comes behind the name. */
  readonly usage: string;
  readonly summary: string;
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>;
};

/** An open database with the store on it. */
export type OpenStore = { readonly db: Database; readonly store: Store };

/** Thrown for something a person can put right; the message says how. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}

/** Bringing in whole models. Apart from the other verbs, so that a page fetches them when they are needed. */

import { type Bound, bindVerbs, type CommandsOptions } from './bind-verbs.ts';
import { importFirst } from './commands/import-first.ts';
import { importModel } from './commands/import-model.ts';

const importVerbs = Object.freeze({ importFirst, importModel });

/** Bringing in whole models. */
export type ImportCommands = Bound<typeof importVerbs>;

/** Those verbs bound to one board. */
export const createImportCommands = (options: CommandsOptions): ImportCommands => bindVerbs(importVerbs, options);

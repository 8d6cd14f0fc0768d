/**
 * The verbs of a board: the only writers of its document. Each call is one transaction with the history as its origin and, unless the verb
 * says otherwise, one history entry; it writes everything or nothing.
 */

import { type Bound, bindVerbs, type CommandsOptions } from './bind-verbs.ts';
import { canvasVerbs } from './commands/canvas-verbs.ts';
import { coreVerbs } from './commands/core-verbs.ts';

/** Drawing, deciding, the title and the people. */
export type Commands = Bound<typeof canvasVerbs> & Bound<typeof coreVerbs>;

/** The verbs that an open board needs at once. */
export const createCommands = (options: CommandsOptions): Commands => ({
  ...bindVerbs(canvasVerbs, options),
  ...bindVerbs(coreVerbs, options),
});

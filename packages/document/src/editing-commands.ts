/** Tidying, boundaries around things, the clipboard. Apart from the other verbs, so that a page fetches them when they are needed. */

import { type Bound, bindVerbs, type CommandsOptions } from './bind-verbs.ts';
import { editingVerbs } from './commands/editing-verbs.ts';

/** Tidying, boundaries around things, the clipboard. */
export type EditingCommands = Bound<typeof editingVerbs>;

/** Those verbs bound to one board. */
export const createEditingCommands = (options: CommandsOptions): EditingCommands => bindVerbs(editingVerbs, options);

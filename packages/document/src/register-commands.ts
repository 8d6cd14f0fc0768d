/** Diagrams, threats, controls, records, trees, talk and workshops. Apart from the other verbs, so that a page fetches them when they are needed. */

import { type Bound, bindVerbs, type CommandsOptions } from './bind-verbs.ts';
import { registerVerbs } from './commands/register-verbs.ts';

/** Diagrams, threats, controls, records, trees, talk and workshops. */
export type RegisterCommands = Bound<typeof registerVerbs>;

/** Those verbs bound to one board. */
export const createRegisterCommands = (options: CommandsOptions): RegisterCommands => bindVerbs(registerVerbs, options);

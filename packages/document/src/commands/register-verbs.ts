/** Verbs about the model as a whole and what the team decides: title, people, import, decisions. */

import { decide } from './decide.ts';
import { importFirst } from './import-first.ts';
import { joinPeople } from './join-people.ts';
import { rename } from './rename.ts';

/** By the name they are called with. */
export const registerVerbs = Object.freeze({
  decide,
  importFirst,
  rename,
  joinPeople,
});

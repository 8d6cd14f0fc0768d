/** Verbs about the model as a whole and what the team decides: title, people, import, decisions. */

import { diagramVerbs } from './diagram-verbs.ts';
import { recordVerbs } from './record-verbs.ts';
import { talkVerbs } from './talk-verbs.ts';
import { threatVerbs } from './threat-verbs.ts';
import { workshopVerbs } from './workshop-verbs.ts';
import { decide } from './decide.ts';
import { importFirst } from './import-first.ts';
import { joinPeople } from './join-people.ts';
import { rename } from './rename.ts';

/** By the name they are called with. */
export const registerVerbs = Object.freeze({
  ...diagramVerbs,
  ...threatVerbs,
  ...recordVerbs,
  ...talkVerbs,
  ...workshopVerbs,
  decide,
  importFirst,
  rename,
  joinPeople,
});

/** Verbs of what the team keeps beside the drawing, and of its workshops. */

import { decideEach } from './decide-each.ts';
import { diagramVerbs } from './diagram-verbs.ts';
import { recordVerbs } from './record-verbs.ts';
import { talkVerbs } from './talk-verbs.ts';
import { threatVerbs } from './threat-verbs.ts';
import { workshopVerbs } from './workshop-verbs.ts';

/** By the name they are called with. */
export const registerVerbs = Object.freeze({
  decideEach,
  ...diagramVerbs,
  ...threatVerbs,
  ...recordVerbs,
  ...talkVerbs,
  ...workshopVerbs,
});

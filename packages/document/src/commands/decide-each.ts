/** Deciding differently on several threats in one step. Fetched with the register, which is where several are decided on. */

import { refuse, type Verb } from '../gesture.ts';
import { type DecideArguments, planDecisions } from './decide.ts';

/** Arguments of {@link decideEach}. */
export interface DecideEachArguments {
  readonly decisions: readonly DecideArguments[];
}

/** As many decisions as are given: all of them or none, one step of undo. */
export const decideEach: Verb<DecideEachArguments> = {
  name: 'decideEach',
  undoable: true,
  root: 'decisions',
  plan: (gesture, { decisions }) =>
    decisions.length === 0 ? refuse('nothing-given') : planDecisions(gesture, decisions),
};

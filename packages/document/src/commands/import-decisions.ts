/** Decisions of a model that is brought in: they come along with who decided and when; what was decided here stays. */

import { type Decision, manualOf, subjectsOf } from '@strideboard/model';
import { logEntry } from '../decision-log.ts';
import { equalValues } from '../equality.ts';
import type { Gesture } from '../gesture.ts';

/** Which decisions may come along. */
export interface DecisionsRequest {
  /** Whether a decision on the model as a whole holds for this board, too. */
  readonly withGeneral: boolean;
  /** Ids on the board of everything in the model. */
  readonly known: ReadonlySet<string>;
}

/** Plans the decisions by their threat ids on the board. Gives the threats that were left as they are although the model decides otherwise. */
export function planDecisions(
  gesture: Gesture,
  decisions: Readonly<Record<string, Decision>>,
  { withGeneral, known }: DecisionsRequest,
): readonly string[] {
  const leftOut: string[] = [];
  for (const [threat, decision] of Object.entries(decisions)) {
    const here = gesture.model.decisions[threat];
    if (here !== undefined && equalValues(here, decision)) continue;
    const own = manualOf(threat);
    const subjects = own === null ? subjectsOf(threat) : [own];
    const isFree = here === undefined && gesture.value('decisions', null, `${threat}|state`) === null;
    if (isFree && (subjects.length > 0 || withGeneral) && subjects.every((id) => known.has(id)))
      planDecision(gesture, threat, decision);
    else leftOut.push(threat);
  }
  return leftOut;
}

function planDecision(gesture: Gesture, threat: string, { state, basis, by, at, fields }: Decision): void {
  const { author } = gesture;
  for (const [field, after] of Object.entries({ state: [state, basis, by, at], ...fields })) {
    const key = `${threat}|${field}`;
    gesture.put('decisions', null, key, after);
    const stamp = { author, at: gesture.at, id: gesture.newId(), cause: 'import' } as const;
    const log = logEntry({ key, before: null, after }, stamp);
    gesture.put(log.root, null, log.key, log.after);
  }
}

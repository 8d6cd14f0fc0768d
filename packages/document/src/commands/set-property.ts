import {
  type Evidence,
  EVIDENCE_SOURCES,
  isPropertyValue,
  type PropertyValue,
  type SubjectId,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { answerKey, type DecisionChange, logEntry } from '../decision-log.ts';
import { equalValues, wellFormed } from '../equality.ts';
import { accept, type Gesture, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';

/** Arguments of {@link setProperty}; `value: null` makes the property unknown again. */
export interface SetPropertyArguments {
  readonly ids: readonly SubjectId[];
  readonly name: string;
  readonly value: PropertyValue | null;
  /** Where the value comes from; without it, evidence of an earlier value is cleared with that value. */
  readonly evidence?: { readonly source: Evidence['source']; readonly text: string };
  /** With evidence: the team agrees on this value, whatever each said before. */
  readonly agreed?: boolean;
}

/**
 * Gives one property of elements and flows a value. With evidence it is somebody's answer, and is also kept in the log under their own key:
 * the value itself is one for all, so of two people's different answers it holds only the later.
 */
export const setProperty: Verb<SetPropertyArguments> = {
  name: 'setProperty',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, name: given, value, evidence, agreed = false }) {
    const name = wellFormed(given);
    if (ids.length === 0 || name === '') return refuse('nothing-given');
    const unknown = ids.filter((id) => gesture.element(id) === undefined && gesture.flow(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    if (value !== null && !isPropertyValue(value)) return refuse('value-unreadable', ids);
    if (evidence !== undefined && !EVIDENCE_SOURCES.includes(evidence.source)) return refuse('value-unreadable', ids);
    if (evidence !== undefined && evidence.text.length > LIMITS.text) return refuse('text-too-long', ids);
    for (const id of unique(ids)) {
      const root = gesture.flow(id) === undefined ? 'nodes' : 'edges';
      const isNew = !equalValues(gesture.value(root, id, `p.${name}`), value);
      const before = gesture.value(root, id, `p.${name}`);
      if (isNew) gesture.put(root, id, `p.${name}`, value);
      // Not to know what nobody knows is no answer.
      const isAnswer = evidence !== undefined && (isNew || value !== null);
      if (isAnswer) logAnswer(gesture, { key: answerKey(id, name), before, after: value }, agreed);
      const proof =
        value === null || evidence === undefined ? null : [evidence.source, evidence.text, ...gesture.stamp];
      if (isNew || proof !== null) gesture.put(root, id, `e.${name}`, proof);
    }
    return accept(unique(ids));
  },
};

function logAnswer(gesture: Gesture, change: DecisionChange, agreed: boolean): void {
  const { author, at } = gesture;
  const log = logEntry(change, { author, at, id: gesture.newId(), cause: agreed ? 'agree' : 'answer' });
  gesture.put(log.root, null, log.key, log.after);
}

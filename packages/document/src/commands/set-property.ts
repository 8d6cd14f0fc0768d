import {
  type Evidence,
  EVIDENCE_SOURCES,
  isPropertyValue,
  type PropertyValue,
  type SubjectId,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { equalValues, wellFormed } from '../equality.ts';
import { accept, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';

/** Arguments of {@link setProperty}; `value: null` makes the property unknown again. */
export interface SetPropertyArguments {
  readonly ids: readonly SubjectId[];
  readonly name: string;
  readonly value: PropertyValue | null;
  /** Where the value comes from; without it, evidence of an earlier value is cleared with that value. */
  readonly evidence?: { readonly source: Evidence['source']; readonly text: string };
}

/** Gives one property of elements and flows a value. */
export const setProperty: Verb<SetPropertyArguments> = {
  name: 'setProperty',
  undoable: true,
  root: 'nodes',
  plan(gesture, { ids, name: given, value, evidence }) {
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
      if (isNew) gesture.put(root, id, `p.${name}`, value);
      const proof =
        value === null || evidence === undefined ? null : [evidence.source, evidence.text, ...gesture.stamp];
      if (isNew || proof !== null) gesture.put(root, id, `e.${name}`, proof);
    }
    return accept(unique(ids));
  },
};

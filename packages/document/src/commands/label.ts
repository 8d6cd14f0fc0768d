import type { SubjectId } from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { accept, refuse, type Verb } from '../gesture.ts';

/** Arguments of {@link label}; `returnLabel` names the way back of a two-way flow. */
export interface LabelArguments {
  readonly id: SubjectId;
  /** At most 300 characters; `''` clears. */
  readonly text: string;
  readonly which?: 'label' | 'returnLabel';
}

/** Names an element or a flow. */
export const label: Verb<LabelArguments> = {
  name: 'label',
  undoable: true,
  root: 'nodes',
  plan(gesture, { id, text, which = 'label' }) {
    const isFlow = gesture.flow(id) !== undefined;
    if (!isFlow && gesture.element(id) === undefined) return refuse('unknown-id', [id]);
    if (!isFlow && which === 'returnLabel') return refuse('not-a-flow', [id]);
    if (text.length > LIMITS.label) return refuse('text-too-long', [id]);
    const key = which === 'returnLabel' ? 'label2' : 'label';
    const before = gesture.value(isFlow ? 'edges' : 'nodes', id, key) ?? '';
    if (before !== text) gesture.put(isFlow ? 'edges' : 'nodes', id, key, text);
    return accept([id]);
  },
};

import type { SubjectId } from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { wellFormed } from '../equality.ts';
import { accept, type Gesture, refuse, type Verb } from '../gesture.ts';
import { recordAt, textAt } from '../roots.ts';
import { changeOf } from '../text-change.ts';
import { notesKey } from '../writes.ts';

/** Arguments of {@link notes}: whose long text, and the whole new text, at most 50,000 characters. */
export interface NotesArguments {
  /** An element, flow, record or hand-written threat. */
  readonly id: SubjectId;
  readonly text: string;
}

/**
 * Changes a long text; only the part that differs is replaced, so that others' edits elsewhere survive. Not in the history of the board: a text
 * that is being edited has its own (`openLongText`).
 */
export const notes: Verb<NotesArguments> = {
  name: 'notes',
  undoable: false,
  root: 'nodes',
  plan(gesture, { id, text }) {
    if (!hasLongText(gesture, id)) return refuse('unknown-id', [id]);
    if (text.length > LIMITS.longText) return refuse('text-too-long', [id]);
    const key = notesKey(id);
    const shared = textAt(gesture.roots.text, key);
    if (shared === null) return refuse('value-unreadable', [id]);
    const change = changeOf(key, shared.toJSON(), wellFormed(text));
    if (change !== null) gesture.changeText(shared, change);
    return accept([id]);
  },
};

/** Things with a long text beside elements and flows. */
const WITH_TEXT = ['records', 'manual'] as const;

const hasLongText = (gesture: Gesture, id: string): boolean =>
  gesture.element(id) !== undefined ||
  gesture.flow(id) !== undefined ||
  WITH_TEXT.some((root) => {
    const record = recordAt(gesture.roots[root], id);
    return record !== null && (record['del'] ?? null) === null;
  });

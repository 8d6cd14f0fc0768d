import type { SubjectId } from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import type * as Y from 'yjs';
import { wellFormed } from '../equality.ts';
import { accept, refuse, type Verb } from '../gesture.ts';
import { textAt } from '../roots.ts';
import { notesKey } from '../writes.ts';

/** Arguments of {@link notes}: the whole new text, at most 50,000 characters. */
export interface NotesArguments {
  readonly id: SubjectId;
  readonly text: string;
}

/** Changes the notes of an element or flow; only the part that differs is replaced, so that others' edits elsewhere survive. Not in history. */
export const notes: Verb<NotesArguments> = {
  name: 'notes',
  undoable: false,
  root: 'nodes',
  plan(gesture, { id, text }) {
    if (gesture.element(id) === undefined && gesture.flow(id) === undefined) return refuse('unknown-id', [id]);
    if (text.length > LIMITS.longText) return refuse('text-too-long', [id]);
    const shared = textAt(gesture.roots.text, notesKey(id));
    if (shared === null) return refuse('value-unreadable', [id]);
    const after = wellFormed(text);
    if (after !== shared.toJSON())
      gesture.also(() => replaceDifference(shared, after), { root: 'text', key: notesKey(id) });
    return accept([id]);
  },
};

function replaceDifference(shared: Y.Text, after: string): void {
  const [old, next] = [Array.from(shared.toJSON()), Array.from(after)];
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start++;
  let end = 0;
  while (
    end < old.length - start &&
    end < next.length - start &&
    old[old.length - 1 - end] === next[next.length - 1 - end]
  )
    end++;
  const at = old.slice(0, start).join('').length;
  const removed = old.slice(start, old.length - end).join('').length;
  if (removed > 0) shared.delete(at, removed);
  const inserted = next.slice(start, next.length - end).join('');
  if (inserted !== '') shared.insert(at, inserted);
}

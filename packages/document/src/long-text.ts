/**
 * A long text while somebody edits it. It has an undo of its own, which takes back what was typed here and nothing that others typed
 * meanwhile, and which ends with the editing; the history of the board knows nothing of it.
 */

import type { SubjectId } from '@strideboard/model';
import * as Y from 'yjs';
import type { CommandsOptions } from './bind-verbs.ts';
import { type CommandResult, refuse } from './command-result.ts';
import { notes } from './commands/notes.ts';
import { accept, perform } from './gesture.ts';
import { openRoots, textAt } from './roots.ts';
import { changeOf } from './text-change.ts';
import { notesKey, refusedKeys } from './writes.ts';

/** A text being edited. */
export interface LongText {
  /** Writes the whole new text; only what differs is changed. */
  write(text: string): CommandResult;
  /** What is written next is a step of its own, as after a pause. */
  pause(): void;
  /** Takes back what was typed here last, about half a second of typing at a time. `null` where there is nothing to take back. */
  undo(): CommandResult | null;
  redo(): CommandResult | null;
  /** Ends the editing; what could be taken back no longer can. */
  close(): void;
}

/** Typing without a pause of this length is one step. */
const STEP_MS = 500;

/** Begins to edit the long text of an element, flow, record or hand-written threat. Where there is none, everything is refused. */
export function openLongText(options: CommandsOptions, id: SubjectId): LongText {
  const { document, history, author, now, randomId } = options;
  const roots = openRoots(document.doc);
  const key = notesKey(id);
  const shared = textAt(roots.text, key);
  // Our gestures have the history as their origin; others' work is never taken back.
  const manager =
    shared === null ? null : new Y.UndoManager(shared, { captureTimeout: STEP_MS, trackedOrigins: new Set([history]) });

  const step = (go: 'undo' | 'redo'): CommandResult | null => {
    if (shared === null || manager === null) return refuse('value-unreadable', [id]);
    if ((go === 'undo' ? manager.undoStack : manager.redoStack).length === 0) return null;
    if (document.readOnly()) return refuse('read-only');
    const refused = refusedKeys(roots, author(), [{ root: 'text', key }]);
    if (refused.byRole.length > 0) return refuse('role', refused.byRole);
    if (refused.byLock.length > 0) return refuse('locked', refused.byLock);
    const before = shared.toJSON();
    const from = [document.doc.clientID, Y.getState(document.doc.store, document.doc.clientID)] as const;
    manager[go]();
    const change = changeOf(key, before, shared.toJSON());
    if (change === null) return accept([id]);
    const gesture = { id: randomId(), name: { command: notes.name, count: 1 }, at: now(), from };
    history.log.append({ ...gesture, creations: [], writes: [], texts: [change] });
    return accept([id]);
  };

  return {
    write: (text) => perform({ document, history, author, now, randomId, roots }, notes, { id, text }),
    pause: () => manager?.stopCapturing(),
    undo: () => step('undo'),
    redo: () => step('redo'),
    close: () => manager?.destroy(),
  };
}

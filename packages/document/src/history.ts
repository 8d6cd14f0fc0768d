/**
 * Undo and redo of one's own gestures. An entry is what one command wrote; undo writes the value before only where the value after is
 * still there and still mine. What others changed since is skipped and named. Entries come from commands only, are lost on reload, and
 * every undo or redo is one transaction with this object as its origin.
 */

import { principalOf } from './authorship.ts';
import type { BoardDocument } from './board-document.ts';
import { answerKey, type DecisionChange, logEntry } from './decision-log.ts';
import type { Entry, EntryName, Part } from './entry.ts';
import { planReversal } from './reversal.ts';
import { threatOf } from './read-decisions.ts';
import { createGestureLog, type GestureLog } from './gesture-log.ts';
import { openRoots } from './roots.ts';
import { applyWrites, currentValue, refusedKeys, topKeyOf, type Write, writerOf } from './writes.ts';

/** Something undo or redo left as it is, and the principal who changed or uses it (`null` when unknown). */
export interface SkippedItem {
  readonly id: string;
  readonly by: string | null;
}

/** What an undo or redo did. `done` is false when nothing was written; `name` is `null` when there was nothing to take back. */
export interface UndoOutcome {
  readonly done: boolean;
  readonly skipped: readonly SkippedItem[];
  readonly name: EntryName | null;
}

/** The gestures of this session, newest last. */
export interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoName: EntryName | null;
  readonly redoName: EntryName | null;
  /** Takes back the newest gesture as far as it is still mine. */
  undo(): UndoOutcome;
  /** Brings back the gesture taken back last as far as it is still mine. */
  redo(): UndoOutcome;
  /** Every gesture, undo and redo included, as data. */
  readonly log: GestureLog;
  /** Called by commands: remembers a gesture and forgets what could be redone. */
  record(entry: Entry): void;
  /** Calls the listener whenever what can be undone or redone changed. Returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The most gestures that are remembered. */
export const HISTORY_LIMIT = 200;

/** Starts an empty history for a board. */
export function createHistory(document: BoardDocument): History {
  const roots = openRoots(document.doc);
  const done: Entry[] = [];
  const undone: Entry[] = [];
  const clients = new Set<number>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  const log = createGestureLog(document.doc);
  const isMine = (client: number | null): boolean => client !== null && clients.has(client);

  const reverse = (direction: 'undo' | 'redo'): UndoOutcome => {
    const [from, to] = direction === 'undo' ? [done, undone] : [undone, done];
    const entry = from.at(-1);
    if (entry === undefined) return { done: false, skipped: [], name: null };
    const { author: authorNow, now, randomId } = entry.context;
    const author = authorNow();
    const at = now();
    const tuple = [author.principal, at, randomId()];
    const { writes, applied, skipped } = planReversal({ roots, parts: entry.parts, direction, isMine, tuple });
    const all = [...writes, ...logged(writes, { author, at, randomId, cause: direction })];
    const refused = refusedKeys(roots, author, all.map(topKeyOf));
    if (document.readOnly() || refused.byRole.length > 0 || refused.byLock.length > 0) {
      return { done: false, skipped: named(entry.parts), name: entry.name };
    }
    from.pop();
    if (applied.length > 0) {
      to.push({ ...entry, parts: applied });
      const logged = all.map((write) => ({ ...write, before: currentValue(roots, write) }));
      log.append({ id: randomId(), name: { ...entry.name, command: direction }, at, creations: [], writes: logged });
      clients.add(document.doc.clientID);
      document.doc.transact(() => applyWrites(roots, all), history);
    }
    const outcome: UndoOutcome = { done: applied.length > 0, skipped: named(skipped), name: entry.name };
    tell();
    return outcome;
  };

  const logged = (
    writes: readonly Write[],
    stamp: {
      author: ReturnType<Entry['context']['author']>;
      at: number;
      randomId: () => string;
      cause: 'undo' | 'redo';
    },
  ): readonly Write[] =>
    writes.flatMap((write) => {
      const change: DecisionChange | null =
        write.root === 'decisions'
          ? { key: write.key, before: currentValue(roots, write), after: write.after }
          : answerChange(write, writes, stamp.author.principal);
      return change === null ? [] : [logEntry(change, { ...stamp, id: stamp.randomId() })];
    });

  /** What a person says after their answer was taken back or given again: the value that is theirs, or nothing any more. */
  const answerChange = (write: Write, writes: readonly Write[], principal: string): DecisionChange | null => {
    const { root, id, key } = write;
    if (id === null || !key.startsWith('e.')) return null;
    const property = key.slice(2);
    const value = { root, id, key: `p.${property}`, after: null };
    const before = currentValue(roots, value);
    const coming = writes.find((other) => other.root === root && other.id === id && other.key === value.key);
    const after = coming === undefined ? before : coming.after;
    const isMine = Array.isArray(write.after) && write.after[2] === principal;
    return { key: answerKey(id, property), before, after: isMine ? after : null };
  };

  const named = (parts: readonly Part[]): readonly SkippedItem[] => {
    const items = new Map<string, SkippedItem>();
    for (const part of parts) {
      const id = part.kind === 'shown' ? part.id : (part.id ?? threatOf(part.key) ?? part.key);
      if (!items.has(id)) items.set(id, { id, by: lastOther(part) });
    }
    return [...items.values()];
  };

  /** Who else wrote last to a part; for something that came to be shown, any key of it. */
  const lastOther = (part: Part): string | null => {
    const keys =
      part.kind === 'key'
        ? [part.key]
        : [...(roots[part.root]?.get(part.id) === undefined ? [] : Object.keys(part.record)), 'del'];
    for (const key of keys) {
      const writer = writerOf(roots, { root: part.root, id: part.id, key });
      if (writer !== null && !isMine(writer)) return principalOf(roots, writer);
    }
    return null;
  };

  const history: History = {
    log,
    get canUndo() {
      return done.length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
    get undoName() {
      return done.at(-1)?.name ?? null;
    },
    get redoName() {
      return undone.at(-1)?.name ?? null;
    },
    undo: () => reverse('undo'),
    redo: () => reverse('redo'),
    record(entry) {
      clients.add(document.doc.clientID);
      done.push(entry);
      if (done.length > HISTORY_LIMIT) done.shift();
      undone.length = 0;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return history;
}

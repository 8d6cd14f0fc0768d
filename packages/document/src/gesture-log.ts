/** Every gesture of this replica as data, whether or not it can be undone: what a journal keeps until the server has stored it. */

import type { RootName } from '@strideboard/wire';
import * as Y from 'yjs';
import type { EntryName } from './entry.ts';
import type { TextChange } from './text-change.ts';
import type { Creation } from './writes.ts';

/** One key a gesture changed. `before` is what it had when the gesture was made; absent values are `null`. */
export interface LoggedWrite {
  readonly root: RootName;
  readonly id: string | null;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One gesture: plain JSON, complete enough to make it again on another copy of the document. */
export interface LoggedGesture {
  readonly id: string;
  readonly name: EntryName;
  /** ms since 1970 UTC */
  readonly at: number;
  readonly creations: readonly Creation[];
  readonly writes: readonly LoggedWrite[];
  /** Changes of long texts; absent where there are none. */
  readonly texts?: readonly TextChange[];
  /** Client and clock of the document's store at which its first value stands: a document that has reached this has the whole gesture. */
  readonly from?: readonly [client: number, clock: number];
}

/** Where gestures are told to whoever keeps them. */
export interface GestureLog {
  /** Called by commands and history, inside the gesture's own turn and before its transaction is over for other replicas. */
  append(gesture: LoggedGesture): void;
  /** Calls the listener with each gesture. Returns the way to stop. */
  readonly subscribe: (listener: (gesture: LoggedGesture) => void) => () => void;
}

/** A log of a document's gestures nobody listens to yet. */
export function createGestureLog(doc: Y.Doc): GestureLog {
  const listeners = new Set<(gesture: LoggedGesture) => void>();
  return {
    append(gesture) {
      const from = [doc.clientID, Y.getState(doc.store, doc.clientID)] as const;
      for (const listener of [...listeners]) listener({ from, ...gesture });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

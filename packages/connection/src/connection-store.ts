// The state of a connection as one immutable object that is replaced only when something in it changed.

import type { ConnectionProblem, ConnectionState } from './contract.ts';

/** Holds the state and tells who listens. */
export interface ConnectionStore {
  state(): ConnectionState;
  /** Changes fields; nothing happens when all of them are as before. */
  set(change: Partial<ConnectionState>): void;
  subscribe(listener: () => void): () => void;
  /** Nobody is told anything any more. */
  dispose(): void;
}

/** A store that begins with the state of a connection nobody has tried yet. */
export function createConnectionStore(): ConnectionStore {
  let state: ConnectionState = INITIAL;
  let listeners: ReadonlySet<() => void> = new Set();
  return {
    state: () => state,
    set: (change) => {
      const next: ConnectionState = Object.freeze({ ...state, ...change });
      if (sameState(state, next)) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      const own = () => listener();
      listeners = new Set([...listeners, own]);
      return () => {
        listeners = new Set([...listeners].filter((other) => other !== own));
      };
    },
    dispose: () => {
      listeners = new Set();
    },
  };
}

const INITIAL: ConnectionState = Object.freeze({
  phase: 'opening',
  save: 'saved',
  waiting: 0,
  role: null,
  locked: false,
  principal: null,
  colour: null,
  epoch: null,
  synced: false,
  cached: false,
  cacheProblem: null,
  problem: null,
  serverOffsetMs: 0,
});

function sameState(a: ConnectionState, b: ConnectionState): boolean {
  const names = Object.keys(a) as (keyof ConnectionState)[]; // keys of a plain object of this type
  return names.every((name) => (name === 'problem' ? sameProblem(a.problem, b.problem) : Object.is(a[name], b[name])));
}

function sameProblem(a: ConnectionProblem | null, b: ConnectionProblem | null): boolean {
  if (a === null || b === null) return a === b;
  return a.code === b.code && a.closeCode === b.closeCode && a.reason === b.reason && a.retrying === b.retrying;
}

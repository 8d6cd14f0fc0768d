/** What this browser holds of a board's work that the server has not confirmed. */

/** A picture of it; the same object until something changed. */
export interface KeptWork {
  /** Changes that earlier pages of this browser left behind and that the server has not confirmed. */
  readonly earlier: number;
  /** Whether further changes are written down in this browser; false once its store has refused. */
  readonly durable: boolean;
}

/** The picture, and a call after each change. */
export interface KeptWorkStore {
  state(): KeptWork;
  subscribe(listener: () => void): () => void;
  set(change: Partial<KeptWork>): void;
}

/** Creates the picture of a board that is being opened. */
export function createKeptWork(): KeptWorkStore {
  let state: KeptWork = { earlier: 0, durable: true };
  const listeners = new Set<() => void>();
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (change) => {
      const next = { ...state, ...change };
      if (next.earlier === state.earlier && next.durable === state.durable) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
}

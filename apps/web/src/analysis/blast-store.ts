/** The blast radius on show, for panel and canvas alike: written by whoever works it out. Mine alone. */
import type { BlastDifference } from '@strideboard/stride';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepTexts } from './blast-protocol.ts';

/** What is known right now. */
export interface BlastState {
  /** The newest answer: without and with what is assumed. `null` until there is one, and for a start that nobody can have. */
  readonly answer: BlastDifference | null;
  /** `failed`: the worker died twice in a row; the last good answer stays. */
  readonly phase: 'working' | 'answered' | 'gone' | 'failed';
  /** What the pack says of its steps; empty until the worker has said it. */
  readonly steps: StepTexts;
  /** Whose path is drawn, as `reachedKey` names it; `null` for none. */
  readonly chosen: string | null;
  /** Asks once more with a new worker, after `failed`. */
  readonly retry: () => void;
}

/** The store of one board. */
export type BlastStore = StoreApi<BlastState>;

/** Nothing is known and nothing chosen. */
export const NO_BLAST: BlastState = { answer: null, phase: 'working', steps: {}, chosen: null, retry: () => {} };

/** Creates the store before any blast radius was opened. */
export const createBlastStore = (): BlastStore => createStore<BlastState>()(() => NO_BLAST);

/** Provides the store of the open board. */
export const BlastContext = createContext<BlastStore | null>(null);

/** The store itself, for event handlers. Throws outside a board. */
export function useBlastStore(): BlastStore {
  const store = useContext(BlastContext);
  if (store === null) throw new Error('useBlastStore: no board is open here');
  return store;
}

/** A slice of what is known. */
export function useBlast<T>(slice: (state: BlastState) => T): T {
  return useStore(useBlastStore(), slice);
}

/** My cards that nobody has seen yet: what the parts of the page share of them. Filled by `keep-cards.ts` once it is here. */
import type { StrideLetter } from '@strideboard/model';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SessionStore } from '../session/session-store.ts';
import { useSessionStore } from '../session/use-session.ts';

/** One card of mine. */
export interface OwnCard {
  readonly id: string;
  /** The round it was written in. */
  readonly round: string;
  readonly letters: readonly StrideLetter[];
  readonly on: readonly string[];
  readonly text: string;
  /** Server time, ms since 1970 UTC. */
  readonly at: number;
  /** Written after the cards of its round were shown. */
  readonly late: boolean;
}

/** The cards, oldest first, and what can be done with them; at once, in this browser only. */
export interface CardBox {
  readonly cards: readonly OwnCard[];
  /** Whether they survive this page; false where the browser keeps nothing. */
  readonly isKept: boolean;
  readonly put: (card: OwnCard) => void;
  readonly remove: (ids: readonly string[]) => void;
}

/** The store of one board. */
export type CardBoxStore = StoreApi<CardBox>;

/** An empty box that keeps nothing yet. */
export const createCardBox = (): CardBoxStore =>
  createStore<CardBox>()(() => ({ cards: [], isKept: true, put: () => {}, remove: () => {} }));

/** The box belongs to a session and lives as long; it is made here, so that the first load of a board carries nothing of it. */
const BOXES = new WeakMap<SessionStore, CardBoxStore>();

/** The box of the open board, for event handlers. Throws outside a board. */
export function useCardBoxStore(): CardBoxStore {
  const session = useSessionStore();
  const box = BOXES.get(session) ?? createCardBox();
  BOXES.set(session, box);
  return box;
}

/** A slice of the box. */
export const useCardBox = <T>(slice: (box: CardBox) => T): T => useStore(useCardBoxStore(), slice);

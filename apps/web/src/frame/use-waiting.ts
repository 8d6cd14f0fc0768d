/** How much of this person's work the server has not confirmed, that of earlier pages of this browser included. */
import { useSyncExternalStore } from 'react';
import type { KeptWork } from '../room/kept-work.ts';
import { useConnection, useRoom } from '../room/use-room.ts';

/** Changes that the server has not confirmed. */
export function useWaiting(): number {
  const waiting = useConnection((state) => state.waiting);
  return waiting + useKeptWork().earlier;
}

/** What this browser holds of it. */
export function useKeptWork(): KeptWork {
  const { kept } = useRoom();
  return useSyncExternalStore(kept.subscribe, kept.state);
}

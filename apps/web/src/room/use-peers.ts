/** The other people on the board, for components. */
import { useSyncExternalStore } from 'react';
import type { Peer } from './peers.ts';
import { useRoom } from './use-room.ts';

/** The others; renders again when somebody's presence changes. */
export function usePeers(): readonly Peer[] {
  const { peers } = useRoom();
  return useSyncExternalStore(peers.subscribe, peers.list);
}

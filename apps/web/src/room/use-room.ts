/** Reading the open board from components. Each hook answers one question and renders again only when its answer changes. */
import type { ConnectionState } from '@strideboard/connection';
import type { Model } from '@strideboard/model';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Room } from './room.ts';

/** Provides the open board. */
export const RoomContext = createContext<Room | null>(null);

/** The open board, for event handlers. Throws outside one. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('useRoom: no board is open here');
  return room;
}

/** A value derived from the model; `select` must return the same object while nothing it depends on changed. */
export function useModel<T>(select: (model: Model) => T): T {
  const { document } = useRoom();
  const subscribe = useCallback((listener: () => void) => document.subscribe(listener), [document]);
  return useSyncExternalStore(subscribe, () => select(document.model()));
}

/** A slice of the connection's state. */
export function useConnection<T>(select: (state: ConnectionState) => T): T {
  const { connection } = useRoom();
  const subscribe = useCallback((listener: () => void) => connection.subscribe(listener), [connection]);
  return useSyncExternalStore(subscribe, () => select(connection.state()));
}

/** Whether this person may change the diagram right now. */
export function useMayEdit(): boolean {
  const room = useRoom();
  useConnection((state) => `${state.role ?? ''} ${state.phase}`);
  return room.mayEdit();
}

/** Reading the open board from components. Each hook answers one question and renders again only when its answer changes. */
import type { ConnectionState } from '@strideboard/connection';
import type { Model } from '@strideboard/model';
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { PacksInUse } from '../packs/packs-in-use.ts';
import type { Room } from './room.ts';

/** Provides the open board. */
export const RoomContext = createContext<Room | null>(null);

/** The open board, for event handlers. Throws outside one. */
export function useRoom(): Room {
  const room = useContext(RoomContext);
  if (room === null) throw new Error('useRoom: no board is open here');
  return room;
}

/** A slice of the board's own packs. */
export function usePacks<T>(slice: (state: PacksInUse) => T): T {
  return useStore(useRoom().packs.store, slice);
}

/** The room for everything that shows what packs bring: another object whenever they change, so that all of it follows. */
export function useRoomWithPacks(room: Room): Room {
  const index = useStore(room.packs.store, (state) => state.index);
  return useMemo(() => (index === null ? room : { ...room, pack: index }), [room, index]);
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
  useConnection((state) => `${state.role ?? ''} ${state.phase} ${state.locked}`);
  return room.mayEdit();
}

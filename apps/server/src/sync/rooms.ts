// All loaded rooms: loaded once, committed together, compacted, unloaded when empty, dropped when they hold what is not on disk.

import { CLOSE, CLOSE_REASON, type CloseCode, type CloseReason } from '@strideboard/wire';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Store } from '../store/store.ts';
import { createCommitter } from './committer.ts';
import type { Health } from './health.ts';
import type { Participant } from './participant.ts';
import { createRoom, type Room } from './room.ts';

/** Why a room cannot be joined: it is not there, it took too long, or it could not be rebuilt. */
export type OpenProblem = 'gone' | 'timeout' | 'failed';

/** Result of opening a room. */
type OpenResult = { readonly ok: true; readonly room: Room } | { readonly ok: false; readonly problem: OpenProblem };

/** The loaded rooms of a server. */
export type Rooms = {
  /** The loaded room; joiners at the same time share one load. */
  open(id: string): Promise<OpenResult>;
  /** The room when it is loaded or being loaded; null otherwise, at once. */
  present(id: string): Promise<Room | null>;
  /** The room if it is loaded. */
  loaded(id: string): Room | null;
  /** Takes a participant out; an empty room is compacted and unloaded after a while. */
  leave(room: Room, participant: Participant): void;
  /** Closes every socket and forgets the room, whatever it holds. */
  drop(room: Room, code: CloseCode, reason: CloseReason): void;
  /** Resolves when everything applied in a room is on disk, or the room was dropped. */
  settled(room: Room): Promise<void>;
  /** Closes the sockets of a room that a test picks, with 4403. */
  expel(room: string, isMeant: (participant: Participant) => boolean, reason: CloseReason): void;
  sweep(now: number): void;
  /** Commits everything, closes all sockets with 1012 and forgets all rooms. */
  dispose(): Promise<void>;
};

const COMPACT_ROWS = 500;
const COMPACT_BYTES = 1024 * 1024;

/** Creates the rooms of a server. */
export function createRooms(options: {
  readonly store: Store;
  readonly health: Health;
  readonly config: Pick<Config, 'limits' | 'timing'>;
  readonly logger: Logger;
  readonly roomHash: (room: string) => string;
  readonly now: () => number;
}): Rooms {
  const { store, health, config, logger, roomHash, now } = options;
  const loads = new Map<string, Promise<OpenResult>>();
  const rooms = new Map<string, Room>();
  const unloads = new Map<Room, NodeJS.Timeout>();
  const compactAt = new WeakMap<Room, number>();

  const forget = (room: Room): void => {
    clearTimeout(unloads.get(room));
    unloads.delete(room);
    if (rooms.get(room.id) === room) {
      rooms.delete(room.id);
      loads.delete(room.id);
    }
    room.dispose();
  };

  const drop = (room: Room, code: CloseCode, reason: CloseReason): void => {
    const participants = [...room.participants];
    room.participants.clear();
    forget(room);
    for (const participant of participants) participant.close(code, reason);
  };

  const committer = createCommitter({
    store,
    now,
    onCommitted(committed) {
      health.succeeded();
      for (const room of committed) {
        const isDue = room.log.rows >= (compactAt.get(room) ?? COMPACT_ROWS) || room.log.bytes >= COMPACT_BYTES;
        if (isDue) void compact(room);
      }
    },
    onFailed(failed, error) {
      health.failed();
      logger.error({ err: error, rooms: failed.map((room) => roomHash(room.id)) }, 'commit failed; rooms dropped');
      for (const room of failed) drop(room, CLOSE.gaveUp, CLOSE_REASON.commitFailed);
    },
  });

  const compact = async (room: Room): Promise<void> => {
    compactAt.set(room, room.log.rows + COMPACT_ROWS);
    try {
      const snapshot = room.held === null ? room.snapshot() : null;
      if (snapshot === null) return;
      await store.compact(snapshot);
      room.compacted(snapshot);
      compactAt.delete(room);
    } catch (error) {
      // The log still holds everything; the next threshold tries again.
      logger.warn({ err: error, room: roomHash(room.id) }, 'compaction failed; the log is kept');
    }
  };

  const load = async (id: string): Promise<OpenResult> => {
    try {
      const stored = await store.load(id);
      if (stored === null || stored.room.deletedAt !== null) {
        loads.delete(id);
        return { ok: false, problem: 'gone' };
      }
      const room = createRoom(stored, { ...config, now, onDirty: (dirty) => committer.touch(dirty) });
      rooms.set(id, room);
      unloadLater(room);
      return { ok: true, room };
    } catch (error) {
      loads.delete(id);
      logger.error({ err: error, room: roomHash(id) }, 'a room could not be loaded');
      return { ok: false, problem: 'failed' };
    }
  };

  const unloadLater = (room: Room): void => {
    clearTimeout(unloads.get(room));
    const timer = setTimeout(() => {
      void unload(room);
    }, config.timing.unloadAfter);
    timer.unref();
    unloads.set(room, timer);
  };

  const unload = async (room: Room): Promise<void> => {
    if (room.participants.size > 0 || rooms.get(room.id) !== room) return;
    await settled(room);
    if (room.log.rows > 0) await compact(room);
    const isIdle = room.participants.size === 0 && room.isClean() && room.held === null;
    if (isIdle && rooms.get(room.id) === room) forget(room);
  };

  const settled = async (room: Room): Promise<void> => {
    while (rooms.get(room.id) === room && !room.isClean()) await (room.held ?? committer.flush());
  };

  return {
    drop,
    settled,
    async open(id) {
      let loading = loads.get(id);
      if (loading === undefined) {
        loading = load(id);
        loads.set(id, loading);
      }
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise<OpenResult>((resolve) => {
        timer = setTimeout(() => resolve({ ok: false, problem: 'timeout' }), config.timing.loadTimeout);
      });
      const result = await Promise.race([loading, timeout]);
      clearTimeout(timer);
      return result;
    },
    async present(id) {
      const loading = await loads.get(id);
      return loading?.ok === true && rooms.get(id) === loading.room ? loading.room : null;
    },
    loaded(id) {
      return rooms.get(id) ?? null;
    },
    leave(room, participant) {
      if (!room.participants.delete(participant)) return;
      room.presence.leave(participant);
      room.claims.release(participant, now());
      if (room.participants.size === 0) unloadLater(room);
    },
    expel(id, isMeant, reason) {
      for (const participant of [...(rooms.get(id)?.participants ?? [])]) {
        if (isMeant(participant)) participant.close(CLOSE.forbidden, reason);
      }
    },
    sweep(at) {
      for (const room of rooms.values()) {
        room.presence.expire(at);
        room.claims.expire(at);
        for (const participant of [...room.participants]) participant.sweep(at);
      }
    },
    async dispose() {
      await committer.flush();
      for (const room of [...rooms.values()]) drop(room, CLOSE.restart, CLOSE_REASON.serverRestart);
    },
  };
}

// All loaded rooms: loaded once, committed together, compacted, unloaded when empty, dropped when they hold what is not on disk.

import { setTimeout as wait } from 'node:timers/promises';
import { CLOSE, CLOSE_REASON, type CloseCode, type CloseReason, type Role } from '@strideboard/wire';
import type { Logger } from 'pino';
import type { Bus, Unsubscribe } from '../bus/bus.ts';
import type { Config } from '../config.ts';
import type { Desk } from '../jobs/desk.ts';
import type { Census, Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import type { AutomaticVersions } from '../versions/automatic-versions.ts';
import { createCommitter } from './committer.ts';
import { CHEAP_BYTES, createCompaction } from './compaction.ts';
import type { Health } from './health.ts';
import type { Participant } from './participant.ts';
import { createRoom, type Room } from './room.ts';

/** Why a room cannot be joined: it is not there, it took too long, it could not be rebuilt, or too many rooms are in use. */
export type OpenProblem = 'gone' | 'timeout' | 'failed' | 'full';

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
  /** How many are in what role, and what waits for compaction. */
  census(): Census;
  sweep(now: number): void;
  /** Resolves when everything applied so far is on disk or given up. */
  flush(): Promise<void>;
  /** Closes all sockets with 1012, a few at a time, commits everything, compacts what is cheap and forgets all rooms. */
  dispose(): Promise<void>;
};

const GOODBYE_PER_SOCKET_MS = 20;
const CHEAP_COMPACTIONS = 100;

/** Creates the rooms of a server. */
export function createRooms(options: {
  readonly store: Store;
  readonly bus: Bus;
  readonly desk: Desk;
  readonly health: Health;
  readonly metrics: Metrics;
  readonly versions: AutomaticVersions;
  readonly config: Pick<Config, 'limits' | 'timing'>;
  readonly logger: Logger;
  readonly roomHash: (room: string) => string;
  readonly now: () => number;
}): Rooms {
  const { store, bus, health, metrics, versions, config, logger, roomHash, now } = options;
  const loads = new Map<string, Promise<OpenResult>>();
  const rooms = new Map<string, Room>();
  const unloads = new Map<Room, NodeJS.Timeout>();
  const subscriptions = new Map<Room, readonly Unsubscribe[]>();
  const compaction = createCompaction(options);

  const forget = (room: Room): void => {
    clearTimeout(unloads.get(room));
    unloads.delete(room);
    for (const unsubscribe of subscriptions.get(room) ?? []) unsubscribe();
    subscriptions.delete(room);
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
    metrics,
    now,
    onCommitted(room, { seq, update }) {
      health.succeeded();
      bus.publish(room.id, seq, update).catch((error: unknown) => {
        logger.error({ err: error, room: roomHash(room.id) }, 'a stored update could not be told; its room is dropped');
        drop(room, CLOSE.gaveUp, CLOSE_REASON.commitFailed);
      });
      versions.changed(room);
      compaction.committed(room);
    },
    onFailed(failed, error) {
      health.failed();
      logger.error({ err: error, rooms: failed.map((room) => roomHash(room.id)) }, 'commit failed; rooms dropped');
      for (const room of failed) drop(room, CLOSE.gaveUp, CLOSE_REASON.commitFailed);
    },
  });

  /** What is stored reaches the people of a room by way of the bus, in order; a gap means that the room is behind its log. */
  const subscribe = (room: Room): void => {
    subscriptions.set(room, [
      bus.onPresence(room.id, (frame) => room.showPresence(frame)),
      bus.subscribe(room.id, room.seq, {
        onUpdate: (_seq, update) => room.broadcast(update),
        onGap: (gap) => {
          logger.error({ ...gap, room: roomHash(room.id) }, 'a room is behind its log; it is loaded anew');
          drop(room, CLOSE.gaveUp, CLOSE_REASON.loadFailed);
        },
      }),
    ]);
  };

  const load = async (id: string): Promise<OpenResult> => {
    const begun = performance.now();
    try {
      const stored = await store.load(id);
      if (stored === null || stored.room.deletedAt !== null) {
        loads.delete(id);
        return { ok: false, problem: 'gone' };
      }
      const room = createRoom(stored, {
        ...config,
        metrics,
        now,
        onDirty: (dirty) => committer.touch(dirty),
        onPresence: (frame) => bus.presence(id, frame),
      });
      rooms.set(id, room);
      subscribe(room);
      if (room.log.rows > 0) versions.changed(room); // stored before a crash, or by a server without versions
      metrics.loaded(performance.now() - begun);
      unloadLater(room);
      return { ok: true, room };
    } catch (error) {
      loads.delete(id);
      metrics.loadFailed();
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
    await versions.keep(room);
    await compaction.compact(room);
    const isIdle = room.participants.size === 0 && room.isClean() && room.held === null;
    if (isIdle && rooms.get(room.id) === room) forget(room);
  };

  /** Forgets a room that nobody is in; false when there is none. */
  const makeSpace = (): boolean => {
    for (const room of unloads.keys()) {
      if (room.participants.size > 0 || !room.isClean() || room.held !== null) continue;
      forget(room);
      return true;
    }
    return false;
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
        if (loads.size >= config.limits.rooms && !makeSpace()) return { ok: false, problem: 'full' };
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
      versions.sweep(rooms.values(), at);
      for (const room of rooms.values()) {
        room.presence.expire(at);
        room.claims.expire(at);
        for (const participant of [...room.participants]) participant.sweep(at);
      }
    },
    census() {
      const sockets = new Map<Role, number>();
      let logRows = 0;
      for (const { participants, log } of rooms.values()) {
        logRows += log.rows;
        for (const { role } of participants) sockets.set(role, (sockets.get(role) ?? 0) + 1);
      }
      return { rooms: rooms.size, sockets, logRows };
    },
    flush: () => committer.flush(),
    async dispose() {
      const everybody = [...rooms.values()].flatMap(({ participants }) => [...participants]);
      const spread = Math.min(config.timing.goodbyeSpread, everybody.length * GOODBYE_PER_SOCKET_MS);
      const begun = performance.now();
      for (const [index, participant] of everybody.entries()) {
        const early = begun + (spread * index) / everybody.length - performance.now();
        if (early > 0) await wait(early);
        participant.close(CLOSE.restart, CLOSE_REASON.serverRestart);
      }
      await committer.flush();
      const cheap = [...rooms.values()].filter(({ bytes, log }) => log.rows > 0 && bytes < CHEAP_BYTES);
      for (const room of cheap.slice(0, CHEAP_COMPACTIONS)) await compaction.compact(room);
      for (const room of [...rooms.values()]) drop(room, CLOSE.restart, CLOSE_REASON.serverRestart);
    },
  };
}

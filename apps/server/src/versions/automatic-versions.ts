// Versions that the server makes by itself: after a while of work, and when the last person has left a board that changed.

import type { Room } from '../sync/room.ts';
import { thinVersions, type VersionContext } from './version-keeping.ts';
import { versionOf } from './version.ts';

/** Makes versions of rooms that change. */
export type AutomaticVersions = {
  /** Something was stored in the room. */
  changed(room: Room): void;
  /** A version that somebody asked for holds the present of the room. */
  kept(room: Room): void;
  /** Makes a version of a room when it changed since the last one. Never fails: what could not be kept is tried again with the next. */
  keep(room: Room): Promise<void>;
  /** Makes versions of the rooms in which somebody has worked long enough. */
  sweep(rooms: Iterable<Room>, now: number): void;
};

/** Creates the keeper; `everyMs` is how long somebody works before a version is made. */
export function createAutomaticVersions(context: VersionContext & { readonly everyMs: number }): AutomaticVersions {
  const { store, logger, now, everyMs } = context;
  const changedSince = new WeakMap<Room, number>();
  const busy = new WeakSet<Room>();

  const keep = async (room: Room): Promise<void> => {
    const since = changedSince.get(room);
    if (since === undefined || busy.has(room)) return;
    busy.add(room);
    try {
      changedSince.delete(room); // what is stored from here on is for the next version
      const version = await versionOf(room, { kind: 'automatic', label: null, author: null }, now());
      if (version === null) changedSince.set(room, since);
      else {
        await store.addVersion(version);
        await thinVersions(context, room.id);
      }
    } catch (error) {
      changedSince.set(room, since);
      logger.warn({ err: error }, 'a version could not be made; it is tried again later');
    } finally {
      busy.delete(room);
    }
  };

  return {
    changed(room) {
      if (!changedSince.has(room)) changedSince.set(room, now());
    },
    kept(room) {
      changedSince.delete(room);
    },
    keep,
    sweep(rooms, at) {
      for (const room of rooms) {
        const since = changedSince.get(room);
        if (since !== undefined && at - since >= everyMs && room.isClean()) void keep(room);
      }
    },
  };
}

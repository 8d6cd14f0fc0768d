// Store in memory: for tests of everything above the store, and as the second reading of the contract.
/* eslint-disable @typescript-eslint/require-await -- the contract speaks in promises: `async` turns a throw into a rejection */

import { type Append, DamagedRoomError, type LinkRow, type RoomRow, type Snapshot, type Store } from './store.ts';

type MemoryRoom = {
  row: RoomRow;
  snapshot: Snapshot | null;
  log: Append[];
  readonly authors: Map<number, string>;
};

/** A store that forgets everything when it is disposed. */
export function createMemoryStore(): Store {
  const rooms = new Map<string, MemoryRoom>();
  const links = new Map<string, LinkRow>();

  const lastSeq = (room: MemoryRoom): number => room.log.at(-1)?.seq ?? room.snapshot?.upto ?? 0;
  const need = (id: string): MemoryRoom => {
    const room = rooms.get(id);
    if (room === undefined) throw new Error(`memory store: no room ${id}`);
    return room;
  };

  return {
    async createRoom(room, link) {
      if (rooms.has(room.id) || links.has(link.id)) throw new Error(`createRoom: ${room.id} or its link exists`);
      const row: RoomRow = {
        id: room.id,
        epoch: 1,
        createdAt: room.createdAt,
        bytes: 0,
        locked: false,
        deletedAt: null,
      };
      rooms.set(room.id, { row, snapshot: null, log: [], authors: new Map() });
      links.set(link.id, link);
    },
    async room(id) {
      return rooms.get(id)?.row ?? null;
    },
    async load(id) {
      const room = rooms.get(id);
      if (room === undefined) return null;
      const first = room.snapshot?.upto ?? 0;
      if (room.log.some((row, index) => row.seq !== first + index + 1))
        throw new DamagedRoomError(`load: hole in log of ${id}`);
      return {
        room: room.row,
        snapshot: room.snapshot?.blob ?? null,
        updates: room.log.map((row) => row.update),
        lastSeq: lastSeq(room),
        authors: new Map(room.authors),
      };
    },
    async append(batch) {
      for (const row of batch) {
        const room = need(row.room);
        if (row.epoch !== room.row.epoch || row.seq <= lastSeq(room))
          throw new Error(`append: seq ${row.seq} is taken`);
      }
      for (const row of batch) {
        const room = need(row.room);
        room.log.push({ ...row, update: row.update.slice() });
        room.row = { ...room.row, bytes: room.row.bytes + row.update.byteLength };
        for (const [client, principal] of row.authors)
          if (!room.authors.has(client)) room.authors.set(client, principal);
      }
    },
    async compact(snapshot) {
      const room = need(snapshot.room);
      room.snapshot = { ...snapshot, blob: snapshot.blob.slice() };
      room.log = room.log.filter((row) => row.seq > snapshot.upto);
      const logBytes = room.log.reduce((sum, row) => sum + row.update.byteLength, 0);
      room.row = { ...room.row, bytes: snapshot.blob.byteLength + logBytes };
    },
    async addLink(link) {
      need(link.room);
      if (links.has(link.id)) throw new Error('addLink: id exists');
      links.set(link.id, link);
    },
    async link(id) {
      return links.get(id) ?? null;
    },
    async links(room) {
      return [...links.values()].filter((link) => link.room === room).sort((a, b) => a.createdAt - b.createdAt);
    },
    async revokeLink({ room, id, at }) {
      const link = links.get(id);
      if (link === undefined || link.room !== room || link.revokedAt !== null) return false;
      links.set(id, { ...link, revokedAt: at });
      return true;
    },
    async probe() {},
    dispose() {
      rooms.clear();
      links.clear();
    },
  };
}

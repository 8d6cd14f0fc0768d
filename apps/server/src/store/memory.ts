// Store in memory: for tests of everything above the store, and as the second reading of the contract.
/* oxlint-disable typescript/require-await -- the contract speaks in promises: `async` turns a throw into a rejection */

import type { Author } from '@strideboard/wire';
import {
  type Append,
  type AuditEntry,
  type AuthorMark,
  DamagedRoomError,
  type LinkRow,
  type RoomRow,
  type Snapshot,
  type Store,
  type VersionRow,
} from './store.ts';

type MemoryRoom = {
  row: RoomRow;
  snapshot: Snapshot | null;
  log: Append[];
  /** By epoch, then by client. */
  readonly authors: Map<number, Map<number, Author>>;
  readonly removed: Map<string, number>;
  versions: VersionRow[];
};

/** A store that forgets everything when it is disposed. */
export function createMemoryStore(): Store {
  const rooms = new Map<string, MemoryRoom>();
  const links = new Map<string, LinkRow>();
  let audit: AuditEntry[] = [];

  const lastSeq = (room: MemoryRoom): number => room.log.at(-1)?.seq ?? room.snapshot?.upto ?? 0;
  const need = (id: string): MemoryRoom => {
    const room = rooms.get(id);
    if (room === undefined) throw new Error(`memory store: no room ${id}`);
    return room;
  };
  const authorsOf = (room: MemoryRoom): Map<number, Author> => {
    const known = room.authors.get(room.row.epoch) ?? new Map<number, Author>();
    room.authors.set(room.row.epoch, known);
    return known;
  };
  const note = (authors: Map<number, Author>, mark: AuthorMark, at: number): void => {
    const known = authors.get(mark.client);
    if (known === undefined) authors.set(mark.client, { ...mark, firstAt: at, lastAt: at });
    else if (known.principal === mark.principal || (!known.claimed && mark.claimed)) {
      authors.set(mark.client, { ...known, ...mark, claimed: known.claimed || mark.claimed, lastAt: at });
    }
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
        quota: null,
        deletedAt: null,
      };
      rooms.set(room.id, { row, snapshot: null, log: [], authors: new Map(), removed: new Map(), versions: [] });
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
      const ended = [...room.authors].filter(([epoch]) => epoch < room.row.epoch);
      return {
        room: room.row,
        snapshot: room.snapshot?.blob ?? null,
        updates: room.log.map((row) => row.update),
        lastSeq: lastSeq(room),
        authors: [...authorsOf(room).values()].sort((a, b) => a.client - b.client),
        endedClients: new Set(ended.flatMap(([, authors]) => [...authors.keys()])),
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
        for (const mark of row.authors) note(authorsOf(room), mark, row.at);
      }
    },
    async compact(snapshot) {
      const room = need(snapshot.room);
      if (room.row.epoch !== snapshot.epoch) throw new Error('compact: the room is in another epoch');
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
    async rooms() {
      return [...rooms.values()].map(({ row }) => row).sort((a, b) => a.createdAt - b.createdAt);
    },
    async setQuota({ room, quota }) {
      need(room).row = { ...need(room).row, quota };
    },
    async audit(entries) {
      audit.push(...entries);
    },
    async auditOf(room, limit) {
      return audit
        .filter((entry) => entry.room === room)
        .toReversed()
        .slice(0, limit);
    },
    async dropAudit(before) {
      audit = audit.filter(({ at }) => at >= before);
    },
    async setLocked({ room, locked }) {
      need(room).row = { ...need(room).row, locked };
    },
    async deleteRoom({ room, at }) {
      need(room).row = { ...need(room).row, deletedAt: need(room).row.deletedAt ?? at };
    },
    async purge(before, at) {
      const ids = [...rooms].flatMap(([id, { row }]) => ((row.deletedAt ?? before) < before ? [id] : []));
      for (const id of ids) rooms.delete(id);
      for (const [id, link] of links) if (ids.includes(link.room)) links.delete(id);
      audit = audit.filter(({ room }) => room === null || !ids.includes(room));
      for (const room of ids) audit.push({ at, room, principal: null, action: 'room-purged', detail: null });
      return ids.length;
    },
    async addVersion(version) {
      need(version.room).versions.unshift({ ...version, blob: version.blob.slice() });
    },
    async versions(room) {
      const sorted = [...need(room).versions].sort((a, b) => b.at - a.at);
      return sorted.map(({ id, epoch, at, kind, label, author, blob }) => ({
        versionId: id,
        epoch,
        at,
        kind,
        label,
        author,
        bytes: blob.byteLength,
      }));
    },
    async version(room, id) {
      return rooms.get(room)?.versions.find((version) => version.id === id) ?? null;
    },
    async dropVersions({ room, ids }) {
      need(room).versions = need(room).versions.filter((version) => !ids.includes(version.id));
    },
    async changeEpoch({ room: id, from, seq, at, blob, stateVector, clients, builtBy, before }) {
      const room = need(id);
      if (room.row.epoch !== from || lastSeq(room) !== seq || room.row.deletedAt !== null) return false;
      const newestFirst = [...room.authors].sort(([a], [b]) => b - a).map(([, authors]) => authors);
      room.versions.unshift({ ...before, blob: before.blob.slice() });
      room.row = { ...room.row, epoch: from + 1, bytes: blob.byteLength };
      room.snapshot = { room: id, epoch: from + 1, upto: seq, blob: blob.slice(), stateVector };
      room.log = [];
      for (const client of clients) {
        const known = newestFirst.find((authors) => authors.has(client))?.get(client);
        if (known !== undefined) authorsOf(room).set(client, known);
        else if (builtBy !== null) note(authorsOf(room), { client, principal: builtBy, claimed: true }, at);
      }
      return true;
    },
    async setRemoved({ room, principal, at }) {
      if (at === null) need(room).removed.delete(principal);
      else need(room).removed.set(principal, at);
    },
    async removedAt(room, principal) {
      return rooms.get(room)?.removed.get(principal) ?? null;
    },
    async removed(room) {
      return new Map([...(rooms.get(room)?.removed ?? [])].sort());
    },
    async probe() {},
    dispose() {
      rooms.clear();
      links.clear();
    },
  };
}

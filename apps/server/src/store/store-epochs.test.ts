import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from './memory.ts';
import { MIGRATIONS, migrate } from './migrations.ts';
import { createSqliteStore, DATABASE_FILE, openDatabase } from './sqlite.ts';
import {
  type Append,
  type AuditAction,
  type AuditEntry,
  DamagedRoomError,
  type EpochStart,
  type Store,
  type VersionRow,
} from './store.ts';
import { createVault } from './vault.ts';

const room = 'r'.repeat(22);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const firstLink = {
  id: 'first',
  room,
  role: 'facilitate',
  mac: bytes(1),
  label: null,
  createdAt: 10,
  expiresAt: null,
  revokedAt: null,
  createdBy: null,
} as const;
const row = (seq: number, extra: Partial<Append> = {}): Append => ({
  room,
  epoch: 1,
  seq,
  at: 20 + seq,
  principal: 'p',
  update: bytes(seq, seq),
  authors: [],
  ...extra,
});
const version = (id: string, extra: Partial<VersionRow> = {}): VersionRow => ({
  id,
  room,
  epoch: 1,
  at: 50,
  kind: 'named',
  label: 'Before the review',
  author: 'p',
  blob: bytes(4, 5, 6),
  ...extra,
});
const start = (extra: Partial<EpochStart> = {}): EpochStart => ({
  room,
  from: 1,
  seq: 2,
  at: 60,
  blob: bytes(9, 9, 9),
  stateVector: bytes(0),
  clients: [7, 8],
  builtBy: 'builder',
  before: version('before', { kind: 'before-epoch-change', label: null, at: 60 }),
  ...extra,
});
const rowOf = async (store: Store) => store.room(room);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-epochs-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const kinds: [string, () => Promise<Store>][] = [
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['sqlite', async () => createSqliteStore(await openDatabase(folder))],
  ['encrypted sqlite', async () => createSqliteStore(await openDatabase(folder), createVault(new Uint8Array(32)))],
];

describe.each(kinds)('the %s store', (_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    await store.createRoom({ id: room, createdAt: 5 }, firstLink);
    await store.append([
      row(1, {
        authors: [
          { client: 7, principal: 'p', claimed: true },
          { client: 6, principal: 'q', claimed: true },
        ],
      }),
      row(2),
    ]);
  });
  afterEach(() => {
    store.dispose();
  });

  it('begins an epoch with a document, keeps what was before, and takes authors along', async () => {
    expect(await store.changeEpoch(start())).toBe(true);
    const stored = await store.load(room);
    expect(stored).toMatchObject({ room: { epoch: 2, bytes: 3 }, updates: [], lastSeq: 2 });
    expect([...(stored?.snapshot ?? [])]).toEqual([9, 9, 9]);
    expect(stored?.authors).toEqual([
      { client: 7, principal: 'p', claimed: true, firstAt: 21, lastAt: 21 },
      { client: 8, principal: 'builder', claimed: true, firstAt: 60, lastAt: 60 },
    ]);
    expect([...(stored?.endedClients ?? [])].sort()).toEqual([6, 7]);
    expect(await store.versions(room)).toEqual([
      {
        versionId: 'before',
        epoch: 1,
        at: 60,
        kind: 'before-epoch-change',
        label: null,
        author: 'p',
        bytes: 3,
      },
    ]);
    await store.append([row(3, { epoch: 2 })]);
    expect((await store.load(room))?.lastSeq).toBe(3);
  });

  it('does nothing when something was stored since, or in another epoch', async () => {
    await store.append([row(3)]);
    expect(await store.changeEpoch(start())).toBe(false);
    expect(await store.changeEpoch(start({ from: 2, seq: 3 }))).toBe(false);
    expect(await store.versions(room)).toEqual([]);
    expect(await store.load(room)).toMatchObject({ room: { epoch: 1 }, lastSeq: 3 });
    await store.compact({ room, epoch: 1, upto: 3, blob: bytes(1), stateVector: bytes(0) });
    expect(await store.changeEpoch(start())).toBe(false);
    expect(await store.changeEpoch(start({ seq: 3 }))).toBe(true);
  });

  it('refuses what still belongs to the epoch before: log rows and snapshots', async () => {
    await store.changeEpoch(start());
    await expect(store.append([row(3)])).rejects.toThrow();
    await expect(store.compact({ room, epoch: 1, upto: 2, blob: bytes(1), stateVector: bytes(0) })).rejects.toThrow();
    expect((await store.load(room))?.room.bytes).toBe(3);
  });

  it('leaves ids without a known author to nobody when nobody built the document', async () => {
    await store.changeEpoch(start({ builtBy: null, clients: [8, 6] }));
    expect((await store.load(room))?.authors).toMatchObject([{ client: 6, principal: 'q' }]);
  });

  it('lists versions newest first, gives their bytes, and drops them', async () => {
    await store.addVersion(version('one'));
    await store.addVersion(version('two', { at: 51, kind: 'automatic', label: null, author: null }));
    expect((await store.versions(room)).map(({ versionId }) => versionId)).toEqual(['two', 'one']);
    const read = await store.version(room, 'one');
    expect({ ...read, blob: [...(read?.blob ?? [])] }).toEqual({ ...version('one'), blob: [4, 5, 6] });
    expect(await store.version('other', 'one')).toBeNull();
    await store.dropVersions({ room, ids: ['one', 'none'] });
    expect((await store.versions(room)).map(({ versionId }) => versionId)).toEqual(['two']);
  });

  it('gives a presumed author up to the first who claims the id, and never back', async () => {
    const write = async (seq: number, principal: string, claimed: boolean) =>
      store.append([row(seq, { authors: [{ client: 9, principal, claimed }] })]);
    const owner = async () => (await store.load(room))?.authors.find(({ client }) => client === 9);
    await write(3, 'bob', false);
    await write(4, 'eve', false);
    expect(await owner()).toEqual({ client: 9, principal: 'bob', claimed: false, firstAt: 23, lastAt: 23 });
    await write(5, 'alice', true);
    await write(6, 'bob', true);
    await write(7, 'alice', false);
    expect(await owner()).toEqual({ client: 9, principal: 'alice', claimed: true, firstAt: 23, lastAt: 27 });
  });

  it('locks, and remembers who was removed', async () => {
    await store.setLocked({ room, locked: true });
    expect((await rowOf(store))?.locked).toBe(true);
    await store.setLocked({ room, locked: false });
    expect((await rowOf(store))?.locked).toBe(false);
    await store.setRemoved({ room, principal: 'eve', at: 70 });
    expect([await store.removedAt(room, 'eve'), await store.removedAt(room, 'p')]).toEqual([70, null]);
    expect([...(await store.removed(room))]).toEqual([['eve', 70]]);
    await store.setRemoved({ room, principal: 'eve', at: null });
    expect(await store.removedAt(room, 'eve')).toBeNull();
  });

  it('purges deleted rooms with everything of them, and no others', async () => {
    await store.addVersion(version('one'));
    await store.setRemoved({ room, principal: 'eve', at: 70 });
    await store.audit([{ at: 90, room, principal: 'p', action: 'locked', detail: null }]);
    await store.deleteRoom({ room, at: 100 });
    await store.deleteRoom({ room, at: 200 });
    expect((await rowOf(store))?.deletedAt).toBe(100);
    expect(await store.changeEpoch(start())).toBe(false);
    expect(await store.purge(100, 300)).toBe(0);
    expect(await store.purge(101, 300)).toBe(1);
    expect([await rowOf(store), await store.link('first'), await store.version(room, 'one')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await store.auditOf(room, 10)).toEqual([
      { at: 300, room, principal: null, action: 'room-purged', detail: null },
    ]);
  });

  it('keeps an audit log, newest first, and forgets what is old', async () => {
    const entry = (at: number, action: AuditAction): AuditEntry => ({ at, room, principal: 'p', action, detail: 'x' });
    await store.audit([entry(10, 'locked'), entry(20, 'unlocked')]);
    await store.audit([entry(30, 'refused'), { ...entry(40, 'locked'), room: null }]);
    expect((await store.auditOf(room, 2)).map(({ at }) => at)).toEqual([30, 20]);
    await store.dropAudit(20);
    expect((await store.auditOf(room, 10)).map(({ action }) => action)).toEqual(['refused', 'unlocked']);
    expect(await store.auditOf('other', 10)).toEqual([]);
  });

  it('lists all rooms, and remembers a quota', async () => {
    await store.createRoom({ id: 'later', createdAt: 9 }, { ...firstLink, id: 'second', room: 'later' });
    await store.setQuota({ room, quota: 1_000 });
    await store.deleteRoom({ room: 'later', at: 100 });
    expect((await store.rooms()).map(({ id, quota, deletedAt }) => [id, quota, deletedAt])).toEqual([
      [room, 1_000, null],
      ['later', null, 100],
    ]);
    await store.setQuota({ room, quota: null });
    expect((await rowOf(store))?.quota).toBeNull();
  });
});

describe('the sqlite store', () => {
  it('refuses a version whose bytes changed on disk', async () => {
    const db = await openDatabase(folder);
    const store = createSqliteStore(db);
    await store.createRoom({ id: room, createdAt: 5 }, firstLink);
    await store.addVersion(version('one'));
    db.prepare("UPDATE version SET blob = x'0103'").run();
    await expect(store.version(room, 'one')).rejects.toThrow(DamagedRoomError);
    store.dispose();
  });

  it.each(['INSERT INTO snap', 'UPDATE room', 'INSERT INTO author'])(
    'has the old epoch wholly when a change breaks off at "%s"',
    async (sql) => {
      const db = await openDatabase(folder);
      const store = createSqliteStore(db);
      await store.createRoom({ id: room, createdAt: 5 }, firstLink);
      await store.append([row(1), row(2)]);
      const [verb = '', , last = ''] = sql.split(' ');
      const table = last === '' ? 'room' : last;
      db.exec(
        `CREATE TRIGGER broken BEFORE ${verb} ON ${table} WHEN ${table === 'room' ? 'new.epoch = 2' : '1'}
         BEGIN SELECT raise(ABORT, 'pulled the plug'); END`,
      );
      await expect(store.changeEpoch(start())).rejects.toThrow('pulled the plug');
      db.exec('DROP TRIGGER broken');
      const stored = await store.load(room);
      expect(stored).toMatchObject({ room: { epoch: 1, bytes: 4 }, snapshot: null, lastSeq: 2 });
      expect(await store.versions(room)).toEqual([]);
      expect(await store.changeEpoch(start())).toBe(true);
      store.dispose();
    },
  );

  it('brings a file of the first schema along, with a copy of how it was', async () => {
    const { default: Sqlite } = await import('better-sqlite3');
    const old = new Sqlite(join(folder, DATABASE_FILE));
    migrate(old, { migrations: MIGRATIONS.slice(0, 1) });
    old.prepare('INSERT INTO room (id, epoch, created_at) VALUES (?, 1, 5)').run(room);
    old.prepare('INSERT INTO author VALUES (?, 1, 7, ?, 1, 2)').run(room, 'p');
    old.close();
    const store = createSqliteStore(await openDatabase(folder));
    expect(readdirSync(folder)).toContain(`${DATABASE_FILE}.schema-1`);
    expect((await store.load(room))?.authors).toEqual([
      { client: 7, principal: 'p', claimed: true, firstAt: 1, lastAt: 2 },
    ]);
    expect(await store.versions(room)).toEqual([]);
    store.dispose();
  });
});

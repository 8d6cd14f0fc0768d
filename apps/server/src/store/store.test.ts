import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from './memory.ts';
import { MIGRATIONS, migrate, NewerSchemaError } from './migrations.ts';
import { createSqliteStore, openDatabase } from './sqlite.ts';
import { type Append, DamagedRoomError, type LinkRow, type Store } from './store.ts';
import { createVault } from './vault.ts';

const room = 'r'.repeat(22);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const linkRow = (id: string, extra: Partial<LinkRow> = {}): LinkRow => ({
  id,
  room,
  role: 'facilitate',
  mac: bytes(1, 2, 3),
  label: null,
  createdAt: 10,
  expiresAt: null,
  revokedAt: null,
  createdBy: null,
  ...extra,
});
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

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-store-'));
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
    await store.createRoom({ id: room, createdAt: 5 }, linkRow('first'));
  });
  afterEach(() => {
    store.dispose();
  });

  it('knows a created room with its first link, and nothing about others', async () => {
    expect(await store.room(room)).toEqual({
      id: room,
      epoch: 1,
      createdAt: 5,
      bytes: 0,
      locked: false,
      quota: null,
      deletedAt: null,
    });
    expect((await store.links(room)).map((link) => link.id)).toEqual(['first']);
    expect(await store.room('other')).toBeNull();
    expect(await store.load('other')).toBeNull();
    expect(await store.link('other')).toBeNull();
  });

  it('creates neither room nor link when one of them exists', async () => {
    await expect(store.createRoom({ id: 'new', createdAt: 6 }, linkRow('first', { room: 'new' }))).rejects.toThrow();
    expect(await store.room('new')).toBeNull();
  });

  it('loads the log in order with its weight and authors', async () => {
    await store.append([row(1, { authors: [{ client: 7, principal: 'p', claimed: true }] }), row(2)]);
    await store.append([
      row(3, {
        authors: [
          { client: 7, principal: 'somebody else', claimed: true },
          { client: 8, principal: 'q', claimed: false },
        ],
      }),
    ]);
    const stored = await store.load(room);
    expect(stored?.updates.map((update) => [...update])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
    expect(stored?.snapshot).toBeNull();
    expect(stored?.lastSeq).toBe(3);
    expect(stored?.room.bytes).toBe(6);
    expect(stored?.authors).toEqual([
      { client: 7, principal: 'p', claimed: true, firstAt: 21, lastAt: 21 },
      { client: 8, principal: 'q', claimed: false, firstAt: 23, lastAt: 23 },
    ]);
  });

  it('keeps nothing of a batch that holds one bad row', async () => {
    await store.append([row(1)]);
    await expect(store.append([row(2), row(1)])).rejects.toThrow();
    await expect(store.append([row(2), row(1, { room: 'unknown' })])).rejects.toThrow();
    await expect(store.append([row(2, { epoch: 9 })])).rejects.toThrow();
    expect((await store.load(room))?.lastSeq).toBe(1);
    expect((await store.load(room))?.room.bytes).toBe(2);
  });

  it('refuses a second writer that uses a number again', async () => {
    await store.append([row(1)]);
    await expect(store.append([row(1)])).rejects.toThrow();
  });

  it('replaces the log up to a snapshot and keeps what came later', async () => {
    await store.append([row(1), row(2), row(3)]);
    await store.compact({ room, epoch: 1, upto: 2, blob: bytes(9, 9, 9), stateVector: bytes(0) });
    const stored = await store.load(room);
    expect([...(stored?.snapshot ?? [])]).toEqual([9, 9, 9]);
    expect(stored?.updates.map((update) => [...update])).toEqual([[3, 3]]);
    expect(stored?.lastSeq).toBe(3);
    expect(stored?.room.bytes).toBe(5);
    await store.compact({ room, epoch: 1, upto: 3, blob: bytes(8), stateVector: bytes(0) });
    expect(await store.load(room)).toMatchObject({ updates: [], lastSeq: 3 });
    await store.append([row(4)]);
    expect((await store.load(room))?.lastSeq).toBe(4);
  });

  it('refuses to load a log with a hole', async () => {
    await store.append([row(1), row(3)]);
    await expect(store.load(room)).rejects.toThrow(DamagedRoomError);
  });

  it('adds, lists and revokes links', async () => {
    const view = linkRow('view', { role: 'view', label: 'Guests', createdAt: 11, expiresAt: 99, createdBy: 'p' });
    await store.addLink(view);
    expect(await store.links(room)).toEqual(
      [linkRow('first'), view].map((link) => ({ ...link, mac: expect.anything() as unknown })),
    );
    expect([...((await store.link('view'))?.mac ?? [])]).toEqual([1, 2, 3]);
    expect(await store.revokeLink({ room, id: 'view', at: 50 })).toBe(true);
    expect(await store.revokeLink({ room, id: 'view', at: 51 })).toBe(false);
    expect(await store.revokeLink({ room: 'other', id: 'first', at: 51 })).toBe(false);
    expect((await store.link('view'))?.revokedAt).toBe(50);
    await expect(store.addLink(view)).rejects.toThrow();
  });

  it('answers a probe', async () => {
    await expect(store.probe()).resolves.toBeUndefined();
  });
});

describe('the sqlite store', () => {
  it('has everything again after it was closed and opened', async () => {
    const before = createSqliteStore(await openDatabase(folder));
    await before.createRoom({ id: room, createdAt: 5 }, linkRow('first'));
    await before.append([row(1), row(2)]);
    before.dispose();
    const after = createSqliteStore(await openDatabase(folder));
    expect((await after.load(room))?.lastSeq).toBe(2);
    after.dispose();
  });

  it('refuses to load a snapshot whose bytes changed on disk', async () => {
    const db = await openDatabase(folder);
    const store = createSqliteStore(db);
    await store.createRoom({ id: room, createdAt: 5 }, linkRow('first'));
    await store.compact({ room, epoch: 1, upto: 0, blob: bytes(1, 2), stateVector: bytes(0) });
    db.prepare("UPDATE snap SET blob = x'0103'").run();
    await expect(store.load(room)).rejects.toThrow(DamagedRoomError);
    store.dispose();
  });

  it('rejects a write to a full file, keeps what was there, and writes again once there is room', async () => {
    const db = await openDatabase(folder);
    const store = createSqliteStore(db);
    await store.createRoom({ id: room, createdAt: 5 }, linkRow('first'));
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    const big = new Uint8Array(1_000_000);
    await expect(store.append([row(1, { update: big })])).rejects.toThrow(/full/);
    expect((await store.load(room))?.lastSeq).toBe(0);
    db.pragma('max_page_count = 1000000');
    await store.append([row(1, { update: big })]);
    expect((await store.load(room))?.lastSeq).toBe(1);
    store.dispose();
  });
});

const NEXT = MIGRATIONS.length + 1;

describe('migrations', () => {
  const next = { number: NEXT, sql: 'CREATE TABLE extra (id TEXT) STRICT' };
  let db: Database;
  beforeEach(async () => {
    db = await openDatabase(folder);
  });
  afterEach(() => {
    db.close();
  });

  it('run each step once and call for a backup before an existing file changes', () => {
    const backups: number[] = [];
    const backup = (from: number) => backups.push(from);
    expect(migrate(db, { migrations: [...MIGRATIONS, next], backup })).toBe(NEXT);
    expect(migrate(db, { migrations: [...MIGRATIONS, next], backup })).toBe(NEXT);
    expect(backups).toEqual([NEXT - 1]);
  });

  it('leave the schema as it was when a step fails', () => {
    const broken = { number: NEXT, sql: 'CREATE TABLE extra (id TEXT) STRICT; CREATE TABLE extra (id TEXT)' };
    expect(() => migrate(db, { migrations: [...MIGRATIONS, broken] })).toThrow();
    expect(migrate(db, { migrations: [...MIGRATIONS, next] })).toBe(NEXT);
  });

  it('refuse a file of a newer version', () => {
    migrate(db, { migrations: [...MIGRATIONS, next] });
    expect(() => migrate(db)).toThrow(NewerSchemaError);
  });

  it('make no copy for a new file', () => {
    expect(readdirSync(folder).filter((name) => name.includes('schema'))).toEqual([]);
  });
});

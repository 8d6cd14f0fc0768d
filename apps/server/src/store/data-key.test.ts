import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataKeyError, openVault, rotateDataKey } from './data-key.ts';
import { createSqliteStore, DATABASE_FILE, openDatabase } from './sqlite.ts';
import { DamagedRoomError, type LinkRow } from './store.ts';
import { createVault } from './vault.ts';

const room = 'r'.repeat(22);
const link = (id: string, of = room): LinkRow => ({
  id,
  room: of,
  role: 'edit',
  mac: Uint8Array.of(1),
  label: null,
  createdAt: 1,
  expiresAt: null,
  revokedAt: null,
  createdBy: null,
});
const words = new TextEncoder().encode('the secret plan of the payment system');
const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-key-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A store on the folder's database under a key, with what it holds of the room as text. */
async function open(dataKey: Uint8Array | null) {
  const db = await openDatabase(folder);
  try {
    const store = createSqliteStore(db, openVault(db, dataKey));
    const read = async (of = room) => {
      const { snapshot, updates = [] } = (await store.load(of)) ?? {};
      const parts = [snapshot ?? new Uint8Array(), ...updates, (await store.version(of, `v-${of}`))?.blob];
      return parts.map((part) => new TextDecoder().decode(part));
    };
    return { db, store, read };
  } catch (error) {
    db.close();
    throw error;
  }
}
async function fill(store: Awaited<ReturnType<typeof open>>['store'], of = room): Promise<void> {
  await store.createRoom({ id: of, createdAt: 1 }, link(`link-${of}`, of));
  const row = { room: of, epoch: 1, at: 1, principal: 'p', update: words, authors: [] };
  await store.append([{ ...row, seq: 1 }]);
  await store.compact({ room: of, epoch: 1, upto: 1, blob: words, stateVector: Uint8Array.of(0) });
  await store.append([{ ...row, seq: 2 }]);
  const about = { at: 1, kind: 'automatic', label: null, author: null } as const;
  await store.addVersion({ id: `v-${of}`, room: of, epoch: 1, blob: words, ...about });
}
const plain = Array.from({ length: 3 }, () => new TextDecoder().decode(words));
const onDisk = (): string =>
  [DATABASE_FILE, `${DATABASE_FILE}-wal`].map((name) => readIfThere(join(folder, name))).join('');
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

describe('an encrypted store', () => {
  it('has no word of a board on disk, and everything again under the same key', async () => {
    const first = await open(key(1));
    await fill(first.store);
    first.store.dispose();
    expect(onDisk()).not.toContain('payment');
    const again = await open(key(1));
    expect(await again.read()).toEqual(plain);
    again.store.dispose();
  });

  it.each([
    ['a wrong key', key(2)],
    ['no key', null],
  ])('does not open with %s', async (_, given) => {
    (await open(key(1))).store.dispose();
    await expect(open(given)).rejects.toThrow(DataKeyError);
    (await open(key(1))).store.dispose();
  });

  it.each(['upd', 'snap', 'version'])('refuses a blob of %s that was moved to another room', async (table) => {
    const { db, store, read } = await open(key(1));
    const other = 'o'.repeat(22);
    await fill(store);
    await fill(store, other);
    db.exec(`UPDATE ${table} SET blob = (SELECT blob FROM ${table} WHERE room = '${other}') WHERE room = '${room}'`);
    await expect(read()).rejects.toThrow(DamagedRoomError);
    expect(await read(other)).toEqual(plain);
    store.dispose();
  });
});

describe('rotating the key', () => {
  it('encrypts boards that were stored as they are, then wraps their keys anew, and shuts the old key out', async () => {
    const before = await open(null);
    await fill(before.store);
    expect(onDisk()).toContain('payment');
    expect(rotateDataKey(before.db, { from: null, to: key(1) })).toEqual({ rewrapped: 0, encrypted: 1 });
    before.db.exec('VACUUM');
    before.store.dispose();
    expect(onDisk()).not.toContain('payment');

    const under = await open(key(1));
    expect(await under.read()).toEqual(plain);
    expect(rotateDataKey(under.db, { from: key(1), to: key(2) })).toEqual({ rewrapped: 1, encrypted: 0 });
    under.store.dispose();
    await expect(open(key(1))).rejects.toThrow(DataKeyError);
    const after = await open(key(2));
    expect(await after.read()).toEqual(plain);
    after.store.dispose();
  });

  it('from a wrong key changes nothing', async () => {
    const { db, store, read } = await open(key(1));
    await fill(store);
    expect(() => rotateDataKey(db, { from: key(3), to: key(2) })).toThrow(DataKeyError);
    expect(await read()).toEqual(plain);
    store.dispose();
  });
});

describe('a vault', () => {
  it('seals the same bytes differently each time, and notices a changed bit', () => {
    const vault = createVault(key(1));
    const wrapped = vault.newKey(room);
    const place = { table: 'upd', room, epoch: 1, seq: 1 } as const;
    const [one, two] = [vault.seal(wrapped, place, words), vault.seal(wrapped, place, words)];
    expect(Buffer.compare(one, two)).not.toBe(0);
    for (const index of [0, 1, 14, one.length - 1]) {
      const bent = Uint8Array.from(one);
      bent[index] = (bent[index] ?? 0) ^ 1;
      expect(() => vault.open(wrapped, place, bent)).toThrow(DamagedRoomError);
    }
    expect(vault.open(wrapped, place, one)).toEqual(words);
  });
});

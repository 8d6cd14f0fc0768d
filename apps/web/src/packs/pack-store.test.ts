import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type KeptPack, openPackStore } from './pack-store.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const pack = (version: string, text = 'pack: {}'): KeptPack => ({
  id: 'acme',
  version,
  title: 'Rules of Acme',
  files: [{ path: 'acme.yaml', text }],
});

describe('the shelf of packs', () => {
  it('gives the next page what this one kept, by id and version', async () => {
    const first = openPackStore();
    expect(await first.keep(pack('1'))).toBe(true);
    expect(await first.keep(pack('2'))).toBe(true);
    await first.close();
    const second = openPackStore();
    expect(await second.find('acme', '1')).toEqual(pack('1'));
    expect(await second.find('acme', '3')).toBeNull();
    expect(await second.find('other', '1')).toBeNull();
    expect(await second.heads()).toEqual([
      { id: 'acme', version: '1' },
      { id: 'acme', version: '2' },
    ]);
  });

  it('puts a pack in the place of one of the same id and version', async () => {
    const shelf = openPackStore();
    await shelf.keep(pack('1', 'old'));
    await shelf.keep(pack('1', 'new'));
    expect(await shelf.find('acme', '1')).toEqual(pack('1', 'new'));
    expect(await shelf.heads()).toHaveLength(1);
  });

  it('lets go of one pack and of no other, kept or held for the page alone', async () => {
    const shelf = openPackStore();
    await shelf.keep(pack('1'));
    await shelf.keep(pack('2'));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await shelf.keep(pack('3'));
    for (const version of ['1', '3', '4']) expect(await shelf.forget({ id: 'acme', version })).toBe(true);
    expect(await shelf.find('acme', '1')).toBeNull();
    expect(await shelf.find('acme', '3')).toBeNull();
    expect(await openPackStore().heads()).toEqual([{ id: 'acme', version: '2' }]);
  });

  it('keeps a pack for the page, and says so, where the browser has no store', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('switched off', 'SecurityError');
    });
    const shelf = openPackStore();
    expect(await shelf.keep(pack('1'))).toBe(false);
    expect(await shelf.find('acme', '1')).toEqual(pack('1'));
    expect(await shelf.heads()).toEqual([{ id: 'acme', version: '1' }]);
  });

  it('keeps a pack for the page, and says so, where the store is full', async () => {
    const shelf = openPackStore();
    await shelf.heads();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await shelf.keep(pack('1'))).toBe(false);
    expect(await shelf.find('acme', '1')).toEqual(pack('1'));
    vi.restoreAllMocks();
    expect(await shelf.keep(pack('1'))).toBe(true);
    expect(await shelf.heads()).toHaveLength(1);
  });

  it('passes over what is not a pack', async () => {
    await openPackStore().heads();
    const db = await openDB('sb-packs', 1);
    for (const row of [
      null,
      'text',
      { ...pack('1'), files: 'none' },
      { ...pack('1'), files: [{ path: 1 }] },
      pack('9'),
    ]) {
      await db.put('packs', row, ['acme', '1']);
      expect(await openPackStore().find('acme', '1')).toBeNull();
    }
    db.close();
  });
});

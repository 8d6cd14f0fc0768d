/**
 * The texts of packs that this browser keeps, by id and version, for all boards it opens. Texts and not what was made of them: each opening
 * proves them anew, so that a newer product never trusts what an older one has read. Nothing here throws: where the browser refuses, packs
 * last as long as the page.
 */
import type { PackFile } from '@strideboard/packs';
import { type IDBPDatabase, openDB } from 'idb';

/** A pack as it is kept. */
export interface KeptPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly files: readonly PackFile[];
}

/** The shelf of packs of this browser. */
export interface PackStore {
  /** Keeps a pack in place of one of the same id and version. Gives whether it outlasts this page. */
  keep(pack: KeptPack): Promise<boolean>;
  /** The pack of this id and version; `null` when it is not here. */
  find(id: string, version: string): Promise<KeptPack | null>;
  /** Lets go of the pack of this id and version. Gives whether it is gone: `false` where the browser refuses. */
  forget(name: PackName): Promise<boolean>;
  /** Which packs are here, without their texts. */
  heads(): Promise<readonly PackName[]>;
  close(): Promise<void>;
}

/** What names a pack. */
export interface PackName {
  readonly id: string;
  readonly version: string;
}

const NAME = 'sb-packs';
const STORE = 'packs';

/** Opens the shelf. It can be used at once. */
export function openPackStore(): PackStore {
  /** What the browser did not take. */
  const ofPage = new Map<string, KeptPack>();
  const opening = open().catch(() => null);
  return {
    async keep(pack) {
      ofPage.set(packKey(pack), pack);
      try {
        const db = await opening;
        if (db === null) return false;
        await db.put(STORE, pack, [pack.id, pack.version]);
        ofPage.delete(packKey(pack));
        return true;
      } catch {
        return false; // full, or switched off meanwhile
      }
    },
    async find(id, version) {
      const held = ofPage.get(packKey({ id, version }));
      if (held !== undefined) return held;
      try {
        const row: unknown = await (await opening)?.get(STORE, [id, version]);
        return isKept(row) && row.id === id && row.version === version ? row : null;
      } catch {
        return null;
      }
    },
    async forget(name) {
      ofPage.delete(packKey(name));
      try {
        await (await opening)?.delete(STORE, [name.id, name.version]);
        return true;
      } catch {
        return false;
      }
    },
    async heads() {
      const held = [...ofPage.values()].map(({ id, version }) => ({ id, version }));
      try {
        const keys: unknown[] = (await (await opening)?.getAllKeys(STORE)) ?? [];
        return [...held, ...keys.flatMap(readKey)];
      } catch {
        return held;
      }
    },
    async close() {
      (await opening)?.close();
    },
  };
}

/** Async, because a browser may throw at the mere call. */
async function open(): Promise<IDBPDatabase> {
  return openDB(NAME, 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore(STORE);
    },
  });
}

/** Id and version as one text, to be compared: an id holds no line break. */
export const packKey = ({ id, version }: PackName): string => `${id}\n${version}`;

function readKey(key: unknown): readonly PackName[] {
  if (!Array.isArray(key)) return [];
  const parts: readonly unknown[] = key;
  const [id, version] = parts;
  return typeof id === 'string' && typeof version === 'string' ? [{ id, version }] : [];
}

function isKept(row: unknown): row is KeptPack {
  if (typeof row !== 'object' || row === null) return false;
  const { id, version, title, files } = row as Partial<Record<keyof KeptPack, unknown>>; // each field is looked at
  return [id, version, title].every((text) => typeof text === 'string') && Array.isArray(files) && files.every(isFile);
}

function isFile(file: unknown): file is PackFile {
  if (typeof file !== 'object' || file === null) return false;
  const { path, text } = file as Partial<Record<keyof PackFile, unknown>>; // each field is looked at
  return typeof path === 'string' && typeof text === 'string';
}

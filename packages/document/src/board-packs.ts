/**
 * The packs a board names, in root `settings`: the list `packs` from the file it began with, and over it one key `pack|<id>` for each that
 * somebody added, replaced or took away since, so that two people who change different packs at once both succeed.
 */

import { compareText, isOrderKey, type ModelSettings } from '@strideboard/model';
import { plainAt, type RootMap, type Roots, sortedKeys } from './roots.ts';

/** A board names at most this many. */
const PACK_COUNT_LIMIT = 200;
/** Characters of the id and of the version of a pack. */
const PACK_NAME_LIMIT = 64;

/** How the key of a pack begins. */
export const PACK_KEY = 'pack|';

type Packs = ModelSettings['packs'];

/** A pack under a key of its own; `version: null` = taken away. */
interface KeyedPack {
  readonly id: string;
  readonly version: string | null;
  readonly z: string;
}

/** Reads them: those of the list in its order, then those added since in theirs. What cannot be read is passed over. */
export function readPacks({ settings }: Pick<Roots, 'settings'>): Packs {
  const list = plainAt(settings, 'packs');
  const base = Array.isArray(list) ? list.slice(0, PACK_COUNT_LIMIT).flatMap(readListed) : [];
  const keyed = readKeyedPacks(settings);
  const known = new Set(base.map(([id]) => id));
  const seen = new Set<string>();
  const listed = base.flatMap(([id, version]): (readonly [string, string])[] => {
    const changed = keyed.get(id);
    if (changed === undefined) return [[id, version]];
    if (changed.version === null || seen.has(id)) return [];
    seen.add(id);
    return [[id, changed.version]];
  });
  const added = [...keyed.values()]
    .filter(({ id }) => !known.has(id))
    .sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id))
    .flatMap(({ id, version }): (readonly [string, string])[] => (version === null ? [] : [[id, version]]));
  return [...listed, ...added].slice(0, PACK_COUNT_LIMIT);
}

/** Whether a board can name these packs: not too many, none twice, every id and version within its limits. */
export const arePacks = (packs: Packs): boolean =>
  packs.length <= PACK_COUNT_LIMIT &&
  new Set(packs.map(([id]) => id)).size === packs.length &&
  packs.every((pack) => pack.every((part) => part !== '' && part.length <= PACK_NAME_LIMIT));

/** The packs that have a key of their own, by id. */
export function readKeyedPacks(settings: RootMap | null): ReadonlyMap<string, KeyedPack> {
  const found = new Map<string, KeyedPack>();
  for (const key of sortedKeys(settings)) {
    const id = key.slice(PACK_KEY.length);
    if (!key.startsWith(PACK_KEY) || id === '' || id.length > PACK_NAME_LIMIT) continue;
    const value = plainAt(settings, key);
    const tuple: readonly unknown[] = Array.isArray(value) ? value : [];
    const [version, z] = tuple;
    if (value === null) found.set(id, { id, version: null, z: 'a0' });
    else if (typeof version === 'string' && version !== '')
      found.set(id, { id, version: version.slice(0, PACK_NAME_LIMIT), z: isOrderKey(z) ? z : 'a0' });
  }
  return found;
}

function readListed(value: unknown): [string, string][] {
  if (!Array.isArray(value) || value.length !== 2) return [];
  const pack: readonly unknown[] = value;
  const [id, version] = pack;
  return typeof id === 'string' && typeof version === 'string'
    ? [[id.slice(0, PACK_NAME_LIMIT), version.slice(0, PACK_NAME_LIMIT)]]
    : [];
}

/** What is written when people change the packs of a board: only what differs, each pack under its own key. */

import type { ModelSettings } from '@strideboard/model';
import { PACK_KEY, readKeyedPacks } from '../board-packs.ts';
import { orderAbove } from '../placing.ts';
import type { Roots } from '../roots.ts';

type Packs = ModelSettings['packs'];

/** The keys to write so that a board names these packs: only what differs. What stands keeps its place, what is new comes last. */
export function packChanges(
  { settings }: Pick<Roots, 'settings'>,
  before: Packs,
  after: Packs,
): readonly { readonly key: string; readonly value: unknown }[] {
  const keyed = readKeyedPacks(settings);
  const orders = [...keyed.values()].map(({ z }) => z);
  const versions = new Map(before);
  const wanted = new Set(after.map(([id]) => id));
  const gone = [...versions.keys()]
    .filter((id) => !wanted.has(id))
    .map((id) => ({ key: `${PACK_KEY}${id}`, value: null }));
  const put = after.flatMap(([id, version]) => {
    if (versions.get(id) === version) return [];
    const z = keyed.get(id)?.z ?? orderAbove(orders);
    orders.push(z);
    return [{ key: `${PACK_KEY}${id}`, value: [version, z] }];
  });
  return [...gone, ...put];
}

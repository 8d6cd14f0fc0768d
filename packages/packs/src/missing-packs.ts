/** Which of the packs that a model was made with are not at hand. */

import type { PackHeader } from './board-schema.ts';

/** A pack that a model names and that is not there, or is there in another version. */
export interface MissingPack {
  readonly id: string;
  /** The version that the model names. */
  readonly version: string;
  /** The version at hand; `null` = the pack is not there at all. */
  readonly found: string | null;
}

/**
 * Compares what a model names (`settings.packs`) with what is at hand, in the model's order; empty when all is there. A model with missing
 * packs is judged all the same: what they defined is of unknown type, and the analysis says so.
 */
export function missingPacks(
  named: readonly (readonly [id: string, version: string])[],
  available: readonly Pick<PackHeader, 'id' | 'version'>[],
): readonly MissingPack[] {
  const versions = new Map(available.map(({ id, version }) => [id, version]));
  return named.flatMap(([id, version]) => {
    const found = versions.get(id) ?? null;
    return found === version ? [] : [{ id, version, found }];
  });
}

/** What is known about elements and flows, as the rules know it: what was said, what always holds, and what follows from either. */

import type { Element, Flow, Model, PropertyValue } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { createStillWorld } from './facts/still-world.ts';

/** Reads properties of what is on the model; `undefined` = nobody knows, which is not the same as no. */
export function createFactReader(
  model: Pick<Model, 'elements' | 'flows'>,
  pack: PackIndex,
): (subject: Element | Flow, property: string) => PropertyValue | undefined {
  const { world } = createStillWorld(model, pack);
  return (subject, property) => world.peek(subject, property);
}

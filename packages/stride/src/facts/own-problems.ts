/** What is wrong with a subject itself, whatever rules look at: kinds and properties that no pack knows. */

import type { PackIndex } from '@strideboard/packs';
import { DERIVED_PROPERTIES } from './derive.ts';
import type { Subject, World } from './world.ts';

/** Reports it, so that nobody takes for judged what no rule can see. */
export function reportOwnProblems(world: World, subject: Subject): void {
  const { index } = world;
  const { id, properties } = subject;
  if (!('source' in subject) && subject.type !== '' && index.typeLabel(subject.type) === null)
    world.report({ code: 'type-unknown', subject: id, property: null, found: subject.type });
  for (const property of Object.keys(properties)) {
    if (isKnownProperty(index, property)) continue;
    const found = JSON.stringify(properties[property]).slice(0, 200);
    world.report({ code: 'property-unknown', subject: id, property, found });
  }
}

/** Whether a rule could read a property of this name. */
export const isKnownProperty = (index: PackIndex, property: string): boolean =>
  index.definitionsNamed(property).length > 0 || Object.hasOwn(DERIVED_PROPERTIES, property);

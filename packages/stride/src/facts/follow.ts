/** What follows from the answer to another question, as the pack says: one answer can stand for many. */

import type { PropertyValue } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import { join, known, type Outcome, unknown } from '../outcome.ts';
import { propertyFact } from './property-fact.ts';
import type { Subject, World } from './world.ts';

/**
 * The value of a property that nobody stated: of the answers it follows from, the first that says something. Otherwise it is unknown and
 * waits for the first of them that the subject itself is asked and has not answered, since that question may settle others too; else for
 * its own.
 */
export function follow(
  world: World,
  subject: Subject,
  { property, definition }: { readonly property: string; readonly definition: PropertyDefinition | null },
): Outcome<PropertyValue> {
  let waiting: Outcome<never> | null = null;
  for (const { from, at, gives } of definition?.follows ?? []) {
    const asked = at === undefined ? subject : around(world, subject, at);
    if (asked === null) continue;
    const answer = world.read(asked, from);
    const said = String(answer.value);
    if (answer.value !== undefined && Object.hasOwn(gives, said)) {
      const value = gives[said] ?? '';
      return known(value, join([propertyFact(subject, { property, value, origin: 'derived' })], answer.because));
    }
    if (answer.value !== undefined || asked !== subject || answer.missing.length === 0) continue;
    if (world.index.isAsked(subject, from)) waiting ??= unknown(answer.missing);
  }
  return waiting ?? unknown([{ subject: subject.id, property }]);
}

/** The innermost boundary of the kind around an element. */
const around = (world: World, subject: Subject, kind: string): Subject | null =>
  'source' in subject
    ? null
    : (world.graph.outward(subject.id).find((boundary) => world.index.matches(boundary, kind)) ?? null);

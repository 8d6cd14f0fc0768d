/** Makes the fact of a property's value. */

import type { Fact } from '../fact.ts';
import type { Subject } from './world.ts';

/** A property fact of a subject, with who said so where that is on record. */
export function propertyFact(
  subject: Subject,
  { property, value, origin }: Pick<Extract<Fact, { kind: 'property' }>, 'property' | 'value' | 'origin'>,
): Fact {
  const isStatement = origin === 'stated' || origin === 'inherited';
  const evidence = isStatement && Object.hasOwn(subject.evidence, property) ? subject.evidence[property] : undefined;
  return { kind: 'property', subject: subject.id, property, value, origin, evidence: evidence ?? null };
}

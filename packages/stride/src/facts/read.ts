/**
 * What is known of a property of a subject, and how: what was stated on it; over what runs inside it; what it inherits; what its kind
 * always has; what follows from other facts, and from answers that stand for several. Otherwise it is unknown, and the question goes to where
 * an answer would count.
 */

import type { Element, Flow, PropertyValue, Scalar } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import type { Fact, FactOrigin } from '../fact.ts';
import { known, type Outcome, unknown } from '../outcome.ts';
import { deriveFact, intermediateFact } from './derive.ts';
import { documentField } from './document-field.ts';
import { follow } from './follow.ts';
import { propertyFact } from './property-fact.ts';
import type { Reading } from './reading.ts';
import { fits } from './value-type.ts';
import type { Subject, World } from './world.ts';

const isFlow = (subject: Subject): subject is Flow => 'source' in subject;

/** One property of one subject, and how it is read. */
interface Asked {
  readonly subject: Subject;
  readonly property: string;
  readonly reading: Reading;
}

/** Works a property out, with what it takes to do so. */
export function readOnce(world: World, asked: Asked): Outcome<PropertyValue> {
  const { subject, property, reading } = asked;
  const given = readDocumentField(subject, property) ?? intermediateFact(world, subject, property);
  if (given !== null) return given;

  const { definition } = reading;
  if (!isFlow(subject)) {
    const guests = guestsFor(world, subject, reading);
    if (guests.length > 0 && definition !== null) return aggregate(world, { subject, property, definition, guests });
  }
  const own = readOwn(world, asked);
  if (own !== null) return own;
  if (!isFlow(subject)) {
    const host = hostFor(world, subject, reading);
    const inherited = host === null ? null : readOwn(world, { subject: host, property }, 'inherited');
    if (inherited !== null) return inherited;
  }
  const derived = deriveFact(world, subject, property);
  if (derived !== null) return derived;
  return follow(world, subject, { property, definition });
}

/**
 * The value alone of a property whose reading is plain: what was stated, else what its kind always is. `undefined` = nobody said;
 * `null` = it takes {@link readOnce} to tell.
 */
export function readPlainly(world: World, { subject, property, reading }: Asked): PropertyValue | undefined | null {
  const stated = statedOn(subject, property);
  if (stated !== undefined) return isFit(stated, reading) ? stated : null;
  if (reading.always !== undefined) return reading.always;
  return isFlow(subject) || reading.groups.length === 0 || hostFor(world, subject, reading) === null ? undefined : null;
}

function readDocumentField(subject: Subject, property: string): Outcome<PropertyValue> | null {
  const value = documentField(subject, property);
  return value === null ? null : known(value, [propertyFact(subject, { property, value, origin: 'stated' })]);
}

/** What was stated; `unknown` means not answered. */
function statedOn({ properties }: Subject, property: string): PropertyValue | undefined {
  const stated = Object.hasOwn(properties, property) ? properties[property] : undefined;
  return stated === 'unknown' ? undefined : stated;
}

const isFit = (stated: PropertyValue, { definitions }: Reading): boolean =>
  definitions.length === 0 || definitions.some((definition) => fits(stated, definition));

/** The value on the subject itself or of its kind; `null` where neither says anything that fits. */
function readOwn(
  world: World,
  asked: Pick<Asked, 'subject' | 'property'>,
  origin: FactOrigin = 'stated',
): Outcome<PropertyValue> | null {
  const { property } = asked;
  const subject = world.look(asked.subject, property);
  const reading = world.reading(subject, property);
  const stated = statedOn(subject, property);
  if (stated !== undefined) {
    if (isFit(stated, reading)) return known(stated, [propertyFact(subject, { property, value: stated, origin })]);
    world.report({ code: 'value-unfit', subject: subject.id, property, found: JSON.stringify(stated).slice(0, 200) });
  }
  const { always } = reading;
  if (always === undefined) return null;
  return known(always, [propertyFact(subject, { property, value: always, origin: 'stencil' })]);
}

function guestsFor(world: World, subject: Element, { groups }: Reading): readonly Element[] {
  if (subject.kind !== 'boundary') return [];
  for (const group of groups) {
    const guests = world.workloads.guestsOf(subject, group);
    if (guests.length > 0) return guests;
  }
  return [];
}

function hostFor(world: World, subject: Element, { groups }: Reading): Element | null {
  for (const group of groups) {
    const host = world.workloads.hostOf(subject, group);
    if (host !== null) return host;
  }
  return null;
}

interface Aggregation {
  readonly subject: Element;
  readonly property: string;
  readonly definition: PropertyDefinition;
  readonly guests: readonly Element[];
}

/**
 * The value of a boundary that takes up others: each guest counts with its own value, else with the boundary's. `any`: true if one is, the
 * union of lists; `all`: true if every one is, the intersection of lists; otherwise they must agree. (Content README section 2.)
 */
function aggregate(world: World, { subject, property, definition, guests }: Aggregation): Outcome<PropertyValue> {
  const host = readOwn(world, { subject, property }) ?? follow(world, subject, { property, definition });
  const missing = host.value === undefined ? host : unknown([{ subject: subject.id, property }]);
  const own = guests.map((guest) => readOwn(world, { subject: guest, property }));
  const parts = own.some((part) => part !== null) ? own.map((part) => part ?? host) : [host];
  const values = parts.map((part) => part.value);
  const because = (chosen: readonly Outcome<PropertyValue>[]): readonly Fact[] => [
    ...new Set(chosen.flatMap((part) => part.because)),
  ];
  const whole = (value: PropertyValue): Outcome<PropertyValue> => known(value, because(parts));

  if (definition.type === 'boolean' && definition.aggregate !== undefined) {
    const decisive = definition.aggregate === 'any';
    const deciding = parts.filter((part) => part.value === decisive);
    if (deciding.length > 0) return known(decisive, because(deciding));
    return values.includes(undefined) ? missing : whole(!decisive);
  }
  if (values.includes(undefined)) return missing;
  if (definition.type === 'list' && definition.aggregate !== undefined) {
    const lists = values.map((value): readonly Scalar[] => (typeof value === 'object' ? value : []));
    const [first = [], ...rest] = lists;
    if (definition.aggregate === 'all') return whole(first.filter((item) => rest.every((list) => list.includes(item))));
    return whole([...new Set(lists.flat())].sort());
  }
  const [first] = values;
  const agree = values.every((value) => JSON.stringify(value) === JSON.stringify(first));
  return agree && first !== undefined ? whole(first) : missing;
}

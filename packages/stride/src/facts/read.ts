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
import { follow } from './follow.ts';
import { propertyFact } from './property-fact.ts';
import { fits } from './value-type.ts';
import type { Subject, World } from './world.ts';

const isFlow = (subject: Subject): subject is Flow => 'source' in subject;

/** Works a property out, with what it takes to do so. */
export function readOnce(world: World, subject: Subject, property: string): Outcome<PropertyValue> {
  const given = readDocumentField(subject, property) ?? intermediateFact(world, subject, property);
  if (given !== null) return given;

  const definition = world.index.definition(subject, property);
  if (!isFlow(subject)) {
    const guests = guestsFor(world, subject, definition);
    if (guests.length > 0 && definition !== null) return aggregate(world, { subject, property, definition, guests });
  }
  const own = readOwn(world, subject, property);
  if (own !== null) return own;
  if (!isFlow(subject)) {
    const host = hostFor(world, subject, definition);
    const inherited = host === null ? null : readOwn(world, host, property, 'inherited');
    if (inherited !== null) return inherited;
  }
  const derived = deriveFact(world, subject, property);
  if (derived !== null) return derived;
  return follow(world, subject, { property, definition });
}

/** `order`, `dir` and `oos` are not properties: they read the document, and are always known. */
function readDocumentField(subject: Subject, property: string): Outcome<PropertyValue> | null {
  const value = documentField(subject, property);
  return value === null ? null : known(value, [propertyFact(subject, { property, value, origin: 'stated' })]);
}

function documentField(subject: Subject, property: string): PropertyValue | null {
  if (property === 'oos') return subject.outOfScope !== null;
  if (!isFlow(subject)) return null;
  if (property === 'order') return subject.order;
  return property === 'dir' ? subject.direction : null;
}

/** The value on the subject itself or of its kind; `null` where neither says anything that fits. `unknown` means not answered. */
function readOwn(
  world: World,
  asked: Subject,
  property: string,
  origin: FactOrigin = 'stated',
): Outcome<PropertyValue> | null {
  const subject = world.look(asked, property);
  const stated = Object.hasOwn(subject.properties, property) ? subject.properties[property] : undefined;
  if (stated !== undefined && stated !== 'unknown') {
    const definitions = definitionsFor(world, subject, property);
    if (definitions.length === 0 || definitions.some((definition) => fits(stated, definition))) {
      return known(stated, [propertyFact(subject, { property, value: stated, origin })]);
    }
    world.report({ code: 'value-unfit', subject: subject.id, property, found: JSON.stringify(stated).slice(0, 200) });
  }
  if (isFlow(subject)) return null;
  const ofType = world.index.typeProperties(subject.type);
  const always = Object.hasOwn(ofType, property) ? ofType[property] : undefined;
  if (always === undefined || always === 'unknown') return null;
  return known(always, [propertyFact(subject, { property, value: always, origin: 'stencil' })]);
}

function definitionsFor(world: World, subject: Subject, property: string): readonly PropertyDefinition[] {
  const own = world.index.definition(subject, property);
  return own === null ? world.index.definitionsNamed(property) : [own];
}

function groupsOf(world: World, definition: PropertyDefinition | null): readonly string[] {
  return definition === null ? [] : definition.appliesTo.filter((selector) => world.index.group(selector) !== null);
}

function guestsFor(world: World, subject: Element, definition: PropertyDefinition | null): readonly Element[] {
  if (subject.kind !== 'boundary') return [];
  for (const group of groupsOf(world, definition)) {
    const guests = world.workloads.guestsOf(subject, group);
    if (guests.length > 0) return guests;
  }
  return [];
}

function hostFor(world: World, subject: Element, definition: PropertyDefinition | null): Element | null {
  for (const group of groupsOf(world, definition)) {
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
  const host = readOwn(world, subject, property) ?? follow(world, subject, { property, definition });
  const missing = host.value === undefined ? host : unknown([{ subject: subject.id, property }]);
  const own = guests.map((guest) => readOwn(world, guest, property));
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

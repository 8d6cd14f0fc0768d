/**
 * Facts that follow from other facts. They are computed here and never stored; a stated value wins, so each of these is asked only where
 * nothing was said. A fact is listed with the facts it follows from.
 */

import type { Element, Flow, PropertyValue } from '@strideboard/model';
import type { Fact } from '../fact.ts';
import { join, known, type Outcome, unknown } from '../outcome.ts';
import type { JudgedFlow } from './graph.ts';
import { propertyFact } from './property-fact.ts';
import type { Subject, World } from './world.ts';

/** The kind of boundary that stands for everything outside. */
const INTERNET = 'tb.internet';
/** The kind of boundary that stands for a machine that runs workloads. */
const NODE = 'tb.node';
/** Kinds of boundary that wall in one and the same workload, each inside the next. */
const WALLS = ['tb.tenant', 'tb.namespace', 'tb.sandbox', 'tb.pod', 'tb.container'];
const TENANTS_INSIDE = 'tenants inside';

type Derivation<S> = (world: World, subject: S) => Outcome<PropertyValue> | null;

const FLOW_FACTS: ReadonlyMap<string, Derivation<Flow>> = new Map(
  Object.entries<Derivation<Flow>>({
    encrypted,
    sourceAuthenticated: (world, flow) => fromMutualTls(world, flow, 'sourceAuthenticated'),
    destinationAuthenticated: (world, flow) => fromMutualTls(world, flow, 'destinationAuthenticated'),
  }),
);

const ELEMENT_FACTS: ReadonlyMap<string, Derivation<Element>> = new Map(
  Object.entries<Derivation<Element>>({
    internetFacing,
    receivesAcrossBoundary,
    receivesFromLowerTrust,
    crossed,
    independentMechanisms,
    weakWallsAround,
    onMultiTenantNode,
  }),
);

/** Names that a condition may read although no pack defines them. */
export const DERIVED_PROPERTIES: Readonly<Record<string, 'boolean' | 'number'>> = {
  encrypted: 'boolean',
  internetFacing: 'boolean',
  receivesAcrossBoundary: 'boolean',
  receivesFromLowerTrust: 'boolean',
  crossed: 'boolean',
  independentMechanisms: 'number',
  weakWallsAround: 'boolean',
  onMultiTenantNode: 'boolean',
};

/** The derived value of a property; `null` where nothing of this name follows for such a subject. */
export function deriveFact(world: World, subject: Subject, property: string): Outcome<PropertyValue> | null {
  if ('source' in subject) return FLOW_FACTS.get(property)?.(world, subject) ?? null;
  return ELEMENT_FACTS.get(property)?.(world, subject) ?? null;
}

/** Whether a property of such a subject follows from other facts, where nothing is said. */
export const followsFromOthers = (subject: Subject, property: string): boolean =>
  'source' in subject ? FLOW_FACTS.has(property) : property === TENANTS_INSIDE || ELEMENT_FACTS.has(property);

/** A value that only other derivations ask for, under a name no model can answer for; `null` for every other name. */
export function intermediateFact(world: World, subject: Subject, property: string): Outcome<PropertyValue> | null {
  return property === TENANTS_INSIDE && !('source' in subject) ? tenantsInside(world, subject) : null;
}

/** A derived value with its own fact first, then what it follows from. */
const derived = (
  subject: Subject,
  { property, value }: { readonly property: string; readonly value: PropertyValue },
  because: readonly Fact[],
): Outcome<PropertyValue> =>
  known(value, join<Fact>([propertyFact(subject, { property, value, origin: 'derived' })], because));

/** Protocols that decide by themselves whether what flows is encrypted (content README section 2). */
const ENCRYPTED_BY_PROTOCOL: Readonly<Record<string, boolean>> = {
  https: true,
  grpcs: true,
  ssh: true,
  mtls: true,
  http: false,
  dns: false,
  tcp: false,
  udp: false,
};

function encrypted(world: World, flow: Flow): Outcome<PropertyValue> | null {
  const mutual = fromMutualTls(world, flow, 'encrypted');
  if (mutual !== null) return mutual;
  const protocol = world.peek(flow, 'protocol');
  const name = typeof protocol === 'string' ? protocol : '';
  const decided = Object.hasOwn(ENCRYPTED_BY_PROTOCOL, name) ? ENCRYPTED_BY_PROTOCOL[name] : undefined;
  if (decided === undefined) return null;
  return derived(flow, { property: 'encrypted', value: decided }, world.read(flow, 'protocol').because);
}

/** Mutual TLS encrypts and authenticates both ends (RFC 8446, certificate-based client authentication). */
function fromMutualTls(world: World, flow: Flow, property: string): Outcome<PropertyValue> | null {
  if (world.peek(flow, 'mutualTls') !== true) return null;
  return derived(flow, { property, value: true }, world.read(flow, 'mutualTls').because);
}

const flowFact = (subject: Element, found: JudgedFlow | null, selectors: readonly string[]): Fact => ({
  kind: 'flow',
  subject: subject.id,
  direction: 'from',
  flow: found?.flow.id ?? null,
  other: found === null ? null : found.source.id === subject.id ? found.target.id : found.source.id,
  selectors,
  holds: found !== null,
});

/**
 * Whether somebody on the internet can open a connection to it, as drawn: a flow with one end inside the internet and the other at the
 * element, opened from the internet side. What pulls from the internet is not facing it.
 */
function internetFacing(world: World, element: Element): Outcome<PropertyValue> {
  const { graph, index } = world;
  const isOutside = (other: Element): boolean =>
    graph.enclosing(other.id).some((boundary) => index.matches(boundary, INTERNET));
  const opens = ({ flow, source, target }: JudgedFlow): boolean => {
    const byTarget = world.peek(flow, 'initiator') === 'target';
    const [from, to] = byTarget ? [target, source] : [source, target];
    return to.id === element.id && from.id !== element.id && isOutside(from);
  };
  const found = isOutside(element)
    ? undefined
    : (graph.arriving(element.id).find(opens) ?? graph.leaving(element.id).find(opens));
  const fact = flowFact(element, found ?? null, [INTERNET]);
  return derived(element, { property: 'internetFacing', value: found !== undefined }, [fact]);
}

/** Whether a flow that crosses a boundary brings data to it. */
function receivesAcrossBoundary(world: World, element: Element): Outcome<PropertyValue> {
  const found = world.graph.arriving(element.id).find(({ flow }) => world.graph.crossed(flow.id).length > 0);
  const facts: Fact[] = [flowFact(element, found ?? null, [])];
  if (found !== undefined) {
    const boundaries = world.graph.crossed(found.flow.id).map((boundary) => boundary.id);
    facts.push({ kind: 'crosses', subject: found.flow.id, boundaries, selectors: [], holds: true });
  }
  return derived(element, { property: 'receivesAcrossBoundary', value: found !== undefined }, facts);
}

/** Whether data reaches it from something of a lower trust level or another tenant; unknown while levels are not known. */
function receivesFromLowerTrust(world: World, element: Element): Outcome<PropertyValue> {
  const property = 'receivesFromLowerTrust';
  const definition = world.index.definition(element, 'trustLevel');
  const levels = (definition?.values ?? []).map((value) => value.id);
  const level = (outcome: Outcome<PropertyValue>): number => levels.indexOf(String(outcome.value));
  const here = world.read(element, 'trustLevel');
  const tenantHere = world.read(element, 'tenant');
  let open: Outcome<PropertyValue> | null = null;
  for (const found of world.graph.arriving(element.id)) {
    const other = found.target.id === element.id ? found.source : found.target;
    if (other.id === element.id) continue;
    const tenantThere = world.read(other, 'tenant');
    const there = world.read(other, 'trustLevel');
    const flow = flowFact(element, found, []);
    if (tenantHere.value !== undefined && tenantThere.value !== undefined && tenantHere.value !== tenantThere.value) {
      return derived(element, { property, value: true }, [flow, ...tenantHere.because, ...tenantThere.because]);
    }
    if (here.value === undefined || there.value === undefined) {
      open = unknown(join(open?.missing ?? [], join(here.missing, there.missing)));
    } else if (level(there) < level(here)) {
      return derived(element, { property, value: true }, [flow, ...here.because, ...there.because]);
    }
  }
  return open ?? derived(element, { property, value: false }, [flowFact(element, null, [])]);
}

/** Whether any flow crosses the boundary. */
function crossed(world: World, boundary: Element): Outcome<PropertyValue> | null {
  if (boundary.kind !== 'boundary') return null;
  return derived(boundary, { property: 'crossed', value: world.graph.isCrossed(boundary.id) }, []);
}

/** So many mechanisms that fail apart are wanted of a boundary (content README section 2); more of them settle nothing further. */
const WANTED_MECHANISMS = 2;

/**
 * Number of different independence groups among the mechanisms that enforce the boundary, written `mechanism` or `mechanism@layer`: those
 * that people named and those that controls in place bring. While nobody named any, the controls alone answer only when they are enough.
 */
function independentMechanisms(world: World, boundary: Element): Outcome<PropertyValue> | null {
  if (boundary.kind !== 'boundary') return null;
  const enforcedBy = world.read(boundary, 'enforcedBy');
  const said: unknown = enforcedBy.value;
  const named = Array.isArray(said) ? said.map(String) : null;
  const brought = world.mechanismsAt(boundary).filter((item) => named === null || !named.includes(item));
  const groups = new Set<string>();
  for (const item of [...(named ?? []), ...brought]) {
    const [name = ''] = item.split('@');
    const mechanism = world.index.mechanism(name);
    if (mechanism !== null) groups.add(mechanism.group);
    else {
      const found = item.slice(0, 200);
      world.report({ code: 'mechanism-unknown', subject: boundary.id, property: 'enforcedBy', found });
    }
  }
  if (named === null && groups.size < WANTED_MECHANISMS) return unknown(enforcedBy.missing);
  const together = { property: 'enforcedBy', value: [...(named ?? []), ...brought], origin: 'derived' } as const;
  const because = brought.length === 0 ? [] : [propertyFact(boundary, together)];
  return derived(
    boundary,
    { property: 'independentMechanisms', value: groups.size },
    join(because, named === null ? [] : enforcedBy.because),
  );
}

/**
 * Whether a tenant, namespace, sandbox or pod around it is known to rest on fewer than two independent mechanisms itself: what has to be
 * done there need not be said again of each wall inside. What is out of scope speaks for nothing.
 */
function weakWallsAround(world: World, boundary: Element): Outcome<PropertyValue> | null {
  if (boundary.kind !== 'boundary') return null;
  const isWall = (other: Element): boolean => WALLS.some((kind) => world.index.matches(other, kind));
  const isWeak = (outer: Element): boolean => {
    const mechanisms = world.read(outer, 'independentMechanisms').value;
    return (
      typeof mechanisms === 'number' &&
      mechanisms < WANTED_MECHANISMS &&
      world.read(outer, 'crossed').value === true &&
      world.read(outer, 'oos').value === false
    );
  };
  const value = isWall(boundary) && world.graph.outward(boundary.id).some((outer) => isWall(outer) && isWeak(outer));
  return derived(boundary, { property: 'weakWallsAround', value }, []);
}

/** Whether a node around it is known to hold more than one tenant. */
function onMultiTenantNode(world: World, element: Element): Outcome<PropertyValue> {
  for (const node of world.graph.outward(element.id)) {
    if (!world.index.matches(node, NODE)) continue;
    const tenants = world.peek(node, TENANTS_INSIDE);
    if (!Array.isArray(tenants) || tenants.length <= 1) continue;
    const fact: Fact = { kind: 'distinct', subject: node.id, property: 'tenant', values: tenants };
    return derived(element, { property: 'onMultiTenantNode', value: true }, [fact]);
  }
  return derived(element, { property: 'onMultiTenantNode', value: false }, []);
}

/** The known tenants of what is on a node, sorted; as a fact it is worked out once a node. */
function tenantsInside(world: World, node: Element): Outcome<PropertyValue> {
  const tenants = new Set<string>();
  for (const other of world.graph.inside(node.id)) {
    const value = world.peek(other, 'tenant');
    if (value !== undefined) tenants.add(String(value));
  }
  return known([...tenants].sort());
}

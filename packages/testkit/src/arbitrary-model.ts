/** Any valid model, for properties: nested and shared boundaries, references, self-loops, odd texts, decisions. */

import {
  BOUNDARY_STYLES,
  type BoundaryShape,
  DECISION_FIELDS,
  type Decision,
  type DecisionField,
  ELEMENT_KINDS,
  EVIDENCE_SOURCES,
  type Model,
  SIDES,
  THREAT_STATES,
} from '@strideboard/model';
import { PARTICIPANT_COLOURS } from '@strideboard/wire';
import fc from 'fast-check';
import { arbitraryRegister } from './arbitrary-register.ts';
import { buildModel, type ElementParts, type FlowParts } from './build-model.ts';

/** Text as people may write it: any characters, but no half of a surrogate pair. */
export const arbitraryText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.string({ unit: 'grapheme', maxLength }).map((text) => text.slice(0, maxLength).replace(/\p{Surrogate}/gu, ''));

/** An id as rooms and files have them. */
export const arbitraryId = (): fc.Arbitrary<string> => fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/u);

/** Any value a property may have. */
export const arbitraryPropertyValue = (): fc.Arbitrary<
  string | number | boolean | readonly (string | number | boolean)[]
> => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const scalar = fc.oneof(arbitraryText(), number, fc.boolean());
  return fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }));
};

const coordinate = (): fc.Arbitrary<number> => fc.integer({ min: -5_000, max: 5_000 });
const order = (): fc.Arbitrary<string> => fc.stringMatching(/^[a-c][0-9A-Za-z]{1,3}$/u);
const stamp = (): fc.Arbitrary<{ by: string; at: number }> => fc.record({ by: arbitraryId(), at: fc.nat() });
const properties = () =>
  fc.dictionary(fc.oneof(arbitraryId(), fc.constant('__proto__')), arbitraryPropertyValue(), { maxKeys: 3 });
const evidence = () =>
  fc.dictionary(
    arbitraryId(),
    fc.record({
      source: fc.constantFrom(...EVIDENCE_SOURCES),
      evidence: arbitraryText(),
      by: arbitraryId(),
      at: fc.nat(),
    }),
    { maxKeys: 2 },
  );
const shape = (): fc.Arbitrary<BoundaryShape> => {
  const points = fc.array(fc.tuple(fc.nat(10_000), fc.nat(10_000)), { minLength: 3, maxLength: 6 });
  const curve = fc.constantFrom('straight' as const, 'smooth' as const);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<BoundaryShape>({ kind: 'box' }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('poly' as const, 'line' as const), points, curve }) },
  );
};

/** What elements and flows have in common. */
const shared = () => ({
  label: arbitraryText(),
  properties: properties(),
  evidence: evidence(),
  outOfScope: fc.option(arbitraryText()),
  z: order(),
  importedFrom: fc.option(arbitraryText().filter((text) => text !== '')),
  created: fc.option(stamp()),
  notes: arbitraryText(),
});

/** Names that a board gives to no setting, since not every reader of JSON keeps them; `stringMatching` likes to draw them. */
const NO_NAMES: readonly string[] = ['__proto__', 'prototype', 'constructor'];

interface Wish {
  readonly holder: number;
  readonly members: readonly number[];
}

/** Any valid model of up to `size` elements and flows each. */
export function arbitraryModel(size = 12): fc.Arbitrary<Model> {
  const element = fc.record({
    ...shared(),
    kind: fc.constantFrom(...ELEMENT_KINDS, 'boundary' as const, 'boundary' as const),
    type: arbitraryText(12),
    x: coordinate(),
    y: coordinate(),
    width: fc.integer({ min: 1, max: 2_000 }),
    height: fc.integer({ min: 1, max: 2_000 }),
    shape: shape(),
    style: fc.constantFrom(...BOUNDARY_STYLES),
    lock: fc.option(stamp()),
    collapsed: fc.boolean(),
  });
  const flow = fc.record({
    ...shared(),
    direction: fc.constantFrom('one' as const, 'two' as const),
    returnLabel: arbitraryText(),
    order: arbitraryText(6),
    ports: fc.tuple(fc.option(fc.constantFrom(...SIDES)), fc.option(fc.constantFrom(...SIDES))),
    labelPlace: fc.option(fc.record({ along: fc.nat(1000), dx: coordinate(), dy: coordinate() })),
  });
  const way = fc.option(fc.array(fc.tuple(coordinate(), coordinate()), { minLength: 1, maxLength: 4 }));
  const wish = fc.record({ holder: fc.nat(), members: fc.array(fc.nat(), { maxLength: 2 }) });
  return fc
    .record({
      ids: fc.uniqueArray(arbitraryId(), { minLength: 0, maxLength: size * 2, comparator: (a, b) => a === b }),
      elements: fc.array(fc.tuple(element, wish), { maxLength: size }),
      flows: fc.array(fc.tuple(flow, fc.nat(), fc.nat(), way), { maxLength: size }),
      decisions: fc.array(fc.tuple(fc.nat(), arbitraryDecision()), { maxLength: size }),
      register: arbitraryRegister({ text: arbitraryText, stamp, order }),
      homes: fc.array(fc.nat(), { maxLength: size }),
      method: fc.dictionary(
        arbitraryId().filter((name) => !NO_NAMES.includes(name)),
        fc.oneof(arbitraryText(), fc.integer(), fc.boolean()),
        { maxKeys: 2 },
      ),
      grid: fc.integer({ min: 0, max: 200 }),
      created: fc.option(stamp()),
      people: fc.dictionary(fc.constantFrom('ada', 'bob'), fc.constantFrom('Ada', 'Bo'), { maxKeys: 2 }),
      title: arbitraryText(),
      reviewers: fc.array(arbitraryText(), { maxLength: 3 }),
      packs: fc.array(fc.tuple(arbitraryId(), arbitraryId()), { maxLength: 2 }),
      diagrams: fc.array(fc.record({ title: arbitraryText(), z: order() }), { maxLength: 2 }),
    })
    .map((parts) => {
      const elementIds = parts.ids.slice(0, parts.elements.length);
      const flowIds = parts.ids.slice(parts.elements.length);
      const elements = placeElements(parts.elements.slice(0, elementIds.length), elementIds).map((element, at) => {
        const home = (parts.homes[at] ?? 0) % (parts.diagrams.length + 1);
        return element.parent == null && home > 0 ? { ...element, diagram: `diagram-${home - 1}` } : element;
      });
      const flows = parts.flows
        .slice(0, elements.length === 0 ? 0 : flowIds.length)
        .map(([rest, from, to, points], at): FlowParts => {
          const end = (wanted: number): string => elements[wanted % elements.length]?.id ?? '';
          const route = points === null ? null : { base: null, points };
          return { ...rest, route, id: flowIds[at] ?? '', source: end(from), target: end(to) };
        });
      const subjects = [...elements.map(({ id }) => id), ...flows.map(({ id }) => id)];
      const decisions = parts.decisions.map(([wanted, decision]): [string, Decision] => [
        `XX-00${wanted % 7}~${subjects[wanted % Math.max(1, subjects.length)] ?? 'model'}`,
        decision,
      ]);
      return buildModel({
        meta: { title: parts.title, reviewers: parts.reviewers, created: parts.created },
        settings: { packs: parts.packs, method: sorted(parts.method), grid: parts.grid },
        people: sorted(
          Object.fromEntries(
            Object.entries(parts.people).map(([id, name]) => [id, { name, colour: PARTICIPANT_COLOURS[0] }]),
          ),
        ),
        register: parts.register(
          elements.map(({ id }) => id),
          flows.map(({ id }) => id),
        ),
        diagrams: parts.diagrams.map((diagram, at) => ({ ...diagram, id: `diagram-${at}` })),
        elements,
        flows,
        decisions: Object.fromEntries(decisions),
      });
    });
}

/** The record with its keys in order. */
const sorted = <Value>(record: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Gives each element a parent and memberships among the closed boundaries before it, so that nothing can be cyclic. */
function placeElements(
  given: readonly (readonly [Partial<ElementParts>, Wish])[],
  ids: readonly string[],
): readonly ElementParts[] {
  const placed: ElementParts[] = [];
  for (const [at, [element, wish]] of given.entries()) {
    const closed = placed.filter(({ kind, shape }) => kind === 'boundary' && shape?.kind !== 'line');
    const targets = placed.filter(({ kind }) => kind !== 'ref');
    const parent = closed[wish.holder % (closed.length + 1)] ?? null;
    const above = new Set<string>();
    const add = (up: ElementParts | null | undefined): void => {
      if (up == null) return;
      above.add(up.id);
      add(placed.find(({ id }) => id === up.parent));
    };
    add(parent);
    const memberOf = new Set(wish.members.flatMap((wanted) => closed[wanted % (closed.length + 1)]?.id ?? []));
    const of = element.kind === 'ref' ? targets[wish.holder % Math.max(1, targets.length)] : undefined;
    placed.push({
      ...element,
      id: ids[at] ?? '',
      kind: element.kind === 'ref' && of === undefined ? 'note' : (element.kind ?? 'process'),
      of: of?.id ?? null,
      parent: parent?.id ?? null,
      memberOf: [...memberOf].filter((id) => !above.has(id)),
    });
  }
  return placed;
}

/** Any decision with valid fields. */
export function arbitraryDecision(): fc.Arbitrary<Decision> {
  const score = fc.integer({ min: 1, max: 5 });
  const fields = DECISION_FIELDS.map((field): [DecisionField, fc.Arbitrary<string | number | readonly string[]>] => {
    if (field === 'likelihood' || field === 'impact') return [field, score];
    return [field, field === 'tags' ? fc.array(arbitraryText(10), { maxLength: 3 }) : arbitraryText()];
  });
  return fc.record({
    state: fc.constantFrom(...THREAT_STATES),
    basis: arbitraryText(),
    by: arbitraryId(),
    at: fc.nat(),
    fields: fc.record(Object.fromEntries(fields), { requiredKeys: [] }),
  });
}

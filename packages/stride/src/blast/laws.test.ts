import { compareText, elementId, type Model } from '@strideboard/model';
import { buildModel, type ElementParts } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBlast, buildStep, buildStop } from '../testing/small-blast.ts';
import type { BlastRadius } from './blast-radius.ts';
import { createBlast } from './create-blast.ts';

/** Steps of every kind; what each waits for is a fact that models below may or may not have. */
const steps = [
  buildStep({
    id: 'ESC',
    from: ['pod'],
    when: 'el.privileged == true || el.hostPID == true',
    to: { kind: 'around', boundary: ['tb.node'], unplaced: 'each' },
    stops: [buildStop({ control: 'sandbox', when: "within(el, 'tb.sandbox')" }), buildStop({ control: 'admission' })],
  }),
  buildStep({ id: 'IN', from: ['boundary'], to: { kind: 'inside' } }),
  buildStep({
    id: 'TOKEN',
    when: 'el.runAsNonRoot == false',
    gives: 'identity',
    stops: [buildStop({ control: 'token' })],
  }),
  buildStep({
    id: 'ADMIN',
    having: 'identity',
    when: "grants(el, '*', '*')",
    to: { kind: 'around', boundary: ['tb.cluster'], unplaced: 'sole' },
    stops: [buildStop({ control: 'rights' })],
  }),
  buildStep({
    id: 'SPREAD',
    having: 'identity',
    to: { kind: 'among', elements: ['wl.pod'], within: ['tb.namespace'], unplaced: 'each' },
    provided: 'el.hostPID != false',
    stops: [buildStop({ control: 'rights' })],
  }),
  buildStep({
    id: 'NET',
    from: ['process'],
    flow: { along: 'connection', end: ['process'] },
    when: 'flow.encrypted != true',
    gives: 'reach',
  }),
  buildStep({ id: 'READ', from: ['process'], flow: { along: 'connection', end: ['store'] }, gives: 'control' }),
  buildStep({
    id: 'BACK',
    from: ['process'],
    flow: { along: 'answer', end: ['process'] },
    when: 'flow.logged == false',
    gives: 'identity',
  }),
  buildStep({
    id: 'FLAW',
    from: ['process'],
    having: 'reach',
    when: 'el.privileged == true',
    stops: [buildStop({ control: 'review' })],
  }),
];
const CONTROLS = ['sandbox', 'admission', 'token', 'rights', 'review'];
const ASKED = ['privileged', 'hostPID', 'runAsNonRoot', 'clusterAdmin'] as const;
const blast = buildBlast(steps);

describe('laws of the blast radius', () => {
  it('does not depend on the order of the model’s lists', () => {
    fc.assert(
      fc.property(situation(), fc.integer(), ({ model, start }, seed) => {
        const mixed = {
          elements: [...model.elements].sort(
            (a, b) => scramble(a.id, seed) - scramble(b.id, seed) || compareText(a.id, b.id),
          ),
          flows: [...model.flows].sort(
            (a, b) => scramble(a.id, seed) - scramble(b.id, seed) || compareText(a.id, b.id),
          ),
        };
        expect(JSON.stringify(from(mixed, start))).toBe(JSON.stringify(from(model, start)));
      }),
      { numRuns: 100 },
    );
  });

  it('never grows by a control, neither in what is proven nor in what is possible', () => {
    fc.assert(
      fc.property(situation(), fc.subarray(CONTROLS), fc.subarray(CONTROLS), ({ model, start }, some, more) => {
        const [before, after] = [from(model, start, some), from(model, start, [...some, ...more])];
        expect(extra(after, before, 'proven')).toEqual([]);
        expect(extra(after, before, 'possible')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('says of each control what walking with it takes away', () => {
    fc.assert(
      fc.property(situation(), ({ model, start }) => {
        const before = from(model, start);
        for (const control of CONTROLS) {
          const after = from(model, start, [control]);
          const gone = subjects(before).filter((id) => !subjects(after).includes(id));
          expect(before.cuts.find((cut) => cut.control === control)?.gone ?? []).toEqual(gone);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('holds everything that any answer to an open question could make true, and keeps what is proven', () => {
    fc.assert(
      fc.property(
        situation(),
        fc.nat(),
        fc.constantFrom(...ASKED),
        fc.boolean(),
        ({ model, start }, wish, property, answer) => {
          const asked = model.elements.filter(
            ({ kind, properties }) => kind === 'process' && !Object.hasOwn(properties, property),
          );
          const chosen = asked[wish % Math.max(1, asked.length)];
          fc.pre(chosen !== undefined);
          const answered = {
            ...model,
            elements: model.elements.map((element) =>
              element === chosen ? { ...element, properties: { ...element.properties, [property]: answer } } : element,
            ),
          };
          const [before, after] = [from(model, start), from(answered, start)];
          expect(extra(after, before, 'possible')).toEqual([]);
          expect(extra(before, after, 'proven')).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives each entry a path from the start whose steps follow one another and whose doubts are its assumptions', () => {
    fc.assert(
      fc.property(situation(), ({ model, start }) => {
        const { reached } = from(model, start);
        for (const { subject, path, distance, assumptions, certainty } of reached) {
          expect(path).toHaveLength(distance);
          expect([path[0]?.from, path.at(-1)?.to]).toEqual([start, subject]);
          path.slice(1).forEach((step, at) => expect(step.from).toBe(path[at]?.to));
          expect(path.filter((step) => step.certainty === 'possible')).toHaveLength(assumptions);
          expect(certainty === 'proven').toBe(assumptions === 0);
        }
        expect([...reached].sort((a, b) => a.assumptions - b.assumptions || a.distance - b.distance)).toEqual(reached);
      }),
      { numRuns: 100 },
    );
  });

  it('never changes the model', () => {
    fc.assert(
      fc.property(situation(), ({ model, start }) => {
        const before = JSON.stringify(model);
        from(model, start);
        expect(JSON.stringify(model)).toBe(before);
      }),
      { numRuns: 50 },
    );
  });
});

type Board = Pick<Model, 'elements' | 'flows'>;

function from(model: Board, start: string, assumed: readonly string[] = []): BlastRadius {
  const radius = createBlast(model, blast).from(elementId(start), assumed);
  if (radius === null) throw new Error(`there is no ${start}`);
  return radius;
}

/** Reached subjects, each once, sorted. */
const subjects = ({ reached }: BlastRadius): readonly string[] =>
  [...new Set(reached.map(({ subject }) => subject))].sort();

/** What one has and the other has not, counting that control is reach too, and what is proven possible too. */
function extra(one: BlastRadius, other: BlastRadius, certainty: 'proven' | 'possible'): readonly string[] {
  const held = ({ reached }: BlastRadius): ReadonlySet<string> =>
    new Set(
      reached
        .filter((entry) => certainty === 'possible' || entry.certainty === 'proven')
        .flatMap(({ subject, access }) =>
          (access === 'control'
            ? ['control', 'identity', 'reach']
            : access === 'identity'
              ? ['identity', 'reach']
              : ['reach']
          ).map((level) => `${level} ${subject}`),
        ),
    );
  const had = held(other);
  return [...held(one)].filter((state) => !had.has(state));
}

/** A board and where the attacker starts. */
function situation(): fc.Arbitrary<{ readonly model: Board; readonly start: string }> {
  const fact = fc.constantFrom(true, false, undefined);
  const pod = fc.record({
    type: fc.constantFrom('wl.pod', 'wl.pod', 'wl.container', 'st.db'),
    facts: fc.record({ privileged: fact, hostPID: fact, runAsNonRoot: fact, clusterAdmin: fact }),
    rbac: fc.constantFrom(undefined, [], ['*:*']),
    node: fc.constantFrom(null, 'n1', 'n2', 's1'),
    namespace: fc.constantFrom(null, 'ns1', 'ns2'),
  });
  const flow = fc.record({
    source: fc.nat(),
    target: fc.nat(),
    facts: fc.record({ encrypted: fact, logged: fact, initiator: fc.constantFrom('source', 'target', undefined) }),
  });
  return fc
    .tuple(fc.array(pod, { minLength: 2, maxLength: 8 }), fc.array(flow, { maxLength: 8 }), fc.nat(), fc.boolean())
    .map(([pods, flows, wish, hasCluster]) => {
      const cluster = hasCluster ? 'c' : null;
      const boundary = (id: string, type: string, parent: string | null): ElementParts => ({
        id,
        kind: 'boundary',
        type,
        parent,
      });
      const model = buildModel({
        elements: [
          ...(hasCluster ? [boundary('c', 'tb.cluster', null)] : []),
          boundary('n1', 'tb.node', cluster),
          boundary('n2', 'tb.node', cluster),
          boundary('s1', 'tb.sandbox', 'n1'),
          boundary('ns1', 'tb.namespace', cluster),
          boundary('ns2', 'tb.namespace', cluster),
          ...pods.map(({ type, facts, rbac, node, namespace }, at) => ({
            id: `p${at}`,
            kind: type === 'st.db' ? ('store' as const) : ('process' as const),
            type,
            parent: namespace,
            memberOf: node === null ? [] : [node],
            properties: type === 'st.db' ? {} : given({ ...facts, rbac }),
          })),
        ],
        flows: flows.map(({ source, target, facts }, at) => ({
          id: `f${at}`,
          source: `p${source % pods.length}`,
          target: `p${target % pods.length}`,
          properties: given(facts),
        })),
      });
      const starts = model.elements.map(({ id }) => id);
      return { model, start: starts[wish % starts.length] ?? 'p0' };
    });
}

/** Only what was said. */
const given = <T>(facts: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, T] => entry[1] !== undefined));

function scramble(id: string, seed: number): number {
  let state = seed | 0;
  for (const character of id) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state;
}

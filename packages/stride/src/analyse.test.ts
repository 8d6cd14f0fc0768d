import { type Model, elementId } from '@strideboard/model';
import { arbitraryModel, buildModel, type ModelParts } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import type { Analysis } from './finding.ts';
import type { CompiledJudgement } from './judgement.ts';
import { buildJudgement, buildRule, SMALL_BOARD } from './testing/small-pack.ts';

const rules = [
  buildRule({
    id: 'P-1',
    scope: ['pod'],
    when: 'el.privileged == true',
    severity: 'critical',
    title: '{el} is privileged',
  }),
  buildRule({ id: 'P-2', scope: ['pod'], when: "el.privileged == true && within(el, 'tb.namespace')" }),
  buildRule({ id: 'P-3', scope: ['wl.pod'], when: 'el.runAsNonRoot != true && !(el.replicas > 1)', severity: 'low' }),
  buildRule({
    id: 'F-1',
    scope: ['flow'],
    when: 'crossesAny() && flow.encrypted != true',
    title: '{flow}: {source} to {target}',
    severity: 'high',
  }),
  buildRule({
    id: 'F-2',
    scope: ['flow'],
    when: 'flow.logged != true && (source.tenant != target.tenant || crossesAny())',
  }),
  buildRule({ id: 'B-1', scope: ['boundary'], when: 'el.crossed == true && el.independentMechanisms < 2' }),
  buildRule({
    id: 'E-1',
    scope: ['external', 'process'],
    when: "flowsTo(el, 'process') || reachableFrom(el, 'tb.internet')",
    severity: 'low',
  }),
  buildRule({ id: 'K-1', scope: ['st.db'], when: 'true', severity: 'low' }),
  buildRule({ id: 'M-1', scope: ['model'], when: 'true', severity: 'prompt' }),
];
const judgement = buildJudgement(rules);

const parts: ModelParts = {
  elements: [
    { id: 'net', kind: 'boundary', type: 'tb.internet' },
    { id: 'ns', kind: 'boundary', type: 'tb.namespace', x: 500, width: 600, height: 400 },
    { id: 'user', kind: 'external', type: 'ext.user', label: 'Ann', parent: 'net' },
    { id: 'pod', type: 'wl.pod', parent: 'ns', x: 20, y: 20, properties: { privileged: true } },
    { id: 'db', kind: 'store', type: 'st.db', label: 'Orders', parent: 'ns', x: 220, y: 20 },
  ],
  flows: [
    { id: 'f1', source: 'user', target: 'pod', properties: { encrypted: false } },
    { id: 'f2', source: 'pod', target: 'db', label: 'query' },
  ],
};
const ids = (analysis: Analysis): readonly string[] => analysis.findings.map(({ id }) => id);
const run = (model: Pick<Model, 'elements' | 'flows'>, by: CompiledJudgement = judgement): Analysis =>
  analyse(model, by);

describe('analyse', () => {
  const model = buildModel(parts);
  const analysis = run(model);

  it('finds what is true, worst first', () => {
    expect(ids(analysis)).toEqual(['P-1~pod', 'F-1~f1', 'P-2~pod', 'E-1~pod', 'E-1~user', 'K-1~db']);
    expect(analysis.findings.map(({ severity }) => severity)).toEqual([
      'critical',
      'high',
      'medium',
      'low',
      'low',
      'low',
    ]);
  });

  it('fills titles with labels, and names the nameless by their stencil or their ends', () => {
    expect(analysis.findings[0]?.title).toBe('Pod is privileged');
    expect(analysis.findings[1]?.title).toBe('Ann → Pod: Ann to Pod');
  });

  it('fills the explanation with labels as it fills the title', () => {
    const told = buildRule({ id: 'W-1', scope: ['flow'], when: 'true', why: '{source} sends to {target}.' });
    expect(run(model, buildJudgement([told])).findings.map(({ why }) => why)).toEqual([
      'Ann sends to Pod.',
      'Pod sends to Orders.',
    ]);
  });

  it('says which facts made the rule true', () => {
    const [first, second, third] = analysis.findings;
    expect(first?.because).toEqual([
      { kind: 'property', subject: 'pod', property: 'privileged', value: true, origin: 'stated', evidence: null },
    ]);
    expect(second?.because).toMatchObject([
      { kind: 'crosses', subject: 'f1', boundaries: ['net', 'ns'], holds: true },
      { kind: 'property', property: 'encrypted', value: false },
    ]);
    expect(third?.because).toMatchObject([{ property: 'privileged' }, { kind: 'within', witness: 'ns' }]);
    expect(analysis.findings.find(({ rule }) => rule === 'K-1')?.because).toEqual([
      { kind: 'kind', subject: 'db', selectors: ['st.db'], holds: true },
    ]);
  });

  it('turns what is unknown into questions, each once, the heaviest first', () => {
    const listed = analysis.questions.map(({ id, weight, rules: waiting }) => [
      id,
      weight,
      waiting.map((rule) => rule.id),
    ]);
    expect(listed).toEqual([
      ['f1~logged', 2, ['F-2']],
      ['f2~logged', 2, ['F-2']],
      ['net~enforcedBy', 2, ['B-1']],
      ['ns~enforcedBy', 2, ['B-1']],
      ['pod~runAsNonRoot', 1, ['P-3']],
    ]);
  });

  it('asks one thing at a time of each rule that waits, the next when the answer leaves it open', () => {
    const answered = buildModel({
      ...parts,
      elements: (parts.elements ?? []).map((element) =>
        element.id === 'pod' ? { ...element, properties: { ...element.properties, runAsNonRoot: false } } : element,
      ),
    });
    const ofPod = run(answered).questions.filter(({ subject }) => subject === 'pod');
    expect(ofPod.map(({ id, rules: waiting }) => [id, waiting.map((rule) => rule.id)])).toEqual([
      ['pod~replicas', ['P-3']],
    ]);
  });

  it('asks nothing that can no longer make a rule true', () => {
    const answered = buildModel({
      ...parts,
      elements: (parts.elements ?? []).map((element) =>
        element.id === 'pod' ? { ...element, properties: { privileged: true, replicas: 3 } } : element,
      ),
    });
    expect(run(answered).questions.map(({ id }) => id)).not.toContain('pod~runAsNonRoot');
  });

  it('counts by subject and in all; prompts are never counted', () => {
    expect(analysis.counts).toEqual({
      critical: 1,
      high: 1,
      medium: 1,
      low: 3,
      questions: 5,
      outOfScope: 0,
      prompts: 6,
    });
    expect(analysis.bySubject.get(elementId('pod'))).toEqual({ critical: 1, high: 0, medium: 1, low: 1, questions: 1 });
  });

  it('gives STRIDE per element as prompts, conditional letters only where their condition holds', () => {
    const letters = new Map(analysis.prompts.map(({ id, letters: list }) => [id, list.join('')]));
    expect(letters.get('prompt~user')).toBe('SR');
    expect(letters.get('prompt~pod')).toBe('STRIDE');
    expect(letters.get('prompt~db')).toBe('TRID');
    expect(letters.get('prompt~f1')).toBe('TID');
    expect(letters.get('M-1~model')).toBe('T');
    const unsaved = buildModel({
      elements: [{ id: 'db', kind: 'store', type: 'st.db', properties: { backedUp: false } }],
    });
    expect(run(unsaved).prompts.find(({ id }) => id === 'prompt~db')?.letters).toEqual(['T', 'I', 'D']);
  });

  it('lists findings on what is out of scope apart and asks nothing there', () => {
    const scoped = buildModel({
      elements: [{ id: 'pod', type: 'wl.pod', outOfScope: 'bought', properties: { privileged: true } }],
    });
    const result = run(scoped);
    expect(result.findings).toMatchObject([{ id: 'P-1~pod', outOfScope: true }]);
    expect(result.counts).toMatchObject({ critical: 0, outOfScope: 1, questions: 0 });
    expect(result.bySubject.size).toBe(0);
    expect(result.prompts.map(({ id }) => id)).toEqual(['M-1~model']);
  });

  it('judges a pod drawn as a boundary once, not each of its containers', () => {
    const boundaryPod = buildModel({
      elements: [
        { id: 'pod', kind: 'boundary', type: 'tb.pod' },
        { id: 'c1', type: 'wl.container', parent: 'pod', properties: { privileged: true } },
        { id: 'c2', type: 'wl.container', parent: 'pod', properties: { privileged: true } },
        { id: 'dns', type: 'cp.dns', parent: 'pod' },
      ],
    });
    const found = run(boundaryPod).findings.filter(({ rule }) => rule === 'P-1');
    expect(found.map(({ id }) => id)).toEqual(['P-1~pod']);
    expect(found[0]?.because).toMatchObject([{ subject: 'c1' }, { subject: 'c2' }]);
  });

  it('judges what may run as a workload by what is said of it, and asks it nothing', () => {
    const bare = run(buildModel({ elements: [{ id: 'dns', type: 'cp.dns' }] }));
    expect([bare.questions, bare.undecided]).toEqual([[], []]);
    const said = run(buildModel({ elements: [{ id: 'dns', type: 'cp.dns', properties: { privileged: true } }] }));
    expect(ids(said)).toContain('P-1~dns');
  });

  it('judges an element with references once, within every boundary that holds one of them', () => {
    const referring = buildModel({
      elements: [
        { id: 'pod', type: 'wl.pod', properties: { privileged: true } },
        { id: 'ns', kind: 'boundary', type: 'tb.namespace' },
        { id: 'again', kind: 'ref', of: 'pod', parent: 'ns' },
      ],
    });
    expect(ids(run(referring))).toEqual(['P-1~pod', 'P-2~pod']);
  });

  it('names a rule that stays unknown with nothing to ask', () => {
    const by = buildJudgement([
      buildRule({ id: 'U-1', scope: ['wl.pod'], when: "nearest(el, 'tb.cluster').multiTenancy == 'x'" }),
    ]);
    expect(run(buildModel({ elements: [{ id: 'p', type: 'wl.pod' }] }), by).undecided).toEqual([
      { rule: 'U-1', subject: 'p' },
    ]);
  });
});

describe('the identity of findings', () => {
  /** Everything about findings but the words that hold labels. */
  const essence = (analysis: Analysis): string =>
    JSON.stringify({
      ...analysis,
      bySubject: [...analysis.bySubject].sort(),
      findings: analysis.findings.map(({ title: _title, ...rest }) => rest),
      prompts: analysis.prompts.map(({ title: _title, ...rest }) => rest),
    });

  it('survives moving, renaming and any order of the model’s lists', () => {
    fc.assert(
      fc.property(realModel(), fc.integer(), fc.nat(500), (model, seed, shift) => {
        const before = essence(run(model));
        expect(essence(run(shuffled(model, seed)))).toBe(before);
        const moved = {
          ...model,
          elements: model.elements.map((element) => ({
            ...element,
            x: element.x + shift,
            y: element.y - shift,
            label: `${element.label}!`,
          })),
          flows: model.flows.map((flow) => ({ ...flow, label: 'renamed', order: flow.order })),
        };
        expect(essence(run(moved))).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('is equal byte for byte, titles too, when only the order of the lists differs', () => {
    fc.assert(
      fc.property(realModel(), fc.integer(), (model, seed) => {
        expect(JSON.stringify(run(shuffled(model, seed)).findings)).toBe(JSON.stringify(run(model).findings));
      }),
      { numRuns: 100 },
    );
  });

  it('gives another basis when a fact changes, and the same when a new flow or label changes no fact', () => {
    const basis = (model: Model, id: string): string | undefined =>
      run(model).findings.find((finding) => finding.id === id)?.basis;
    const before = basis(buildModel(parts), 'E-1~user');
    const more = buildModel({
      ...parts,
      elements: [...(parts.elements ?? []), { id: 'aaa', type: 'cp.apiserver' }],
      flows: [...(parts.flows ?? []), { id: 'a0', source: 'user', target: 'aaa' }],
    });
    expect(basis(more, 'E-1~user')).toBe(before);
    const protocolSaid = buildModel({
      ...parts,
      flows: (parts.flows ?? []).map((flow) =>
        flow.id === 'f1' ? { ...flow, properties: { protocol: 'http' } } : flow,
      ),
    });
    expect(basis(protocolSaid, 'F-1~f1')).not.toBe(basis(buildModel(parts), 'F-1~f1'));
  });
});

describe('hostile and large models', () => {
  it('never throws and never changes its input, whatever the model holds', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const before = JSON.stringify(model);
        run(model);
        expect(JSON.stringify(model)).toBe(before);
      }),
      { numRuns: 200 },
    );
  });

  it('reports unknown types and values it cannot use', () => {
    const odd = buildModel({
      elements: [
        { id: 'p', type: 'wl.pod', properties: { privileged: [true] } },
        { id: 'q', type: 'not.known' },
      ],
    });
    expect(run(odd).problems).toEqual([
      { code: 'value-unfit', subject: 'p', property: 'privileged', found: '[true]' },
      { code: 'type-unknown', subject: 'q', property: null, found: 'not.known' },
    ]);
  });

  it('judges 5,000 elements and 5,000 flows', () => {
    const elements = Array.from({ length: 5_000 }, (_, at) =>
      at % 50 === 0
        ? { id: `e${at}`, kind: 'boundary' as const, type: 'tb.namespace' }
        : { id: `e${at}`, type: 'wl.pod', parent: `e${at - (at % 50)}`, properties: { privileged: at % 3 === 0 } },
    );
    const flows = Array.from({ length: 5_000 }, (_, at) => ({
      id: `f${at}`,
      source: `e${at}`,
      target: `e${(at * 7 + 51) % 5_000}`,
    }));
    const { counts } = run(buildModel({ elements, flows }));
    expect(counts.critical).toBe(elements.filter(({ properties }) => properties?.privileged === true).length);
  });
});

/** Models of the small pack's types with facts that make rules fire. */
function realModel(): fc.Arbitrary<Model> {
  const types = [...SMALL_BOARD.stencils, ...SMALL_BOARD.boundaries];
  const value = fc.oneof(fc.boolean(), fc.constantFrom('a', 'low', 'https'), fc.constant(['seccomp']), fc.nat(3));
  const names = [
    'privileged',
    'runAsNonRoot',
    'tenant',
    'trustLevel',
    'protocol',
    'encrypted',
    'logged',
    'enforcedBy',
    'replicas',
  ];
  const properties = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
  const element = fc.record({
    type: fc.constantFrom(...types),
    properties,
    holder: fc.nat(),
    member: fc.nat(),
    oos: fc.boolean(),
  });
  const flow = fc.record({
    source: fc.nat(),
    target: fc.nat(),
    properties,
    direction: fc.constantFrom('one' as const, 'two' as const),
  });
  return fc
    .tuple(fc.array(element, { minLength: 1, maxLength: 12 }), fc.array(flow, { maxLength: 12 }))
    .map(([elements, flows]) => {
      const holders = elements.map(({ type }, at) => ('kind' in type ? null : `e${at}`));
      const pick = (wish: number, before: number): string | null => {
        const open = holders.slice(0, before).filter((id) => id !== null);
        return open[wish % (open.length + 1)] ?? null;
      };
      return buildModel({
        elements: elements
          .map(({ type, properties: given, holder, member, oos }, at) => {
            const parent = pick(holder, at);
            const other = pick(member, at);
            return {
              id: `e${at}`,
              kind: 'kind' in type ? type.kind : ('boundary' as const),
              type: type.id,
              parent,
              memberOf: other === null || other === parent ? [] : [other],
              properties: given,
              outOfScope: oos && at % 5 === 0 ? '' : null,
            };
          })
          .map((one, _at, all) => {
            // A membership that is also an ancestor is dropped by the model, so a fixture must not have it.
            const above = new Set<string>();
            for (let up = one.parent; up !== null; up = all.find(({ id }) => id === up)?.parent ?? null) above.add(up);
            return { ...one, memberOf: one.memberOf.filter((id) => !above.has(id)) };
          }),
        flows: flows.map(({ source, target, properties: given, direction }, at) => ({
          id: `f${at}`,
          source: `e${source % elements.length}`,
          target: `e${target % elements.length}`,
          properties: given,
          direction,
        })),
      });
    });
}

/** The same records in another order. */
function shuffled(model: Model, seed: number): Model {
  const mixed = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => scramble(a.id, seed) - scramble(b.id, seed) || (a.id < b.id ? -1 : 1));
  return { ...model, elements: mixed(model.elements), flows: mixed(model.flows) };
}

function scramble(id: string, seed: number): number {
  let state = seed | 0;
  for (const character of id) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return state;
}

import { elementId, type PropertyValue } from '@strideboard/model';
import type { BoardPart } from '@strideboard/packs';
import { buildModel, type ElementParts, type FlowParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { createAnalyser } from './analyser.ts';
import { patchAnalysis } from './analysis-delta.ts';
import { compileJudgement } from './judgement.ts';
import { buildJudgement, buildJudgementPart, buildRule, SMALL_BOARD } from './testing/small-pack.ts';

const judgement = buildJudgement([
  buildRule({ id: 'B-1', scope: ['pod'], when: 'el.privileged == true' }),
  buildRule({ id: 'B-2', scope: ['process'], when: 'el.replicas > 1' }),
  buildRule({ id: 'B-3', scope: ['flow'], when: 'source.tenant != target.tenant' }),
]);
const pod = (id: string, properties: Readonly<Record<string, PropertyValue>> = {}): ElementParts => ({
  id,
  type: 'wl.pod',
  properties,
});
const problemsOf = (elements: readonly ElementParts[], flows: readonly FlowParts[] = []) =>
  analyse(buildModel({ elements, flows }), judgement).problems.map(
    ({ code, subject, property, found }) => `${code} ${subject ?? 'model'}.${property ?? ''}: ${found}`,
  );

describe('a model that no pack was made for', () => {
  it('has kinds that nobody knows reported, and is judged by the rest', () => {
    const model = buildModel({ elements: [{ id: 'a', type: 'gone.kind', properties: { replicas: 3 } }] });
    const { problems, findings } = analyse(model, judgement);
    expect(problems).toEqual([{ code: 'type-unknown', subject: 'a', property: null, found: 'gone.kind' }]);
    expect(findings.map(({ id }) => id)).toEqual(['B-2~a']);
  });

  it('has properties that nobody knows reported, of elements and of flows', () => {
    expect(
      problemsOf(
        [pod('a', { colour: 'red', privileged: true }), pod('b')],
        [{ id: 'f', source: 'a', target: 'b', properties: { speed: [1, 2] } }],
      ),
    ).toEqual(['property-unknown a.colour: "red"', 'property-unknown f.speed: [1,2]']);
  });

  it('has a property reported and taken back when it comes and goes', () => {
    const [without, with_] = [pod('a'), pod('a', { colour: 'red' })].map((one) => buildModel({ elements: [one] }));
    if (without === undefined || with_ === undefined) throw new Error('two models');
    const analyser = createAnalyser(without, judgement);
    let followed = analyser.analysis();
    for (const model of [with_, without]) {
      const change = { elements: { put: model.elements, gone: [] }, flows: { put: [], gone: [] } };
      followed = patchAnalysis(followed, analyser.update(change));
      expect(followed).toEqual(analyse(model, judgement));
    }
  });

  it('has values of the wrong type reported and asked for, not taken for an answer', () => {
    const model = buildModel({ elements: [pod('a', { privileged: 'yes', replicas: 'many' })] });
    const { problems, findings, questions } = analyse(model, judgement);
    expect(problems.map(({ code, property, found }) => `${code} ${property ?? ''} ${found}`)).toEqual([
      'value-unfit privileged "yes"',
      'value-unfit replicas "many"',
    ]);
    expect(findings).toEqual([]);
    expect(questions.map(({ id }) => id)).toEqual(expect.arrayContaining(['a~privileged', 'a~replicas']));
  });

  it('has what a rule cannot compare reported, and the rule counted as undecided', () => {
    // Both may be anything as far as the pack says: `mixed` is a number of processes and a list of boundaries.
    const property = { label: 'Mixed', name: 'mixed' } as const;
    const board: BoardPart = {
      ...SMALL_BOARD,
      properties: [
        ...SMALL_BOARD.properties,
        { ...property, type: 'number', appliesTo: ['process'] },
        { ...property, type: 'list', appliesTo: ['boundary'] },
      ],
    };
    const rule = buildRule({ id: 'B-5', scope: ['any'], when: 'el.mixed > 1' });
    const compiled = compileJudgement(board, buildJudgementPart([rule]));
    if (!compiled.ok) throw new Error('the rule does not compile');
    const elements = [
      { id: 'apple', properties: { mixed: 2 } },
      { id: 'pear', kind: 'boundary', type: 'tb.node', properties: { mixed: ['a', 'b'] } },
    ] as const;
    const { problems, findings, undecided } = analyse(buildModel({ elements }), compiled.judgement);
    expect(problems).toEqual([{ code: 'comparison-unfit', subject: 'pear', property: 'mixed', found: '["a","b"]' }]);
    expect(findings.map(({ id }) => id)).toEqual(['B-5~apple']);
    expect(undecided).toEqual([{ rule: 'B-5', subject: 'pear' }]);
  });

  it('of 10,000 elements, half of them odd, is judged: each oddity is named once', () => {
    const odd: readonly Partial<ElementParts>[] = [
      { type: 'gone.kind' },
      { properties: { colour: 'red' } },
      { properties: { privileged: 'yes' } },
      { type: '', label: '\u0000<b>' },
    ];
    const elements = Array.from({ length: 10_000 }, (_, at): ElementParts => {
      const one = pod(`e${at}`, at % 3 === 0 ? { privileged: true } : {});
      return at % 2 === 0 ? one : { ...one, ...odd[(at >> 1) % odd.length] };
    });
    const flows = elements.map(
      ({ id }, at): FlowParts => ({ id: `f${at}`, source: id, target: elements[(at * 7 + 1) % 10_000]?.id ?? id }),
    );
    const { problems, findings } = analyse(buildModel({ elements, flows }), judgement);
    for (const code of ['type-unknown', 'property-unknown', 'value-unfit'])
      expect(problems.filter((problem) => problem.code === code)).toHaveLength(1_250);
    expect(findings.filter(({ rule }) => rule === 'B-1').map(({ subjects: [id] }) => id)).toContain(elementId('e0'));
  });
});

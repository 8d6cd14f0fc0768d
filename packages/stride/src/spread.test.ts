import { elementId, flowId, type Model, type PropertyValue } from '@strideboard/model';
import { buildElement, buildFlow, buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { createAnalyser } from './analyser.ts';
import { patchAnalysis } from './analysis-delta.ts';
import { buildJudgement, buildRule } from './testing/small-pack.ts';

const NOTHING = { put: [], gone: [] } as const;

/** A pod in a namespace, called from outside: who opens the connection is said on the flow. */
const boardWith = (initiator: string): Model =>
  buildModel({
    elements: [
      { id: 'internet', kind: 'boundary', type: 'tb.internet' },
      { id: 'user', kind: 'external', type: 'ext.user', parent: 'internet' },
      { id: 'ns', kind: 'boundary', type: 'tb.namespace' },
      { id: 'pod', type: 'wl.pod', parent: 'ns' },
    ],
    flows: [{ id: 'f', source: 'user', target: 'pod', properties: { initiator } }],
  });

/** Findings after a change of the flow, followed and from scratch. */
function afterTurning(rule: Parameters<typeof buildRule>[0]) {
  const judgement = buildJudgement([buildRule(rule)]);
  const [before, after] = [boardWith('target'), boardWith('source')];
  const analyser = createAnalyser(before, judgement);
  const start = analyser.analysis();
  const followed = patchAnalysis(start, analyser.update({ elements: NOTHING, flows: { put: after.flows, gone: [] } }));
  return { start, followed, scratch: analyse(after, judgement), work: analyser.work() };
}

describe('how far a change reaches', () => {
  it('goes on through what follows from it to whoever looked at that, though they never looked at what changed', () => {
    const { start, followed, scratch } = afterTurning({
      id: 'R-1',
      scope: ['tb.namespace'],
      when: "anyTrue(children(el), 'internetFacing')",
    });
    expect(start.findings).toEqual([]);
    expect(followed.findings.map(({ id }) => id)).toEqual(['R-1~ns']);
    expect(followed).toEqual(scratch);
  });

  it('ends where an answer stays as it was', () => {
    const { followed, scratch, work } = afterTurning({
      id: 'R-2',
      scope: ['tb.namespace'],
      when: "anyTrue(children(el), 'privileged')",
    });
    expect(followed).toEqual(scratch);
    expect(work).toEqual({ subjects: 0, rules: 0 });
  });

  it('passes by everything that does not look at what changed, however large the board', () => {
    const judgement = buildJudgement([
      buildRule({ id: 'R-3', scope: ['pod'], when: 'el.privileged == true' }),
      buildRule({ id: 'R-4', scope: ['flow'], when: 'source.privileged == true && flow.logged != true' }),
      buildRule({ id: 'R-5', scope: ['flow'], when: 'crossesAny() && flow.encrypted != true' }),
    ]);
    const ids = Array.from({ length: 300 }, (_, at) => `p${at}`);
    const model = buildModel({
      elements: ids.map((id) => ({ id, type: 'wl.pod' })),
      flows: ids.map((id, at) => ({ id: `f${at}`, source: id, target: ids[(at + 1) % ids.length] ?? id })),
    });
    const analyser = createAnalyser(model, judgement);
    const change = (name: string, value: PropertyValue) => {
      const element = buildElement({ id: elementId('p7'), type: 'wl.pod', properties: { [name]: value } });
      analyser.update({ elements: { put: [element], gone: [] }, flows: NOTHING });
      return analyser.work();
    };
    expect(change('hostPID', true)).toEqual({ subjects: 0, rules: 0 });
    // The pod itself, and the flows at its ends: twice.
    expect(change('privileged', true)).toEqual({ subjects: 3, rules: 3 });
    const f9 = model.flows.find(({ id }) => id === 'f9');
    const flow = buildFlow({ ...f9, id: flowId('f9'), source: 'p9', target: 'p10', properties: { logged: true } });
    analyser.update({ elements: NOTHING, flows: { put: [flow], gone: [] } });
    expect(analyser.work()).toEqual({ subjects: 1, rules: 1 });
  });

  it('takes a problem back when what was wrong is put right, and keeps it when something else changes', () => {
    const judgement = buildJudgement([
      buildRule({ id: 'R-6', scope: ['pod'], when: 'el.privileged == true' }),
      buildRule({ id: 'R-7', scope: ['pod'], when: 'el.hostPID == true' }),
    ]);
    const pod = (properties: Readonly<Record<string, PropertyValue>>) =>
      buildModel({ elements: [{ id: 'p', type: 'wl.pod', properties }] });
    const analyser = createAnalyser(pod({ privileged: 'yes' }), judgement);
    let followed = analyser.analysis();
    for (const properties of [
      { privileged: 'yes', hostPID: true },
      { privileged: true, hostPID: true },
    ]) {
      const model = pod(properties);
      const delta = analyser.update({ elements: { put: model.elements, gone: [] }, flows: NOTHING });
      followed = patchAnalysis(followed, delta);
      expect(followed).toEqual(analyse(model, judgement));
    }
    expect(followed.problems).toEqual([]);
  });

  it('reaches the letters of the checklist that hang on a property', () => {
    const judgement = buildJudgement([buildRule({ id: 'R-8', scope: ['pod'], when: 'el.hostPID == true' })]);
    const store = (backedUp: boolean) =>
      buildModel({ elements: [{ id: 's', kind: 'store', type: 'st.db', properties: { backedUp } }] });
    const analyser = createAnalyser(store(true), judgement);
    const before = analyser.analysis();
    expect(before.prompts.map(({ letters }) => letters.join(''))).toEqual(['TRID']);
    const delta = analyser.update({ elements: { put: store(false).elements, gone: [] }, flows: NOTHING });
    expect(patchAnalysis(before, delta)).toEqual(analyse(store(false), judgement));
    expect(delta.prompts.put.map(({ letters }) => letters.join(''))).toEqual(['TID']);
  });
});

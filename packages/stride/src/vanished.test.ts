import { buildModel, type ModelParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { explainVanished } from './explain-vanished.ts';
import { buildJudgement, buildRule } from './testing/small-pack.ts';
import type { VanishedCause } from './vanished.ts';

const judgement = buildJudgement([
  buildRule({ id: 'P', scope: ['wl.pod'], when: "el.privileged == true && within(el, 'tb.namespace')" }),
  buildRule({ id: 'G', scope: ['pod'], when: 'el.hostPID == true' }),
  buildRule({ id: 'F', scope: ['flow'], when: 'crossesAny()' }),
]);
const why = (id: string, parts: ModelParts): VanishedCause | undefined =>
  explainVanished([{ id }], buildModel(parts), judgement).get(id);
const ns = { id: 'ns', kind: 'boundary', type: 'tb.namespace' } as const;

describe('why a threat vanished', () => {
  it('names the fact that makes its rule false now', () => {
    const pod = { id: 'pod', type: 'wl.pod', parent: 'ns', properties: { privileged: false } };
    expect(why('P~pod', { elements: [ns, pod] })).toMatchObject({
      kind: 'facts',
      because: [{ kind: 'property', subject: 'pod', property: 'privileged', value: false }],
    });
    expect(why('P~pod', { elements: [{ ...pod, parent: null, properties: { privileged: true } }] })).toMatchObject({
      kind: 'facts',
      because: [{ kind: 'within', subject: 'pod', holds: false }],
    });
  });

  it('names what is unknown now, which is not the same as safe', () => {
    expect(why('P~pod', { elements: [ns, { id: 'pod', type: 'wl.pod', parent: 'ns' }] })).toEqual({
      kind: 'unknown',
      missing: [{ subject: 'pod', property: 'privileged' }],
    });
  });

  it('names an element or flow that is gone, a flow also with its end', () => {
    expect(why('P~pod', {})).toEqual({ kind: 'subject-gone', subject: 'pod' });
    expect(why('F~f', { elements: [ns] })).toEqual({ kind: 'subject-gone', subject: 'f' });
  });

  it('names a change of kind, and a boundary that answers for its content now', () => {
    expect(why('P~pod', { elements: [{ id: 'pod', type: 'st.db', kind: 'store' }] })).toEqual({
      kind: 'other-kind',
      subject: 'pod',
      type: 'st.db',
    });
    const pod = { id: 'outer', kind: 'boundary', type: 'tb.pod' } as const;
    expect(why('G~c', { elements: [pod, { id: 'c', type: 'wl.container', parent: 'outer' }] })).toEqual({
      kind: 'taken-up',
      subject: 'c',
      by: 'outer',
    });
  });

  it('says when no rule of this name is known', () => {
    expect(why('X~pod', {})).toEqual({ kind: 'rule-gone' });
  });

  it('tells of a flow by the facts about it', () => {
    const flow = { id: 'f', source: 'a', target: 'b' };
    expect(why('F~f', { elements: [{ id: 'a' }, { id: 'b' }], flows: [flow] })).toMatchObject({
      kind: 'facts',
      because: [{ kind: 'crosses', holds: false }],
    });
  });
});

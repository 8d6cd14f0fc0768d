import type { Model } from '@strideboard/model';
import { analyse, compileJudgement } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { board } from './board.ts';
import { judgement } from './judgement.ts';

const compiled = compileJudgement(board, judgement);
const judge = (model: Model) => {
  if (!compiled.ok) throw new Error('the judgement does not compile');
  return analyse(model, compiled.judgement);
};
const rulesOn = (model: Model, id: string): readonly string[] =>
  judge(model)
    .findings.filter(({ subjects }) => subjects.some((subject) => subject === id))
    .map(({ rule }) => rule);

describe('what the rules say once', () => {
  it('calls a person cluster administrator, not by a dozen single rights', () => {
    const model = buildModel({
      elements: [{ id: 'a', type: 'ext.admin', properties: { clusterAdmin: true, breakglass: false, rbac: ['*:*'] } }],
    });
    expect(rulesOn(model, 'a')).toEqual(['ID-001']);
  });

  it('accepts an administrator kept for emergencies, and still names single rights of everyone else', () => {
    const model = buildModel({
      elements: [
        { id: 'a', type: 'ext.admin', properties: { clusterAdmin: true, breakglass: true, rbac: ['*:*'] } },
        { id: 'b', type: 'ext.admin', properties: { rbac: ['get:secrets'] } },
      ],
    });
    expect(rulesOn(model, 'a')).toEqual([]);
    expect(rulesOn(model, 'b')).toEqual(['ID-003']);
  });

  it('reports an administrator of whom nobody said that the access is kept for emergencies, and says that nobody did', () => {
    const model = buildModel({ elements: [{ id: 'a', type: 'ext.admin', properties: { clusterAdmin: true } }] });
    expect(rulesOn(model, 'a')).toEqual(['ID-001']);
    expect(judge(model).findings[0]?.because).toContainEqual({
      kind: 'unanswered',
      subject: 'a',
      property: 'breakglass',
    });
  });

  it.each([
    ['net.ingressController', 'get:secrets', 'NW-017'],
    ['obs.prometheus', 'get:nodes/proxy', 'OB-005'],
  ])('lets the rule about %s speak for the one about %s', (type, right, rule) => {
    const model = buildModel({
      elements: [
        { id: 'c', kind: 'boundary', type: 'tb.cluster' },
        { id: 'a', type, parent: 'c', properties: { rbac: [right] } },
      ],
    });
    expect(rulesOn(model, 'a').filter((id) => /^(ID|NW|OB)-/u.test(id))).toEqual([rule]);
  });

  it('reports a pipeline of infrastructure as code that holds the keys to the cluster', () => {
    const model = buildModel({
      elements: [{ id: 'a', type: 'ci.iac', properties: { clusterCredentials: 'clusterAdmin' } }],
    });
    expect(rulesOn(model, 'a')).toEqual(['ID-022']);
  });
});

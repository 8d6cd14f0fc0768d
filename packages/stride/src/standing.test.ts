import type { Decision, StandingDecision } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createScope, type Standing } from './standing.ts';
import { buildFinding } from './testing/build-threat.ts';
import { isOpenThreat, joinDecisions } from './threats.ts';

const model = buildModel({
  elements: [
    { id: 'cluster', kind: 'boundary', type: 'tb.cluster' },
    { id: 'ns', kind: 'boundary', type: 'tb.namespace', parent: 'cluster' },
    { id: 'pod', type: 'wl.pod', parent: 'ns' },
    { id: 'other', type: 'wl.pod', parent: 'cluster' },
  ],
  flows: [
    { id: 'inner', source: 'pod', target: 'pod' },
    { id: 'outer', source: 'pod', target: 'other' },
  ],
});
const standingOf = (parts: Partial<StandingDecision>): StandingDecision => ({
  id: 's1',
  rule: 'A',
  scope: 'model',
  state: 'accepted',
  why: 'the platform team does it',
  owner: 'Ann',
  until: '',
  created: null,
  ended: null,
  ...parts,
});
const findings = ['pod', 'other', 'inner', 'outer'].map((on) => buildFinding({ rule: 'A', on }));
const join = (
  decisions: readonly Partial<StandingDecision>[],
  {
    own = {},
    today = '2026-03-01',
  }: { readonly own?: Readonly<Record<string, Decision>>; readonly today?: string } = {},
) => {
  const standing: Standing = { decisions: decisions.map(standingOf), today, isWithin: createScope(model) };
  return joinDecisions(findings, own, { standing });
};
const inheriting = (joined: ReturnType<typeof join>, id = 's1'): readonly string[] =>
  joined.threats.filter(({ standing }) => standing?.id === id).map(({ finding }) => finding.id);

describe('standing decisions', () => {
  it('give their state to every threat of their rule, and hide none of them', () => {
    const joined = join([{}]);
    expect(joined.threats).toHaveLength(4);
    expect(joined.threats.map(({ state }) => state)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
    expect(joined.threats.some(isOpenThreat)).toBe(false);
    expect(joined.standing.map(({ threats, phase }) => [threats.length, phase])).toEqual([[4, 'holds']]);
  });

  it('of a boundary hold for what is inside, and for flows with both ends inside', () => {
    expect(inheriting(join([{ scope: 'ns' }]))).toEqual(['A~inner', 'A~pod']);
  });

  it('of a tag hold for threats that carry it', () => {
    const own: Decision = { state: 'open', basis: '', by: '', at: 0, fields: { tags: ['legacy'] } };
    expect(inheriting(join([{ scope: 'tag:legacy' }], { own: { 'A~outer': own } }))).toEqual(['A~outer']);
  });

  it('leave a threat alone that was decided by itself', () => {
    const own: Decision = { state: 'mitigated', basis: 'x', by: '', at: 0, fields: {} };
    const joined = join([{}], { own: { 'A~pod': own } });
    expect(joined.threats.find(({ finding }) => finding.id === 'A~pod')).toMatchObject({
      state: 'mitigated',
      standing: null,
    });
    expect(joined.standing[0]?.threats).toHaveLength(3);
  });

  it('that are narrower win: an inner boundary over an outer one, over a tag, over the model', () => {
    const joined = join([
      { id: 'wide' },
      { id: 'inner', scope: 'ns', state: 'transferred' },
      { id: 'outer', scope: 'cluster', state: 'deferred' },
    ]);
    const states = Object.fromEntries(joined.threats.map(({ finding, state }) => [finding.id, state]));
    expect(states).toEqual({
      'A~pod': 'transferred',
      'A~inner': 'transferred',
      'A~other': 'deferred',
      'A~outer': 'deferred',
    });
  });

  it('hold on the day they end, and not after; then they are listed as ended', () => {
    expect(inheriting(join([{ until: '2026-03-01' }]))).toHaveLength(4);
    const after = join([{ until: '2026-03-01' }], { today: '2026-03-02' });
    expect(inheriting(after)).toEqual([]);
    expect(after.threats.every(isOpenThreat)).toBe(true);
    expect(after.standing).toMatchObject([{ phase: 'expired', threats: [] }]);
  });

  it('that somebody ended bring their threats back, stay listed, and give way to another of the same rule', () => {
    const ended = { by: 'ann', at: 1, why: 'the platform does it' };
    const joined = join([{ ended }, { id: 's2', scope: 'ns', ended: null }]);
    expect(inheriting(joined)).toEqual([]);
    expect(inheriting(joined, 's2')).toEqual(['A~inner', 'A~pod']);
    expect(joined.threats.filter(isOpenThreat)).toHaveLength(2);
    expect(joined.standing.map(({ phase }) => phase)).toEqual(['ended', 'holds']);
  });

  it('keep threats the same objects while nothing about them changes', () => {
    const before = join([{}]);
    const standing: Standing = {
      decisions: before.standing.map(({ decision }) => decision),
      today: '2026-03-01',
      isWithin: createScope(model),
    };
    const again = joinDecisions(findings, {}, { standing, before });
    expect(again.threats.every((threat, at) => threat === before.threats[at])).toBe(true);
  });
});

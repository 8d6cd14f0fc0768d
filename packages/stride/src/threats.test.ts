import { type Decision, elementId, threatId } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import type { Finding, FindingSeverity } from './finding.ts';
import { countBadges, joinDecisions } from './threats.ts';

const finding = (
  rule: string,
  subject: string,
  severity: FindingSeverity = 'medium',
  more: Partial<Finding> = {},
): Finding => ({
  id: threatId(rule, [elementId(subject)]),
  rule,
  subjects: [elementId(subject)],
  title: rule,
  letters: ['T'],
  severity,
  why: '',
  because: [],
  controls: [],
  references: [],
  threatClass: [],
  basis: 'now',
  outOfScope: false,
  ...more,
});
const decision = (state: Decision['state'], more: Partial<Decision> = {}): Decision => ({
  state,
  basis: 'now',
  by: 'p',
  at: 1,
  fields: {},
  ...more,
});

describe('joinDecisions', () => {
  it('takes a finding nobody decided as open', () => {
    expect(joinDecisions([finding('R', 'a')], {}).threats).toMatchObject([
      { state: 'open', decision: null, confirmAgain: false },
    ]);
  });

  it('asks to confirm again when the facts are others than those decided on', () => {
    const join = (given: Decision): boolean | undefined =>
      joinDecisions([finding('R', 'a')], { 'R~a': given }).threats[0]?.confirmAgain;
    expect(join(decision('accepted'))).toBe(false);
    expect(join(decision('accepted', { basis: 'then' }))).toBe(true);
    expect(join(decision('accepted', { basis: '' }))).toBe(false);
    expect(join(decision('investigating', { basis: 'then' }))).toBe(false);
  });

  it('keeps decisions whose threat is gone, and leaves hand-written threats alone', () => {
    const { vanished } = joinDecisions([], {
      'R~b': decision('mitigated'),
      'manual~x': decision('accepted'),
      'Q~model': decision('accepted'),
    });
    expect(vanished).toMatchObject([
      { id: 'Q~model', rule: 'Q', subjects: [] },
      { id: 'R~b', rule: 'R', subjects: ['b'], decision: { state: 'mitigated' } },
    ]);
  });

  it('sorts by the severity people gave, where they gave one', () => {
    const { threats } = joinDecisions(
      [finding('A', 'a', 'high'), finding('B', 'b', 'low'), finding('C', 'c', 'critical')],
      {
        'B~b': decision('open', { fields: { severity: 'critical' } }),
        'C~c': decision('open', { fields: { severity: 'enormous' } }),
      },
    );
    expect(threats.map(({ finding: { rule }, severity }) => [rule, severity])).toEqual([
      ['B', 'critical'],
      ['C', 'critical'],
      ['A', 'high'],
    ]);
  });
});

describe('countBadges', () => {
  it('counts what is open, what asks to be confirmed again, and questions', () => {
    const { threats } = joinDecisions(
      [
        finding('A', 'a', 'critical'),
        finding('B', 'a'),
        finding('C', 'a'),
        finding('D', 'a'),
        finding('E', 'b', 'low', { outOfScope: true }),
      ],
      { 'B~a': decision('accepted'), 'C~a': decision('accepted', { basis: 'then' }), 'D~a': decision('investigating') },
    );
    const question = {
      id: 'c~x',
      subject: elementId('c'),
      property: 'x',
      definition: { name: 'x', label: 'X', appliesTo: ['any'], type: 'boolean' as const },
      rules: [],
      waiting: 1,
      weight: 1,
    };
    expect([...countBadges(threats, [question])]).toEqual([
      ['a', { critical: 1, high: 0, medium: 2, low: 0, questions: 0 }],
      ['c', { critical: 0, high: 0, medium: 0, low: 0, questions: 1 }],
    ]);
  });
});

import { elementId, type ThreatState, threatId } from '@strideboard/model';
import type { StrideLetter } from '@strideboard/packs';
import type { FindingSeverity, Threat } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { activeParts, filterThreats, NO_FILTER, toggled } from './filter-threats.ts';

interface Given {
  readonly rule: string;
  readonly severity?: FindingSeverity;
  readonly letters?: readonly StrideLetter[];
  readonly state?: ThreatState;
  readonly confirmAgain?: boolean;
}

const threat = ({ rule, severity = 'high', letters = ['S'], state = 'open', confirmAgain = false }: Given): Threat => ({
  finding: {
    id: threatId(rule, [elementId('x')]),
    rule,
    subjects: [elementId('x')],
    title: `${rule} happens`,
    letters,
    severity: 'low',
    why: '',
    because: [],
    controls: [],
    references: [],
    threatClass: [],
    basis: 'x',
    outOfScope: false,
  },
  state,
  decision: null,
  standing: null,
  severity,
  confirmAgain,
  broken: [],
});

const rules = (threats: readonly Threat[]): readonly string[] => threats.map(({ finding }) => finding.rule);
const hay = ({ finding }: Threat): string => `${finding.title} kube-apiserver`;

describe('filterThreats', () => {
  it('shows what waits for the team: open, investigated, and decided on other facts', () => {
    const threats = [
      threat({ rule: 'A' }),
      threat({ rule: 'B', state: 'investigating' }),
      threat({ rule: 'C', state: 'accepted' }),
      threat({ rule: 'D', state: 'accepted', confirmAgain: true }),
    ];
    expect(rules(filterThreats(threats, NO_FILTER, hay))).toEqual(['A', 'B', 'D']);
    expect(rules(filterThreats(threats, { ...NO_FILTER, state: 'decided' }, hay))).toEqual(['C']);
    expect(rules(filterThreats(threats, { ...NO_FILTER, state: 'all' }, hay))).toHaveLength(4);
  });

  it('goes by the severity that counts, not by the one of the rule', () => {
    const threats = [threat({ rule: 'A', severity: 'critical' }), threat({ rule: 'B', severity: 'medium' })];
    expect(rules(filterThreats(threats, { ...NO_FILTER, severities: new Set(['critical']) }, hay))).toEqual(['A']);
    expect(rules(filterThreats(threats, { ...NO_FILTER, severities: new Set(['low']) }, hay))).toEqual([]);
  });

  it('lets a threat through when any of its letters is chosen', () => {
    const threats = [threat({ rule: 'A', letters: ['S', 'E'] }), threat({ rule: 'B', letters: ['D'] })];
    expect(rules(filterThreats(threats, { ...NO_FILTER, letters: new Set(['E', 'T']) }, hay))).toEqual(['A']);
  });

  it('wants every word, in any case and order', () => {
    const threats = [threat({ rule: 'CP-1' }), threat({ rule: 'NW-2' })];
    expect(rules(filterThreats(threats, { ...NO_FILTER, text: ' Kube-API cp ' }, hay))).toEqual(['CP-1']);
    expect(rules(filterThreats(threats, { ...NO_FILTER, text: 'happens NW' }, hay))).toEqual(['NW-2']);
    expect(rules(filterThreats(threats, { ...NO_FILTER, text: 'kube missing' }, hay))).toEqual([]);
  });
});

describe('activeParts', () => {
  it('counts what narrows, not the text', () => {
    expect(activeParts(NO_FILTER)).toBe(0);
    expect(
      activeParts({ severities: new Set(['low']), letters: new Set(['S', 'T']), state: 'all', text: 'x', by: 'rule' }),
    ).toBe(4);
  });
});

describe('toggled', () => {
  it('adds and takes out without changing the set it is given', () => {
    const set = new Set([1]);
    expect([...toggled(set, 2)]).toEqual([1, 2]);
    expect([...toggled(set, 1)]).toEqual([]);
    expect([...set]).toEqual([1]);
  });
});

import { describe, expect, it } from 'vitest';
import { countGroups, groupThreats, sharedTitle } from './group-threats.ts';
import { buildThreats } from './testing/build-threat.ts';

const standard = { id: 'restricted', title: 'Restricted not met' };

describe('groupThreats', () => {
  it('tells the threats of one rule once', () => {
    const groups = groupThreats(
      buildThreats([
        { rule: 'A', on: 'x', title: 'x is open' },
        { rule: 'B', on: 'x', title: 'x leaks' },
        { rule: 'A', on: 'y', title: 'y is open' },
      ]),
    );
    expect(groups.map(({ title, threats, kind, subject }) => [title, threats.length, kind, subject])).toEqual([
      ['Is open', 2, 'rule', null],
      ['x leaks', 1, 'rule', 'x'],
    ]);
  });

  it('tells the checks of one standard on one workload once, and apart from those on another', () => {
    const groups = groupThreats(
      buildThreats([
        { rule: 'A', on: 'x', severity: 'low', group: standard },
        { rule: 'B', on: 'x', severity: 'low', group: standard },
        { rule: 'A', on: 'y', severity: 'low', group: standard, title: 'y may run as root' },
      ]),
    );
    expect(groups.map(({ title, threats, kind, subject }) => [title, threats.length, kind, subject])).toEqual([
      ['Restricted not met', 2, 'posture', 'x'],
      ['y may run as root', 1, 'posture', 'y'],
    ]);
  });

  it('keeps threats of one rule apart when people gave them different severities', () => {
    const groups = groupThreats(
      buildThreats([
        { rule: 'A', on: 'x', decision: { fields: { severity: 'critical' } } },
        { rule: 'A', on: 'y' },
      ]),
    );
    expect(groups.map(({ threats }) => threats.length)).toEqual([1, 1]);
  });

  it('puts the most dangerous first: by severity, likelihood and impact, then by number; what is decided last', () => {
    const groups = groupThreats(
      buildThreats([
        { rule: 'decided', on: 'x', severity: 'critical', decision: { state: 'mitigated' } },
        { rule: 'usual', on: 'x' },
        { rule: 'many', on: 'x' },
        { rule: 'many', on: 'y' },
        { rule: 'likely', on: 'x', likelihood: 5, impact: 4 },
        { rule: 'said', on: 'x', likelihood: 1, impact: 4, decision: { fields: { likelihood: 5, impact: 5 } } },
        { rule: 'low', on: 'x', severity: 'low', likelihood: 5, impact: 5 },
        { rule: 'whole', on: null, severity: 'critical' },
      ]),
    );
    expect(groups.map(({ threats: [{ finding }] }) => finding.rule)).toEqual([
      'whole',
      'said',
      'likely',
      'many',
      'usual',
      'low',
      'decided',
    ]);
    expect(countGroups(groups)).toEqual({ rows: 7, threats: 8, openRows: 6 });
  });
});

describe('sharedTitle', () => {
  it('leaves out names at the beginning', () => {
    expect(sharedTitle(['API server answers anonymous requests', 'kubelet answers anonymous requests'])).toBe(
      'Answers anonymous requests',
    );
  });

  it('marks names in the middle and at the end', () => {
    expect(sharedTitle(['Secrets are readable in etcd', 'Secrets are readable in vault'])).toBe(
      'Secrets are readable in …',
    );
    expect(sharedTitle(['Data from A to B is plain', 'Data from C is plain'])).toBe('Data from … is plain');
  });

  it('gives the first title when hardly anything is shared', () => {
    expect(sharedTitle(['A leaks', 'B leaks'])).toBe('A leaks');
    expect(sharedTitle(['one', 'two'])).toBe('one');
  });

  it('gives a title that all have as it is', () => {
    expect(sharedTitle(['x leaks', 'x leaks'])).toBe('x leaks');
  });

  it('does not count a word as beginning and end at once', () => {
    expect(sharedTitle(['a a a', 'a a'])).toBe('a a …');
  });
});

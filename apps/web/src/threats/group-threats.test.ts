import { elementId, threatId } from '@strideboard/model';
import type { FindingSeverity, Threat } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { groupThreats, sharedTitle } from './group-threats.ts';

const threat = (rule: string, subject: string, title: string, severity: FindingSeverity = 'high'): Threat => ({
  finding: {
    id: threatId(rule, [elementId(subject)]),
    rule,
    subjects: [elementId(subject)],
    title,
    letters: ['S'],
    severity,
    why: '',
    because: [],
    controls: [],
    references: [],
    threatClass: [],
    basis: 'x',
    outOfScope: false,
  },
  state: 'open',
  decision: null,
  severity,
  confirmAgain: false,
});

describe('groupThreats', () => {
  it('tells the threats of one rule once, where the first of them stood', () => {
    const groups = groupThreats([
      threat('A', 'x', 'x is open'),
      threat('B', 'x', 'x leaks'),
      threat('A', 'y', 'y is open'),
    ]);
    expect(groups.map((group) => [group.title, group.threats.length])).toEqual([
      ['Is open', 2],
      ['x leaks', 1],
    ]);
  });

  it('keeps threats of one rule apart when people gave them different severities', () => {
    const groups = groupThreats([threat('A', 'x', 'x is open', 'critical'), threat('A', 'y', 'y is open', 'low')]);
    expect(groups.map((group) => group.threats.length)).toEqual([1, 1]);
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

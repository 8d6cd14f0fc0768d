import type { Threat } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { sectionThreats } from './section-threats.ts';

const threat = (rule: string, change: Partial<Threat['finding']> & { severity?: Threat['severity'] }): Threat => {
  const { severity = 'high', ...finding } = change;
  const whole = { id: `${rule}~a`, rule, subjects: ['a'], letters: ['E'], threatClass: [], references: [], ...finding };
  return {
    finding: whole,
    severity,
    state: 'open',
    decision: null,
    confirmAgain: false,
    broken: [],
  } as unknown as Threat; // what sections read
};
const attack = (id: string) => ({ key: 'attack', id, checked: false });
const list = [
  threat('R1', { letters: ['E', 'S'], severity: 'critical', references: [attack('T1611')] as never }),
  threat('R2', { subjects: ['b'] as never, letters: ['I'], threatClass: ['external'] }),
  threat('R3', {
    subjects: [],
    letters: [],
    severity: 'low',
    references: [attack('T1552.001'), attack('T1611')] as never,
  }),
];
const shown = (by: Parameters<typeof sectionThreats>[1], tactics?: Parameters<typeof sectionThreats>[2]) =>
  sectionThreats(list, by, tactics).map(({ key, threats }) => [key, threats.map(({ finding }) => finding.rule)]);

describe('threats in sections', () => {
  it('stand under each of their letters, in the order of STRIDE, those without any last', () => {
    expect(shown('letter')).toEqual([
      ['S', ['R1']],
      ['I', ['R2']],
      ['E', ['R1']],
      ['', ['R3']],
    ]);
  });

  it('stand by element where its worst threat stands, those of the whole model last', () => {
    expect(shown('element')).toEqual([
      ['a', ['R1']],
      ['b', ['R2']],
      ['', ['R3']],
    ]);
  });

  it('stand by severity worst first, and by class', () => {
    expect(shown('severity')).toEqual([
      ['critical', ['R1']],
      ['high', ['R2']],
      ['low', ['R3']],
    ]);
    expect(shown('class')).toEqual([
      ['external', ['R2']],
      ['', ['R1', 'R3']],
    ]);
  });

  it('stand once under each tactic of their techniques', () => {
    const tactics = (technique: string) => (technique === 'T1611' ? ['Privilege Escalation'] : ['Credential Access']);
    expect(shown('technique')).toEqual([
      ['T1611', ['R1', 'R3']],
      ['T1552.001', ['R3']],
      ['', ['R2']],
    ]);
    expect(shown('tactic', tactics)).toEqual([
      ['Privilege Escalation', ['R1', 'R3']],
      ['Credential Access', ['R3']],
      ['', ['R2']],
    ]);
  });
});

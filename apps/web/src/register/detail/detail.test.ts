import type { Decision, DecisionLogEntry } from '@strideboard/model';
import type { AnsweringControl, RegisterRow } from '@strideboard/stride';
import { gradeOf, riskOf } from '@strideboard/stride';
import { interfaceEnglish } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { buildRow } from '../testing/build-row.ts';
import { confirmGrades, decidedOf, decisionOf, isElsewhere, mergedOf, problemOf, touch } from './decision-draft.ts';
import { formulaLines } from './formula-lines.ts';
import { historyLines } from './history-lines.ts';

const risk = (likelihood?: number, impact?: number, controls: readonly AnsweringControl[] = []) =>
  formulaLines(riskOf(gradeOf(likelihood, undefined), gradeOf(impact, undefined), controls), (id) => id);
const control = (parts: Partial<AnsweringControl>): AnsweringControl => ({
  id: 'K22',
  state: 'verified',
  at: [],
  strength: { likelihood: 2, impact: 0 },
  counts: true,
  ...parts,
});

describe('the formula in words', () => {
  it('counts from the grades to what is left', () => {
    expect(risk(4, 5, [control({})])).toEqual(['4 × 5 = 20', 'K22 (verified) takes 2 off likelihood', '2 × 5 = 10']);
    expect(risk(4, 5)).toEqual(['4 × 5 = 20']);
  });

  it('says why a control takes nothing', () => {
    const off = { counts: false };
    expect(risk(4, 5, [control({ ...off, state: 'planned' })])).toEqual([
      '4 × 5 = 20',
      'K22 is planned: it takes nothing off',
    ]);
    expect(risk(4, 5, [control({ ...off, state: 'failed' })])[1]).toBe('K22 has failed: it takes nothing off');
    expect(risk(4, 5, [control({ ...off, state: null })])[1]).toBe('K22 is not in place here: it takes nothing off');
    expect(risk(4, 5, [control({ ...off, strength: null })])[1]).toContain('nobody said how strong');
  });

  it('says where it ends at one, and what is missing for a score', () => {
    expect(risk(2, 3, [control({ strength: { likelihood: 4, impact: 1 } })])).toEqual([
      '2 × 3 = 6',
      'K22 (verified) takes 4 off likelihood and 1 off impact',
      'Neither goes below 1.',
      '1 × 2 = 2',
    ]);
    expect(risk(undefined, 3)[0]).toContain('likelihood is missing');
    expect(risk()[0]).toContain('Unknown is not low');
  });
});

describe('a decision being written', () => {
  const decided = (fields: Decision['fields'], state: Decision['state'] = 'open'): RegisterRow =>
    buildRow({
      id: 'r',
      state,
      why: typeof fields.why === 'string' ? fields.why : '',
      decision: { state, basis: '', by: 'bo', at: 1, fields },
    });
  const row = decided({});
  const now = decidedOf(row);

  it('sends only what was touched', () => {
    expect(decisionOf(row, touch(null, now, { why: ' small ' }))).toEqual({
      threats: ['r~pod'],
      fields: { why: 'small' },
    });
    expect(decisionOf(row, touch(touch(null, now, { state: 'accepted' }), now, { why: '' }))).toEqual({
      threats: ['r~pod'],
      state: 'accepted',
      basis: {},
      fields: { why: null },
    });
  });

  it('keeps what others change meanwhile, and says so where it is the same part', () => {
    const draft = touch(null, now, { why: 'mine' });
    const theirs = decidedOf(decided({}, 'mitigated'));
    expect(isElsewhere(theirs, draft)).toBe(false);
    expect(mergedOf(theirs, draft)).toEqual({ state: 'mitigated', severity: null, why: 'mine' });
    expect(isElsewhere(decidedOf(decided({ why: 'theirs' })), draft)).toBe(true);
    expect(isElsewhere(decidedOf(decided({ why: 'mine' })), draft)).toBe(false);
  });

  it('asks for a reason for accepted, not applicable, and another severity', () => {
    expect(problemOf({ state: 'accepted', severity: null, why: ' \n' }, 'high')).toBe('why');
    expect(problemOf({ state: 'open', severity: 'low', why: '' }, 'high')).toBe('severity');
    expect(problemOf({ state: 'open', severity: 'high', why: '' }, 'high')).toBeNull();
    expect(problemOf({ state: 'accepted', severity: 'low', why: 'x' }, 'high')).toBeNull();
  });

  it('says only grades that are suggested', () => {
    const rows = [buildRow({ id: 'a', likelihood: 4, impact: 2 }), buildRow({ id: 'b', likelihood: 4, isSaid: true })];
    expect(confirmGrades(rows)).toEqual([{ threats: ['a~pod'], fields: { likelihood: 4, impact: 2 } }]);
  });
});

describe('the history of a threat', () => {
  const entry = (id: string, parts: Partial<DecisionLogEntry>): DecisionLogEntry => ({
    id,
    by: 'ana',
    via: null,
    threat: 'r~pod',
    field: 'why',
    before: null,
    after: null,
    at: 1,
    cause: 'decide',
    ...parts,
  });

  it('has both reasons when two people gave different ones at once', () => {
    const lines = historyLines(
      [
        entry('1', { after: 'Ana’s reason' }),
        entry('2', { by: 'bo', after: 'Bo’s reason', at: 2 }),
        entry('3', { by: 'ana', before: 'Bo’s reason', after: 'Agreed', at: 3 }),
        entry('4', { threat: 'other', after: 'no' }),
      ],
      'r~pod',
      interfaceEnglish,
    );
    expect(lines.map(({ text, apartFrom }) => [text, apartFrom])).toEqual([
      ['Justification: “Bo’s reason” → “Agreed”', null],
      ['Justification: “Bo’s reason”', 'ana'],
      ['Justification: “Ana’s reason”', null],
    ]);
  });

  it('names states, severities and who answers in words, and what was taken back', () => {
    const lines = historyLines(
      [
        entry('1', { field: 'state', after: ['accepted', 'f1', 'ana', 1] }),
        entry('2', { field: 'state', before: ['accepted', 'f1', 'ana', 1], after: ['accepted', 'f2', 'ana', 2] }),
        entry('3', { field: 'party', before: 'provider', after: null, cause: 'undo' }),
        entry('4', { field: 'tags', after: ['pci', 'old'] }),
        entry('5', { field: 'severity', after: 'low' }),
      ],
      'r~pod',
      interfaceEnglish,
    );
    expect(lines.map(({ text, cause }) => [text, cause])).toEqual([
      ['Severity: “Low”', null],
      ['Tags: “pci, old”', null],
      ['Responsible: “Provider” taken away', 'undone'],
      ['Confirmed on new facts: “Accepted”', null],
      ['State: “Accepted”', null],
    ]);
  });
});

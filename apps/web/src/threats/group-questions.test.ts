import { elementId } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';
import type { FindingSeverity, Question } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { countSerious, groupQuestions, worstOf } from './group-questions.ts';

const definition = (name: string): PropertyDefinition => ({ name, label: name, appliesTo: ['any'], type: 'boolean' });
const [trust, backup] = [definition('trust'), definition('backup')];
const question = (
  subject: string,
  { of, weight, worst = 'medium' }: { of: PropertyDefinition; weight: number; worst?: FindingSeverity },
): Question => ({
  id: `${subject}~${of.name}`,
  subject: elementId(subject),
  property: of.name,
  definition: of,
  rules: [{ id: 'R', severity: worst, letters: ['T'] }],
  waiting: 1,
  weight,
});

describe('groupQuestions', () => {
  it('puts the same question about several elements into one row, the heaviest first', () => {
    const asked = [
      question('a', { of: backup, weight: 4 }),
      question('b', { of: trust, weight: 2 }),
      question('c', { of: trust, weight: 2 }),
      question('d', { of: backup, weight: 1 }),
    ];
    expect(groupQuestions(asked).map(({ key, questions }) => [key, questions.map(({ subject }) => subject)])).toEqual([
      ['a~backup', ['a', 'd']],
      ['b~trust', ['b', 'c']],
    ]);
  });

  it('ranks rows of the same weight by all that hangs on them', () => {
    const asked = [
      question('a', { of: backup, weight: 2 }),
      question('b', { of: trust, weight: 2 }),
      question('c', { of: trust, weight: 2 }),
    ];
    expect(groupQuestions(asked).map(({ definition: { name } }) => name)).toEqual(['trust', 'backup']);
  });

  it('keeps questions apart that share a name and ask something else', () => {
    const asked = [
      question('a', { of: trust, weight: 2 }),
      question('b', { of: { ...trust, label: 'other' }, weight: 2 }),
    ];
    expect(groupQuestions(asked)).toHaveLength(2);
  });
});

describe('what hangs on questions', () => {
  const asked = [
    question('a', { of: trust, weight: 1, worst: 'low' }),
    question('b', { of: trust, weight: 4, worst: 'high' }),
    question('c', { of: trust, weight: 8, worst: 'critical' }),
  ];

  it('counts those on which something critical or high hangs', () => {
    expect(countSerious(asked)).toBe(2);
  });

  it('is the worst of all', () => {
    expect(worstOf(asked)).toBe('critical');
    expect(worstOf([])).toBeNull();
  });
});

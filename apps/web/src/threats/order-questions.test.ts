import { elementId } from '@strideboard/model';
import type { Question } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { orderQuestions } from './order-questions.ts';

const question = (subject: string, property: string, weight: number): Question => ({
  id: `${subject}~${property}`,
  subject: elementId(subject),
  property,
  definition: { name: property, label: property, appliesTo: ['any'], type: 'boolean' },
  rules: [],
  waiting: 1,
  weight,
});
const all = [question('x', 'a', 1), question('y', 'a', 8), question('x', 'b', 4)];
const ids = (questions: readonly Question[]): readonly string[] => questions.map(({ id }) => id);

describe('orderQuestions', () => {
  it('asks the heaviest first, of the whole board when nothing is chosen', () => {
    expect(ids(orderQuestions(all, [], new Set()).asked)).toEqual(['y~a', 'x~b', 'x~a']);
  });

  it('asks only about the chosen', () => {
    expect(ids(orderQuestions(all, [elementId('x')], new Set()).asked)).toEqual(['x~b', 'x~a']);
  });

  it('keeps what was put off apart, without losing it', () => {
    const parts = orderQuestions(all, [], new Set(['y~a', 'gone~a']));
    expect(ids(parts.asked)).toEqual(['x~b', 'x~a']);
    expect(ids(parts.skipped)).toEqual(['y~a']);
  });
});

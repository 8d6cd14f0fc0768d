import { elementId } from '@strideboard/model';
import type { Missing, PathStep, Reached } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { openQuestions } from './open-questions.ts';

const missing = (subject: string, property: string): Missing => ({ subject: elementId(subject), property });
const step = (...facts: readonly Missing[]): PathStep => ({
  rule: 'BR-1',
  title: '',
  from: elementId('s'),
  to: elementId('t'),
  flow: null,
  via: 'grant',
  gives: 'control',
  certainty: facts.length === 0 ? 'proven' : 'possible',
  facts: [],
  missing: facts,
  controls: [],
});
const reached = (id: string, ...path: readonly PathStep[]): Reached => ({
  subject: elementId(id),
  access: 'control',
  certainty: 'possible',
  assumptions: 1,
  where: 'outside',
  distance: path.length,
  path,
  outOfScope: false,
});

describe('openQuestions', () => {
  it('asks each unknown fact once, the one that most waits for it first', () => {
    const [few, many] = [missing('p', 'hostPID'), missing('p', 'rbac')];
    const paths = [reached('a', step(few)), reached('b', step(many)), reached('c', step(), step(many))];
    expect(openQuestions(paths)).toEqual([
      { ...many, hanging: 2 },
      { ...few, hanging: 1 },
    ]);
  });

  it('counts a thing once, however often its paths wait for the fact', () => {
    const fact = missing('p', 'rbac');
    expect(openQuestions([reached('a', step(fact), step(fact)), reached('a', step(fact))])).toEqual([
      { ...fact, hanging: 1 },
    ]);
  });

  it('asks nothing where everything is known', () => {
    expect(openQuestions([reached('a', step())])).toEqual([]);
  });
});

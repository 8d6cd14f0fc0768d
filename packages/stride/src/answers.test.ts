import type { DecisionLogEntry } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { findDisagreements, readAnswers } from './answers.ts';

let made = 0;
const said = (by: string, after: unknown, at: number, parts: Partial<DecisionLogEntry> = {}): DecisionLogEntry => ({
  id: `entry${(made += 1)}`,
  by,
  via: null,
  threat: 'answer~pod~privileged',
  field: 'answer',
  before: null,
  after,
  at,
  cause: 'answer',
  ...parts,
});

describe('answers', () => {
  it('of two people to one question that differ are a disagreement that names both', () => {
    expect(findDisagreements([said('ann', true, 1), said('bob', false, 2)])).toEqual([
      {
        id: 'pod~privileged',
        subject: 'pod',
        property: 'privileged',
        answers: [
          { by: 'ann', value: true, at: 1 },
          { by: 'bob', value: false, at: 2 },
        ],
      },
    ]);
  });

  it('that agree, and a change of one person’s mind, are none', () => {
    expect(findDisagreements([said('ann', true, 1), said('bob', true, 2)])).toEqual([]);
    expect(findDisagreements([said('ann', true, 1), said('ann', false, 2)])).toEqual([]);
  });

  it('come to an end when one is agreed, and begin again with a later one', () => {
    const agreed = [said('ann', true, 1), said('bob', false, 2), said('ann', false, 3, { cause: 'agree' })];
    expect(findDisagreements(agreed)).toEqual([]);
    expect(readAnswers(agreed).get('pod~privileged')).toEqual([{ by: 'ann', value: false, at: 3 }]);
    expect(findDisagreements([...agreed, said('bob', true, 4)])).toHaveLength(1);
  });

  it('that were taken back count no more', () => {
    expect(findDisagreements([said('ann', true, 1), said('bob', false, 2), said('bob', null, 3)])).toEqual([]);
  });

  it('do not depend on the order of the log', () => {
    const log = [said('ann', true, 1), said('bob', false, 2), said('ann', false, 3), said('bob', true, 3)];
    expect(findDisagreements([...log].reverse())).toEqual(findDisagreements(log));
  });

  it('about what is not on the board are not told; decisions and nonsense are no answers', () => {
    expect(findDisagreements([said('ann', true, 1), said('bob', false, 2)], () => false)).toEqual([]);
    const other = [
      said('ann', true, 1, { field: 'why' }),
      said('bob', { odd: 1 }, 2),
      said('cy', false, 3, { threat: 'WL-1~pod' }),
    ];
    expect(findDisagreements(other)).toEqual([]);
  });
});

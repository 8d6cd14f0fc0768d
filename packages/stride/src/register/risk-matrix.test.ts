import { describe, expect, it } from 'vitest';
import { gradeOf, riskOf } from './risk.ts';
import { cellOf, countMatrix, riskBand } from './risk-matrix.ts';

const WALL = {
  id: 'c',
  state: 'verified',
  at: ['pod'],
  strength: { likelihood: 2, impact: 0 },
  counts: true,
} as const;
const risk = (likelihood?: number, impact?: number, controls: readonly (typeof WALL)[] = []) => ({
  risk: riskOf(gradeOf(likelihood, undefined), gradeOf(impact, undefined), controls),
});

describe('the risk matrix', () => {
  it('has each scored threat in one cell and the others beside it', () => {
    const { counts, unscored } = countMatrix([risk(5, 4), risk(5, 4), risk(1, 1), risk(5), risk()], 'inherent');
    expect(counts[4]).toEqual([0, 0, 0, 2, 0]);
    expect(counts[0]).toEqual([1, 0, 0, 0, 0]);
    expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(unscored).toBe(2);
  });

  it('shows where a threat stood and where controls have brought it', () => {
    const row = risk(4, 5, [WALL]);
    expect(cellOf(row.risk, 'inherent')).toEqual({ likelihood: 4, impact: 5 });
    expect(cellOf(row.risk, 'residual')).toEqual({ likelihood: 2, impact: 5 });
  });

  it('names the bands of a risk', () => {
    expect([1, 4, 5, 9, 10, 12, 15, 25].map(riskBand)).toEqual([
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
      'critical',
    ]);
  });
});

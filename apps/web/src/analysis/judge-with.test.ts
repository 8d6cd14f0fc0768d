import { board } from '@strideboard/kubernetes/board';
import { judgement } from '@strideboard/kubernetes/judgement';
import { describe, expect, it } from 'vitest';
import { provenAcme } from '../packs/testing/acme-pack.ts';
import { createJudging } from './judge-with.ts';

const judgeWith = createJudging({ board, judgement });

describe('judging with the packs of a board', () => {
  it('adds their rules and the names of their controls', () => {
    const { compiled, names, leftOut } = judgeWith([provenAcme('2')]);
    expect(leftOut).toEqual([]);
    expect(names.controls['acme:regions']).toBe('Region lock');
    expect(compiled.ok && compiled.judgement.rules.some(({ rule }) => rule.id === 'acme:CARD-1')).toBe(true);
  });

  it('goes on with the built-in rules when the packs contradict each other, and says why', () => {
    const { compiled, names, leftOut } = judgeWith([provenAcme('1'), provenAcme('2')]);
    expect(leftOut).toMatchObject([{ code: 'pack-twice' }]);
    expect(names.controls['acme:regions']).toBeUndefined();
    expect(compiled).toBe(judgeWith([]).compiled);
  });
});

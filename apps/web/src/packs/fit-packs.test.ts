import { board } from '@strideboard/kubernetes/board';
import { drawing } from '@strideboard/kubernetes/drawing';
import { createPackIndex } from '@strideboard/packs';
import { describe, expect, it } from 'vitest';
import { boardWith, fitPacks } from './fit-packs.ts';
import { provenAcme } from './testing/acme-pack.ts';

describe('packs that are used together', () => {
  it('fit in the order of the board, and their stencils and questions are there', () => {
    const packs = [provenAcme('1'), provenAcme('1', 'beta', 'betaRegion')];
    expect(fitPacks(board, packs)).toEqual({ fitting: packs, unfit: [] });
    const index = createPackIndex(boardWith(board, packs));
    expect(index.typeLabel('beta:cardVault')).toBe('Card vault');
    expect(index.definition({ kind: 'store', type: 'acme:cardVault' }, 'cardRegion')?.label).toBe('Region');
    expect(createPackIndex(boardWith(drawing, packs)).stencil('acme:cardVault')?.icon).toBe('vault');
  });

  it('leave the board as it is where there are none', () => {
    expect(boardWith(drawing, [])).toBe(drawing);
  });

  it('go on without one that does not fit, which is named with its reason', () => {
    const [first, twice, other] = [provenAcme('1'), provenAcme('2'), provenAcme('1', 'beta', 'betaRegion')];
    const { fitting, unfit } = fitPacks(board, [first, twice, other]);
    expect(fitting).toEqual([first, other]);
    expect(unfit).toMatchObject([{ id: 'acme', version: '2', problems: [{ code: 'pack-twice' }] }]);
    expect(() => boardWith(board, [first, twice])).toThrow('boardWith: acme, acme');
  });
});

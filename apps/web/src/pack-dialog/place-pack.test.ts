import { packs } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { placePack } from './place-pack.ts';

const words = packs.board;
const acme = { id: 'acme', version: '2', title: 'Rules of Acme' };
const open = { wanted: null, words } as const;

describe('what a pack means for a board', () => {
  it('is loaded by anybody where the board names it', () => {
    const context = { ...open, named: [['acme', '2']] as const, facilitates: false };
    expect(placePack(acme, context)).toEqual({ kind: 'load' });
    expect(placePack(acme, { ...context, wanted: ['acme', '2'] })).toEqual({ kind: 'load' });
  });

  it('is added by a facilitator after the others, or in the place of its other version', () => {
    expect(placePack(acme, { ...open, named: [['kubernetes', '1']], facilitates: true })).toEqual({
      kind: 'add',
      packs: [
        ['kubernetes', '1'],
        ['acme', '2'],
      ],
      before: null,
    });
    const named = [
      ['acme', '1'],
      ['beta', '1'],
    ] as const;
    expect(placePack(acme, { ...open, named, facilitates: true })).toEqual({
      kind: 'add',
      packs: [
        ['acme', '2'],
        ['beta', '1'],
      ],
      before: '1',
    });
  });

  it('is refused with its name where another was asked for', () => {
    const placing = placePack(acme, { ...open, named: [['acme', '3']], wanted: ['acme', '3'], facilitates: true });
    expect(placing).toEqual({ kind: 'refuse', reason: 'This is Rules of Acme (acme 2). The board needs acme 3.' });
  });

  it('is not added by who does not facilitate', () => {
    expect(placePack(acme, { ...open, named: [['acme', '1']], facilitates: false })).toMatchObject({ kind: 'refuse' });
  });

  it('is refused where a board could not store its version', () => {
    const long = { ...acme, version: 'v'.repeat(65) };
    expect(placePack(long, { ...open, named: [], facilitates: true })).toMatchObject({ kind: 'refuse' });
  });
});

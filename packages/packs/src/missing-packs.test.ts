import { describe, expect, it } from 'vitest';
import { missingPacks } from './missing-packs.ts';

describe('missingPacks', () => {
  const available = [
    { id: 'kubernetes', version: '2' },
    { id: 'acme', version: '1' },
  ];

  it('names packs that are not there and those of another version, in the order of the model', () => {
    const named = [
      ['gone', '1'],
      ['kubernetes', '1'],
      ['acme', '1'],
    ] as const;
    expect(missingPacks(named, available)).toEqual([
      { id: 'gone', version: '1', found: null },
      { id: 'kubernetes', version: '1', found: '2' },
    ]);
  });

  it('has nothing to say of a model that names no pack', () => {
    expect(missingPacks([], available)).toEqual([]);
  });
});

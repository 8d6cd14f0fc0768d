import { createPackIndex, type BoardPart } from '@strideboard/packs';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { currentKind, kindOptions } from './kind-options.ts';

const board: BoardPart = {
  id: 'test',
  version: '1',
  title: 'Test',
  families: [{ id: 'cp', label: 'Control plane' }],
  stencils: [
    { id: 'cp.api', family: 'cp', kind: 'process', label: 'API server', icon: 'x' },
    { id: 'policy', family: 'cp', kind: 'note', label: 'Policy', icon: 'x' },
  ],
  boundaries: [{ id: 'tb.ns', label: 'Namespace', style: 'trust', colour: 'namespace', icon: 'x' }],
  properties: [],
  groups: [],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
};
const pack = createPackIndex(board);
const ids = (kind: 'process' | 'boundary' | 'note' | 'ref'): readonly string[] =>
  kindOptions({ pack, element: { kind }, words: english }).flatMap((group) => group.options.map(({ id }) => id));

describe('kindOptions', () => {
  it('offers an element the plain roles and every stencil that is not a note', () => {
    expect(ids('process')).toEqual(['process', 'store', 'external', 'cp.api']);
  });

  it('offers boundaries boundary kinds, notes notes, and references nothing', () => {
    expect(ids('boundary')).toEqual(['tb.ns', 'boundary']);
    expect(ids('note')).toEqual(['note', 'policy']);
    expect(ids('ref')).toEqual([]);
  });
});

describe('currentKind', () => {
  it('is the stencil, else the role', () => {
    expect(currentKind({ kind: 'process', type: 'cp.api' })).toBe('cp.api');
    expect(currentKind({ kind: 'store', type: '' })).toBe('store');
  });
});

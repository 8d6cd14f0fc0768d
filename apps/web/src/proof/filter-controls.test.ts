import { type ControlState, elementId } from '@strideboard/model';
import type { ListedControl, ProofRow } from '@strideboard/stride';
import { describe, expect, it } from 'vitest';
import { type ControlFilter, filterControls } from './filter-controls.ts';

const control = (id: string, parts: Partial<ListedControl> = {}): ListedControl => ({
  id,
  title: id,
  group: '',
  layer: '',
  mechanism: '',
  isOwn: false,
  test: '',
  signal: '',
  requirements: [],
  sets: [],
  rules: [],
  strength: null,
  notes: '',
  ...parts,
});
const policy = control('K17', {
  title: 'Network policy',
  sets: ['baseline', 'standard', 'high'],
  requirements: [{ text: 'pci-dss-4:1.3', checked: false }],
});
const sandbox = control('X-SANDBOX', { title: 'Sandboxed runtime', sets: ['high'] });
const eyes = control('own', { title: 'Four eyes', isOwn: true });
const row = (of: ListedControl, element: string, state: ControlState, holes: ProofRow['holes'] = []): ProofRow => ({
  control: of,
  place: { control: of.id, element: elementId(element), state, owner: '', evidence: '', ticket: '' },
  threats: [],
  holes,
});
const known = {
  rowsOf: new Map([
    ['K17', [row(policy, 'pod', 'verified'), row(policy, 'db', 'failed', ['failed'])]],
    ['own', [{ control: eyes, place: null, threats: [], holes: [] }]],
  ]),
  selected: ['db'],
};
const found = (filter: Partial<ControlFilter>): readonly string[] =>
  filterControls([policy, sandbox, eyes], { text: '', set: null, show: 'all', ...filter }, known).map(({ id }) => id);

describe('the catalogue', () => {
  it.each<[Partial<ControlFilter>, readonly string[]]>([
    [{}, ['K17', 'X-SANDBOX', 'own']],
    [{ text: 'NETWORK pol' }, ['K17']],
    [{ text: '1.3' }, ['K17']],
    [{ text: 'network eyes' }, []],
    [{ set: 'high' }, ['K17', 'X-SANDBOX']],
    [{ set: 'baseline' }, ['K17']],
    [{ show: 'used' }, ['K17', 'own']],
    [{ show: 'failed' }, ['K17']],
    [{ show: 'planned' }, []],
    [{ show: 'holes' }, ['K17']],
    [{ show: 'selected' }, ['K17']],
    [{ show: 'own' }, ['own']],
    [{ show: 'own', set: 'high' }, []],
  ])('filtered by %j shows %j', (filter, ids) => {
    expect(found(filter)).toEqual(ids);
  });
});

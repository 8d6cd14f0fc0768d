import { describe, expect, it } from 'vitest';
import { filterGroups } from './search-groups.ts';

const groups = [
  {
    label: 'Control plane',
    options: [
      { id: 'a', label: 'Managed etcd' },
      { id: 'b', label: 'etcd' },
      { id: 'c', label: 'API server', keywords: 'kube-apiserver' },
    ],
  },
  { label: 'Nodes', options: [{ id: 'd', label: 'kubelet' }] },
];
const found = (query: string): readonly string[] =>
  filterGroups(groups, query).flatMap((group) => group.options.map(({ id }) => id));

describe('filterGroups', () => {
  it('shows everything without a text', () => {
    expect(found('  ')).toEqual(['a', 'b', 'c', 'd']);
  });

  it('puts labels that begin with the text first', () => {
    expect(found('ETCD')).toEqual(['b', 'a']);
  });

  it('finds by keyword and by heading, and wants every word', () => {
    expect(found('apiserver')).toEqual(['c']);
    expect(found('control api')).toEqual(['c']);
    expect(found('nodes etcd')).toEqual([]);
  });

  it('leaves out groups with nothing in them', () => {
    expect(filterGroups(groups, 'kubelet').map((group) => group.label)).toEqual(['Nodes']);
  });
});

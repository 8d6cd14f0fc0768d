import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { searchShelves, shelvesOf } from './shelves.ts';

const shelves = shelvesOf(createPackIndex(board), english.canvas);
const find = (query: string): readonly string[] => searchShelves(shelves, query).map(({ key }) => key);

describe('shelvesOf', () => {
  it('offers every stencil and every boundary of the content exactly once', () => {
    const offered = shelves
      .flatMap(({ items }) => items.map(({ key }) => key))
      .filter((key) => !key.startsWith('plain.'));
    const known = [...board.stencils, ...board.boundaries].map(({ id }) => id);
    expect([...offered].sort()).toEqual([...known].sort());
  });

  it('begins each shelf with a first set that the content really has', () => {
    for (const { key, first, items } of shelves) {
      expect(items.length, key).toBeGreaterThanOrEqual(Math.min(first, 2));
      expect(first, key).toBeGreaterThan(0);
    }
    expect(shelves[0]?.items.slice(0, 2).map(({ key }) => key)).toEqual(['cp.apiserver', 'cp.etcd']);
  });

  it('has words short enough for two columns', () => {
    const long = shelves.flatMap(({ items }) => items).filter(({ short }) => short.length > 24);
    expect(long).toEqual([]);
  });
});

describe('searchShelves', () => {
  it('puts the exact name first', () => {
    expect(find('etcd')[0]).toBe('cp.etcd');
    expect(find('  POD ')[0]).toBe('wl.pod');
    expect(find('scheduler')[0]).toBe('cp.scheduler');
  });

  it('finds by every word, by family and by the name in Kubernetes', () => {
    expect(find('container runtime')).toContain('node.runtime');
    expect(find('namespace')).toContain('tb.namespace');
    expect(find('observability log')).toContain('obs.logStore');
  });

  it('finds nothing for nothing', () => {
    expect(find('  ')).toEqual([]);
    expect(find('zzzz')).toEqual([]);
  });
});

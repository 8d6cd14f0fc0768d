import { indexModel } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { treeAct, typeAhead } from './outline-keys.ts';
import { outlineRows, pathTo } from './outline-rows.ts';

const model = buildModel({
  elements: [
    { id: 'cluster', kind: 'boundary', width: 800, height: 600 },
    { id: 'api', parent: 'cluster' },
    { id: 'etcd', parent: 'cluster', x: 300 },
    { id: 'user', x: 900 },
  ],
  flows: [{ id: 'f', source: 'api', target: 'etcd' }],
});
const index = indexModel(model);
const rows = (...toggled: string[]) => outlineRows({ model, index, toggled: new Set(toggled) });
const keys = (...toggled: string[]) => rows(...toggled).map(({ key, level }) => `${level} ${key}`);

describe('outlineRows', () => {
  it('shows what is inside a boundary at once and flows on request, at both ends', () => {
    expect(keys()).toEqual(['1 cluster', '2 api', '2 etcd', '1 user']);
    expect(keys('api', 'etcd')).toEqual(['1 cluster', '2 api', '3 f', '2 etcd', '3 etcd<f', '1 user']);
    expect(keys('cluster')).toEqual(['1 cluster', '1 user']);
  });

  it('says how many stand side by side, closed or not', () => {
    expect(rows().map(({ position, setSize, expanded }) => [position, setSize, expanded])).toEqual([
      [1, 2, true],
      [1, 2, false],
      [2, 2, false],
      [2, 2, null],
    ]);
  });

  it('puts the diagrams on top when there are several', () => {
    const several = buildModel({
      diagrams: [{ id: 'd1' }, { id: 'd2', z: 'a1' }],
      elements: [{ id: 'a' }, { id: 'b', diagram: 'd2' }],
    });
    const lines = outlineRows({ model: several, index: indexModel(several), toggled: new Set() });
    expect(lines.map(({ key, level }) => `${level} ${key}`)).toEqual(['1 diagram:', '2 a', '1 diagram:d2', '2 b']);
  });

  it('knows the way to an element and to a flow at its source', () => {
    expect(pathTo(index, 'f')).toEqual(['diagram:', 'cluster', 'api', 'f']);
    expect(pathTo(index, 'user')).toEqual(['diagram:', 'user']);
    expect(pathTo(index, 'gone')).toEqual([]);
  });

  it('has a line for each of 5,000 elements', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => ({ id: `e${at}`, x: at * 10 }));
    const large = buildModel({ elements: many });
    expect(outlineRows({ model: large, index: indexModel(large), toggled: new Set() })).toHaveLength(5_000);
  });
});

describe('keys of the tree', () => {
  const press = (key: string, at: number, ctrlKey = false) =>
    treeAct({ key, ctrlKey, metaKey: false }, rows('api'), at);

  it('go up and down and to the ends', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'go', to: 1 });
    expect(press('ArrowUp', 0)).toEqual({ kind: 'go', to: 0 });
    expect(press('End', 0)).toEqual({ kind: 'go', to: 4 });
    expect(press('Home', 4)).toEqual({ kind: 'go', to: 0 });
  });

  it('open, go in, close and go out', () => {
    expect(press('ArrowRight', 3)).toEqual({ kind: 'toggle' });
    expect(press('ArrowRight', 0)).toEqual({ kind: 'go', to: 1 });
    expect(press('ArrowLeft', 0)).toEqual({ kind: 'toggle' });
    expect(press('ArrowLeft', 2)).toEqual({ kind: 'go', to: 1 });
    expect(press('ArrowRight', 2)).toBeNull();
  });

  it('choose with Enter, add with Ctrl+Space, leave with Escape', () => {
    expect([press('Enter', 1), press(' ', 1, true), press('Escape', 1)]).toEqual([
      { kind: 'choose' },
      { kind: 'add' },
      { kind: 'leave' },
    ]);
  });

  it('find a line by its first letters', () => {
    const names = ['api', 'etcd', 'audit log', 'etl'];
    const find = (typed: string, at: number) => typeAhead((to) => names[to] ?? '', { count: names.length, at, typed });
    expect([find('e', 0), find('e', 1), find('ee', 3), find('etl', 1), find('x', 0)]).toEqual([1, 3, 1, 3, -1]);
  });
});

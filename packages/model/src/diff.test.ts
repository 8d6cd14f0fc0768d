import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { diffModels } from './diff.ts';
import { indexModel } from './model.ts';

const before = buildModel({
  elements: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  flows: [
    { id: 'f', source: 'a', target: 'b' },
    { id: 'loop', source: 'c', target: 'c' },
  ],
  decisions: { 'R-1~a': {}, 'R-1~b': {} },
});

describe('the difference of two models', () => {
  it('is empty for the same objects', () => {
    expect(diffModels(before, { ...before, elements: [...before.elements] }).empty).toBe(true);
  });

  it('names what came, went and changed', () => {
    const [a, b] = before.elements;
    if (a === undefined || b === undefined) throw new Error('no elements');
    const extra = buildModel({ elements: [{ id: 'd' }] }).elements;
    const { 'R-1~a': kept } = before.decisions;
    if (kept === undefined) throw new Error('no decision');
    const diff = diffModels(before, {
      ...before,
      elements: [a, { ...b, label: 'new' }, ...extra],
      flows: before.flows.slice(0, 1),
      decisions: { 'R-1~a': kept, 'R-2~a': { ...kept } },
    });
    expect(diff.elements).toEqual({ added: ['d'], removed: ['c'], changed: ['b'] });
    expect(diff.flows).toEqual({ added: [], removed: ['loop'], changed: [] });
    expect(diff.decisions).toEqual(['R-1~b', 'R-2~a']);
    expect([diff.frame, diff.empty]).toEqual([false, false]);
  });

  it('tells a changed frame', () => {
    expect(diffModels(before, { ...before, meta: { ...before.meta, title: 'x' } })).toMatchObject({
      frame: true,
      empty: false,
    });
  });
});

describe('an index', () => {
  it('finds children by parent and flows by end, a self-loop once', () => {
    const index = indexModel(before);
    expect(index.children.get(null)?.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([...index.flowsOf].map(([id, flows]) => [id, flows.map((flow) => flow.id)])).toEqual([
      ['a', ['f']],
      ['b', ['f']],
      ['c', ['loop']],
    ]);
  });
});

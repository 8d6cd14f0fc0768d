import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { Busy } from '../canvas-store.ts';
import { createMounted } from './mounted.ts';

const many = Array.from({ length: 200 }, (_, at) => `many-${at}`);
const scene = createScene(
  buildModel({
    elements: [
      { id: 'outer', kind: 'boundary', width: 900, height: 500 },
      { id: 'inner', kind: 'boundary', parent: 'outer', x: 50, y: 50, width: 400, height: 300 },
      { id: 'a', parent: 'inner' },
      { id: 'b', parent: 'outer', x: 600 },
      { id: 'c', x: 1_200 },
      { id: 'crowd', kind: 'boundary', x: 3_000, width: 900, height: 500 },
      ...many.map((id) => ({ id, parent: 'crowd' })),
    ],
    flows: [
      { id: 'a-b', source: 'a', target: 'b' },
      { id: 'b-c', source: 'b', target: 'c' },
    ],
  }),
  createPackIndex(board),
);

const busy = (given: Partial<Busy> = {}): Busy => ({
  ...{ dragged: '', edited: null, focus: null, lit: null, hover: null, selection: [], marks: new Map() },
  ...given,
});
const mark = { name: 'Ben', colour: '#123456' };
const idsOf = ({ elements, flows }: ReturnType<ReturnType<typeof createMounted>>): readonly string[] =>
  [...elements, ...flows].map(({ id }) => id).sort();

describe('what a page shows of a crowd', () => {
  it('is nothing while nobody does anything', () => {
    const mounted = createMounted()(scene, busy());
    expect(idsOf(mounted)).toEqual([]);
    expect(mounted.left.size).toBe(0);
  });

  it('is what has the focus, is lit, selected here or elsewhere, and the flow under the pointer', () => {
    const mounted = createMounted()(
      scene,
      busy({ focus: 'a', lit: 'outer', hover: 'a-b', selection: ['b'], marks: new Map([['c', mark]]) }),
    );
    expect(idsOf(mounted)).toEqual(['a', 'a-b', 'b', 'c', 'outer']);
    expect(mounted.left.size).toBe(0);
    expect(idsOf(createMounted()(scene, busy({ hover: 'a' })))).toEqual([]);
  });

  it('is what moves, with its content and its flows, which the canvas leaves out; the same set for the whole drag', () => {
    const mount = createMounted();
    const mounted = mount(scene, busy({ dragged: 'inner', selection: ['inner'] }));
    expect([...mounted.left].sort()).toEqual(['a', 'a-b', 'inner']);
    expect(idsOf(mounted)).toEqual(['a', 'a-b', 'inner']);
    expect(mount({ ...scene }, busy({ dragged: 'inner' })).left).toBe(mounted.left);
  });

  it('leaves the canvas to draw what moves when that is too much', () => {
    const mounted = createMounted()(scene, busy({ dragged: 'crowd', selection: ['crowd'] }));
    expect(mounted.left.size).toBe(0);
    expect(idsOf(mounted)).toEqual(['crowd']);
  });

  it('leaves out what is edited, so that the field stands in for it', () => {
    const mounted = createMounted()(scene, busy({ edited: 'outer' }));
    expect([...mounted.left]).toEqual(['outer']);
    expect(idsOf(mounted)).toEqual(['outer']);
  });

  it('is never more than it can hold: the canvas shows the rest of a large selection, of mine and of others', () => {
    const marks = new Map(many.map((id) => [id, mark]));
    const mounted = createMounted()(scene, busy({ selection: many, marks, focus: 'a' }));
    expect(mounted.elements.length).toBeLessThanOrEqual(60);
    expect(idsOf(mounted)).toContain('a');
    const shown = new Set<string>(mounted.elements.map(({ id }) => id));
    for (const id of many) {
      expect(mounted.selected.has(id)).toBe(!shown.has(id));
      expect(mounted.marks.has(id)).toBe(!shown.has(id));
    }
  });
});

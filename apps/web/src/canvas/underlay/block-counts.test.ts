import { board } from '@strideboard/kubernetes/board';
import { elementId } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { blocksAt, isSameNesting, totalsOf } from './block-counts.ts';

const { elements } = createScene(
  buildModel({
    elements: [
      { id: 'cluster', kind: 'boundary', width: 2_000, height: 1_000 },
      { id: 'first', kind: 'boundary', parent: 'cluster', x: 50, y: 50, width: 900, height: 800 },
      { id: 'second', kind: 'boundary', parent: 'cluster', x: 1_050, y: 50, width: 900, height: 800 },
      { id: 'a', parent: 'first' },
      { id: 'b', parent: 'second' },
      { id: 'c', x: 3_000 },
    ],
  }),
  createPackIndex(board),
);
const boundaries = elements.filter(({ boundary }) => boundary !== null);
const idsAt = (zoom: number): readonly string[] => blocksAt(boundaries, zoom).map(({ id }) => id);

describe('what stands for its content from afar', () => {
  it('is the innermost that is large enough on screen', () => {
    expect(idsAt(0.2)).toEqual(['first', 'second']);
    expect(idsAt(0.06)).toEqual(['cluster']);
    expect(idsAt(0.02)).toEqual([]);
  });

  it('counts what it has itself and everything inside', () => {
    const open: Readonly<Record<string, string>> = {
      a: '1 0 2 0 5',
      b: '0 3 0 0 0',
      c: '9 9 9 9 9',
      second: '0 0 1 0 0',
    };
    const totals = totalsOf(elements, (id) => open[id] ?? '');
    expect(totals.get(elementId('first'))).toEqual([1, 0, 2, 0, 5]);
    expect(totals.get(elementId('second'))).toEqual([0, 3, 1, 0, 0]);
    expect(totals.get(elementId('cluster'))).toEqual([1, 3, 3, 0, 5]);
  });

  it('holds while things only move, and not when one goes to another boundary', () => {
    const put = (id: string, change: object) =>
      elements.map((element) => (element.id === id ? { ...element, ...change } : element));
    expect(isSameNesting(elements, put('a', { box: { x: 9, y: 9, width: 10, height: 10 } }))).toBe(true);
    expect(isSameNesting(elements, put('a', { parent: elementId('second') }))).toBe(false);
    expect(isSameNesting(elements, elements.slice(1))).toBe(false);
  });
});

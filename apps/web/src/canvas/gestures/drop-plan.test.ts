import { type Element, elementId } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import { planDrop } from './drop-plan.ts';

const element = (id: string, box: readonly [number, number, number, number], parent: string | null = null): Element =>
  ({
    id: elementId(id),
    kind: id.startsWith('b') ? 'boundary' : 'process',
    parent: parent === null ? null : elementId(parent),
    x: box[0],
    y: box[1],
    width: box[2],
    height: box[3],
    shape: { kind: 'box' },
    collapsed: false,
  }) as unknown as Element; // only place and kind matter here

const outer = element('b1', [0, 0, 1_000, 600]);
const inner = element('b2', [100, 100, 400, 300], 'b1');
const a = element('a', [20, 20, 160, 60], 'b2');
const c = element('c', [1_200, 0, 160, 60]);
const elements = [outer, inner, a, c];
const plan = (ids: string[], x: number, y: number, keepParent = false) =>
  planDrop({ elements, ids: ids.map(elementId), grabbed: elementId(ids[0]!), offset: { x, y }, keepParent });

describe('planDrop', () => {
  it('adopts what is dropped wholly inside a boundary, innermost first', () => {
    expect(plan(['c'], -1_050, 200)).toMatchObject({ parent: inner.id, adopts: true });
    expect(plan(['c'], -600, 200)).toMatchObject({ parent: outer.id, adopts: true });
  });

  it('keeps the parent while the element stays inside it', () => {
    expect(plan(['a'], 50, 50)).toMatchObject({ parent: inner.id, adopts: false });
  });

  it('releases what is dragged out, or half out, to the boundary around', () => {
    expect(plan(['a'], 300, 0)).toMatchObject({ parent: outer.id, adopts: true });
    expect(plan(['a'], 2_000, 0)).toMatchObject({ parent: null, adopts: true });
  });

  it('keeps the parent on demand wherever the element goes', () => {
    expect(plan(['a'], 2_000, 0, true)).toMatchObject({ parent: inner.id, adopts: false });
  });

  it('never puts a boundary into itself or its content', () => {
    expect(plan(['b1'], 10, 10)).toMatchObject({ parent: null, adopts: false });
  });

  it('takes several elements into one boundary, and gives each its absolute place', () => {
    const { parent, positions } = plan(['a', 'c'], -700, 300);
    expect(parent).toBeNull();
    expect(positions.get(c.id)).toEqual({ x: 500, y: 300 });
    expect(positions.get(a.id)).toEqual({ x: -580, y: 420 });
    const far = { ...c, x: 700, parent: inner.id, y: 0 };
    const both = planDrop({
      elements: [outer, inner, a, far],
      ids: [a.id, far.id],
      grabbed: a.id,
      offset: { x: 0, y: 380 },
      keepParent: false,
    });
    expect(both).toMatchObject({ parent: outer.id, adopts: true });
  });
});

import { elementId as id } from '@strideboard/model';
import { buildModel, type ModelParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { smallPack } from '../testing/small-board.ts';
import { createScene, updateScene } from './create-scene.ts';
import { FOLDED_SIZE } from './fold.ts';

const ELEMENTS: NonNullable<ModelParts['elements']> = [
  { id: 'cluster', kind: 'boundary', x: 100, y: 100, width: 800, height: 600, label: 'prod' },
  { id: 'shop', kind: 'boundary', parent: 'cluster', x: 40, y: 40, width: 400, height: 300, label: 'shop' },
  { id: 'web', parent: 'shop', x: 20, y: 40 },
  { id: 'db', kind: 'store', parent: 'shop', x: 220, y: 40 },
  { id: 'api', parent: 'cluster', x: 600, y: 40 },
  { id: 'user', kind: 'external', x: 0, y: 900 },
];

const board = (collapsed: readonly string[]) =>
  buildModel({
    elements: ELEMENTS.map((element) => ({ ...element, collapsed: collapsed.includes(element.id) })),
    flows: [
      { id: 'browse', source: 'user', target: 'web', label: 'browse' },
      { id: 'order', source: 'user', target: 'web', label: 'order' },
      { id: 'answer', source: 'db', target: 'user', label: 'answer' },
      { id: 'query', source: 'web', target: 'db', label: 'query' },
      { id: 'call', source: 'web', target: 'api', label: 'call' },
    ],
  });

const scene = (collapsed: readonly string[], opened: readonly string[] = []) =>
  createScene(board(collapsed), smallPack(), { opened: new Set(opened.map(id)) });
const flowsOf = ({ flows }: ReturnType<typeof scene>) =>
  flows.map(({ id: flow, source, target, gathers }) => [flow, source, target, gathers.join()]);

describe('a collapsed boundary', () => {
  it('hides its content, is a small card, and says how much is inside', () => {
    const { elementById } = scene(['shop']);
    expect([...elementById.keys()].sort()).toEqual(['api', 'cluster', 'shop', 'user']);
    const shop = elementById.get(id('shop'));
    expect(shop?.box).toEqual({ x: 140, y: 140, ...FOLDED_SIZE });
    expect(shop?.boundary?.folds).toEqual(['db', 'web']);
    expect(shop?.title.lines.map(({ text }) => text).join()).toContain('shop');
    expect(shop?.subtitle?.lines.map(({ text }) => text).join()).toBe('▸ 2');
  });

  it('gathers the flows of its content at its outline, one line for all between the same two', () => {
    const now = scene(['shop']);
    expect(flowsOf(now)).toEqual([
      ['answer', 'shop', 'user', 'answer,browse,order'],
      ['call', 'shop', 'api', ''],
    ]);
    const bundle = now.flowById.get(board([]).flows.find((flow) => flow.id === 'answer')?.id ?? ('' as never));
    expect(bundle?.label?.lines.map(({ text }) => text)).toEqual(['× 3']);
    expect(bundle?.heads).toHaveLength(2);
  });

  it('hides another one inside it', () => {
    const now = scene(['cluster', 'shop']);
    expect([...now.elementById.keys()].sort()).toEqual(['cluster', 'user']);
    expect(flowsOf(now)).toEqual([['answer', 'cluster', 'user', 'answer,browse,order']]);
  });

  it('can be drawn open for one person, the one inside it staying collapsed', () => {
    const now = scene(['cluster', 'shop'], ['cluster']);
    expect([...now.elementById.keys()].sort()).toEqual(['api', 'cluster', 'shop', 'user']);
    expect(now.elementById.get(id('cluster'))?.boundary?.folds).toBeNull();
  });

  it('comes back exactly as it was when it is expanded', () => {
    const before = scene([]);
    const after = updateScene(updateScene(before, board(['shop'])), board([]));
    expect(after.elements).toEqual(before.elements);
    expect(after.flows).toEqual(before.flows);
  });

  it('is not drawn again for a change elsewhere', () => {
    const before = scene(['shop']);
    const changed = board(['shop']);
    const elements = before.state.model.elements.map((element) =>
      element.id === 'api' ? { ...element, label: 'gateway' } : element,
    );
    const after = updateScene(before, { ...changed, flows: before.state.model.flows, elements });
    expect(after.elementById.get(id('shop'))).toBe(before.elementById.get(id('shop')));
    expect(after.flows[0]).toBe(before.flows[0]);
  });
});

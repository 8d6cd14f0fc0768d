import { board } from '@strideboard/kubernetes/board';
import { type CommentThread, type DiagramId, diagramId, elementId, indexModel } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { collapsedAround } from '../room/collapsed-around.ts';
import { meantBy } from '../room/current-diagram.ts';
import { clusterPins, createPinPlaces, pinsNear } from './place-pins.ts';

const model = buildModel({
  diagrams: [
    { id: 'd1', title: 'First' },
    { id: 'd2', title: 'Second', z: 'a1' },
  ],
  elements: [
    { id: 'zone', kind: 'boundary', type: 'tb.namespace', x: 300, y: 200, width: 400, height: 300, collapsed: true },
    { id: 'inner', parent: 'zone', x: 20, y: 30 },
    { id: 'web', label: 'Web', x: 10, y: 20 },
    { id: 'far', label: 'Far', diagram: 'd2', x: 5, y: 6 },
    { id: 'copy', kind: 'ref', of: 'web', diagram: 'd2', x: 500, y: 600 },
  ],
  flows: [{ id: 'f', source: 'web', target: 'inner' }],
});
const index = indexModel(model);
const pack = createPackIndex(board);
const placesOn = (diagram: DiagramId | null) =>
  createPinPlaces({
    scene: createScene(model, pack, { diagram }),
    diagram,
    firstDiagram: diagramId('d1'),
    manual: [{ id: 'm', on: ['gone', 'web'] }],
    hiddenIn: (id) => collapsedAround(index, id),
    meant: (id) => meantBy(index, id),
  });

describe('where a conversation is marked', () => {
  const first = placesOn(null);

  it('is the corner of its element, or of the collapsed boundary that hides it', () => {
    expect(first({ kind: 'node', id: 'web' })).toEqual({ x: 10, y: 20 });
    expect(first({ kind: 'node', id: 'inner' })).toEqual({ x: 300, y: 200 });
    expect(first({ kind: 'node', id: 'nothing' })).toBeNull();
  });

  it('is on its flow', () => {
    expect(first({ kind: 'edge', id: 'f' })).not.toBeNull();
  });

  it('is at what a threat is about, also of one written by hand', () => {
    expect(first({ kind: 'threat', id: 'WL-001~web' })).toEqual({ x: 10, y: 20 });
    expect(first({ kind: 'threat', id: 'manual~m' })).toEqual({ x: 10, y: 20 });
    expect(first({ kind: 'threat', id: 'WL-001~model' })).toBeNull();
  });

  it('is on one diagram only, and at the reference where the element is shown by one', () => {
    const second = placesOn(diagramId('d2'));
    expect(second({ kind: 'node', id: 'web' })).toEqual({ x: 500, y: 600 });
    expect(first({ kind: 'node', id: 'far' })).toBeNull();
    const point = { kind: 'point', x: 7, y: 8 } as const;
    expect([first(point), second(point)]).toEqual([{ x: 7, y: 8 }, null]);
    expect([first({ ...point, diagram: 'd1' }), second({ ...point, diagram: 'd1' })]).toEqual([{ x: 7, y: 8 }, null]);
    expect([first({ ...point, diagram: 'd2' }), second({ ...point, diagram: 'd2' })]).toEqual([null, { x: 7, y: 8 }]);
    expect(elementId('web')).toBe('web');
  });
});

describe('marks that would lie over each other', () => {
  const thread = (id: string): CommentThread => ({
    ...{ id, anchor: null, state: 'open', stateBy: null, orphaned: false, messages: [] },
  });
  const pinned = [
    { thread: thread('a'), point: { x: 100, y: 100 } },
    { thread: thread('b'), point: { x: 110, y: 100 } },
    { thread: thread('c'), point: { x: 300, y: 100 } },
    { thread: thread('d'), point: { x: 5_000, y: 100 } },
  ];
  const idsOf = (clusters: ReturnType<typeof clusterPins>) =>
    clusters.map(({ threads }) => threads.map(({ id }) => id).join(''));
  const at = (zoom: number) => idsOf(clusterPins(pinned, zoom));

  it('are one, by distance on the screen', () => {
    expect(at(1)).toEqual(['ab', 'c', 'd']);
    expect(at(3)).toEqual(['a', 'b', 'c', 'd']);
    expect(at(0.05)).toEqual(['abc', 'd']);
  });

  it('are shown when they are in view or near it', () => {
    const near = (x: number) => idsOf(pinsNear(clusterPins(pinned, 1), { x, y: 0 }, { width: 800, height: 600 }));
    expect(near(0)).toEqual(['ab', 'c']);
    expect(near(-2)).toEqual(['c']);
    expect(near(-17)).toEqual(['d']);
  });

  it('are few on the screen however many there are', () => {
    const many = Array.from({ length: 2_000 }, (_, one) => ({
      thread: thread(`t${one}`),
      point: { x: (one % 50) * 40, y: Math.floor(one / 50) * 40 },
    }));
    const clusters = clusterPins(many, 0.2);
    expect(clusters.reduce((sum, { threads }) => sum + threads.length, 0)).toBe(2_000);
    expect(clusters.length).toBeLessThan(500);
  });
});

import { board } from '@strideboard/kubernetes/board';
import { elementId, indexModel } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { waysFrom } from './follow-flow.ts';

const model = buildModel({
  elements: [{ id: 'api' }, { id: 'etcd', x: 300 }, { id: 'kubelet', x: 600 }],
  flows: [
    { id: 'f1', source: 'api', target: 'kubelet', order: '10', label: 'exec' },
    { id: 'f2', source: 'api', target: 'etcd', order: '2', label: 'store' },
    { id: 'f3', source: 'kubelet', target: 'api', direction: 'two', label: 'status' },
    { id: 'f4', source: 'api', target: 'api', label: 'itself' },
  ],
});
const scene = createScene(model, createPackIndex(board));
const ways = (from: string, outwards: boolean) =>
  waysFrom(scene, indexModel(model), { from: elementId(from), outwards }).map(({ flow, to }) => `${flow} ${to}`);

describe('waysFrom', () => {
  it('gives the flows that leave an element by their numbers, a two-way flow that arrives included', () => {
    expect(ways('api', true)).toEqual(['f2 etcd', 'f1 kubelet', 'f4 api', 'f3 kubelet']);
  });

  it('gives the flows that arrive with where they come from; a loop only leaves', () => {
    expect(ways('api', false)).toEqual(['f3 kubelet']);
    expect(ways('kubelet', false)).toEqual(['f1 api', 'f3 api']);
  });

  it('gives nothing for an element without flows of that way', () => {
    expect(ways('etcd', true)).toEqual([]);
  });
});

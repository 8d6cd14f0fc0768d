import { indexModel } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { collapsedAround } from './collapsed-around.ts';

const index = indexModel(
  buildModel({
    elements: [
      { id: 'outer', kind: 'boundary', collapsed: true, width: 900, height: 600 },
      { id: 'inner', kind: 'boundary', collapsed: true, parent: 'outer' },
      { id: 'a', parent: 'inner' },
      { id: 'b', x: 2_000 },
    ],
    flows: [{ id: 'f', source: 'a', target: 'b' }],
  }),
);

describe('collapsedAround', () => {
  it('gives the outermost collapsed boundary around an element or the source of a flow', () => {
    expect([collapsedAround(index, 'a'), collapsedAround(index, 'f')]).toEqual(['outer', 'outer']);
  });

  it('gives nothing for what can be seen, the collapsed boundary itself included', () => {
    expect([collapsedAround(index, 'outer'), collapsedAround(index, 'b'), collapsedAround(index, 'gone')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

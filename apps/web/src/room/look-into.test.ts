import { elementId as id, indexModel } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { holdersOf } from './look-into.ts';

const index = indexModel(
  buildModel({
    elements: [
      { id: 'cluster', kind: 'boundary', collapsed: true },
      { id: 'shop', kind: 'boundary', parent: 'cluster', collapsed: true },
      { id: 'open', kind: 'boundary', parent: 'cluster' },
      { id: 'web', parent: 'shop' },
      { id: 'api', parent: 'open' },
      { id: 'user', kind: 'external' },
    ],
    flows: [{ id: 'call', source: 'user', target: 'web' }],
  }),
);

describe('looking into collapsed boundaries', () => {
  it('opens every one around what is hidden', () => {
    expect([...holdersOf(index, ['web'], [])].sort()).toEqual(['cluster', 'shop']);
    expect(holdersOf(index, ['api'], [])).toEqual(['cluster']);
    expect([...holdersOf(index, ['call'], [])].sort()).toEqual(['cluster', 'shop']);
  });

  it('opens none again, and none around what nothing hides', () => {
    expect(holdersOf(index, ['web'], [id('cluster'), id('shop')])).toEqual([]);
    expect(holdersOf(index, ['user', 'cluster', 'gone'], [])).toEqual([]);
  });
});

import { elementId } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { nearestTo } from './element-options.ts';

const { elements } = buildModel({
  diagrams: [{ id: 'd1' }, { id: 'd2', z: 'a1' }],
  elements: [
    { id: 'a' },
    { id: 'zone', kind: 'boundary', x: 400, width: 500, height: 300 },
    { id: 'far', x: 900 },
    { id: 'near', parent: 'zone', x: 20, y: 20 },
    { id: 'note', kind: 'note', x: 10 },
    { id: 'elsewhere', x: 20, diagram: 'd2' },
  ],
});

describe('nearestTo', () => {
  it('gives what a flow of this diagram can lead to, the nearest first, wherever it is nested', () => {
    expect(nearestTo(elementId('a'), elements).map(({ id }) => id)).toEqual(['near', 'far']);
  });

  it('gives nothing for what is gone', () => {
    expect(nearestTo(elementId('gone'), elements)).toEqual([]);
  });
});

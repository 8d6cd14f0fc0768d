import { elementId } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { furtherBoundaries } from './further-boundaries.ts';

const box = { kind: 'boundary', type: 'tb.namespace', width: 400, height: 300 } as const;
const model = buildModel({
  elements: [
    { ...box, id: 'cluster', x: 0, y: 0, width: 900, height: 900 },
    { ...box, id: 'namespace', parent: 'cluster', x: 100, y: 100 },
    { ...box, id: 'node', x: 50, y: 50, width: 500, height: 500 },
    { ...box, id: 'zone', x: 60, y: 60, width: 480, height: 480 },
    { ...box, id: 'far', x: 2000, y: 0 },
    { id: 'pod', kind: 'process', parent: 'namespace', x: 20, y: 20, memberOf: ['zone'] },
    { id: 'alone', kind: 'process', x: 5000, y: 0 },
  ],
});
const further = (id: string): readonly string[] => furtherBoundaries(model, elementId(id)).map((found) => found.id);

describe('boundaries that something lies in besides', () => {
  it('are those around it that it belongs to neither by place nor by membership', () => {
    expect(further('pod')).toEqual(['node']);
    expect(further('alone')).toEqual([]);
    expect(further('gone')).toEqual([]);
  });

  it('are not those inside it', () => {
    expect(further('cluster')).toEqual([]);
  });
});

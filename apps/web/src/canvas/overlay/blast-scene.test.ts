import { board } from '@strideboard/kubernetes/board';
import { type ElementId, elementId, flowId } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { createScene } from '@strideboard/render';
import type { PathStep } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { linesOf, marksOf } from './blast-scene.ts';

const scene = createScene(
  buildModel({
    elements: [
      { id: 'n', kind: 'boundary', type: 'tb.node', x: 0, y: 0, width: 400, height: 300 },
      { id: 'a', kind: 'process', type: 'wl.pod', parent: 'n', x: 40, y: 60 },
      { id: 'b', kind: 'process', type: 'wl.pod', x: 600, y: 60 },
      { id: 'r', kind: 'ref', of: 'b', x: 600, y: 400 },
    ],
    flows: [{ id: 'f', source: 'a', target: 'b' }],
  }),
  createPackIndex(board),
);
const [a, b, n] = [elementId('a'), elementId('b'), elementId('n')];
const boxOf = (id: ElementId) => scene.elementById.get(id)?.box ?? null;
const step = (over: Partial<PathStep>): PathStep => ({
  rule: 'BR-1',
  title: '',
  from: a,
  to: b,
  flow: null,
  via: 'grant',
  gives: 'reach',
  certainty: 'proven',
  facts: [],
  missing: [],
  controls: [],
  ...over,
});

describe('marksOf', () => {
  it('marks the start and what is reached, references like their originals, and nothing else', () => {
    const entry = {
      access: 'reach',
      assumptions: 0,
      where: 'outside',
      distance: 1,
      path: [],
      outOfScope: false,
    } as const;
    const reached = [
      { ...entry, subject: b, certainty: 'proven' as const },
      { ...entry, subject: b, certainty: 'possible' as const },
    ];
    const marks = marksOf(scene, { start: a, reached }, (id) => (id === 'r' ? b : id));
    expect(Object.fromEntries(marks.map(({ element, role }) => [element.id, role]))).toEqual({
      a: 'start',
      b: 'proven',
      r: 'proven',
    });
  });
});

describe('linesOf', () => {
  it('draws a step along its flow', () => {
    const [line] = linesOf([step({ flow: flowId('f') })], scene, boxOf);
    expect(line).toMatchObject({ number: 1, flow: 'f', d: scene.flowById.get(flowId('f'))?.d });
  });

  it('draws a step without a flow from edge to edge', () => {
    const [line] = linesOf([step({})], scene, boxOf);
    const [from, to] = [boxOf(a), boxOf(b)];
    expect(line?.d.startsWith(`M${(from?.x ?? 0) + (from?.width ?? 0)} `)).toBe(true);
    expect(line?.d).toContain(`L${to?.x ?? 0} `);
  });

  it('draws a step out of what lies inside to the corner of what is around it', () => {
    const [line] = linesOf([step({ to: n })], scene, boxOf);
    expect(line?.d.endsWith('L0 0')).toBe(true);
  });

  it('leaves out what another diagram shows, and keeps the numbers of the rest', () => {
    const lines = linesOf([step({ to: elementId('elsewhere') }), step({ certainty: 'possible' })], scene, boxOf);
    expect(lines.map(({ number, isPossible }) => [number, isPossible])).toEqual([[2, true]]);
  });
});

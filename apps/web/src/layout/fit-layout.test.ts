import type { Layout } from '@strideboard/layout';
import { type Box, type ElementId, elementId, flowId, type Model } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { fitLayout } from './fit-layout.ts';

const id = elementId;

const board = (): Model =>
  buildModel({
    elements: [
      { id: 'ns', kind: 'boundary', x: 0, y: 0, width: 300, height: 200 },
      { id: 'a', parent: 'ns', x: 10, y: 10 },
      { id: 'b', parent: 'ns', x: 10, y: 10 },
    ],
    flows: [{ id: 'f', source: 'a', target: 'b' }],
  });

const layout: Layout = {
  boxes: new Map<ElementId, Box>([
    [id('ns'), { x: 100, y: 100, width: 500, height: 300 }],
    [id('a'), { x: 30, y: 50, width: 160, height: 60 }],
    [id('b'), { x: 300, y: 50, width: 160, height: 60 }],
  ]),
  ways: new Map([[flowId('f'), { points: [{ x: 350, y: 170 }], labelPlace: { along: 400, dx: 0, dy: 0 } }]]),
  cramped: [],
};

const changed = (model: Model, name: string, change: Partial<Model['elements'][number]>): Model => ({
  ...model,
  elements: model.elements.map((element) => (element.id === name ? { ...element, ...change } : element)),
});

describe('a layout that is applied', () => {
  it('to the board it was made for gives absolute places, changed sizes and ways', () => {
    const { command } = fitLayout(layout, board(), board());
    expect([...command.positions]).toEqual([
      ['ns', { x: 100, y: 100 }],
      ['a', { x: 130, y: 150 }],
      ['b', { x: 400, y: 150 }],
    ]);
    expect([...(command.sizes ?? [])]).toEqual([['ns', { width: 500, height: 300 }]]);
    expect(command.ways?.get(flowId('f'))).toEqual(layout.ways.get(flowId('f')));
  });

  it('after somebody moved a boundary follows it, bends included', () => {
    const { command } = fitLayout(layout, board(), changed(board(), 'ns', { x: 1_000, y: 0 }));
    expect(command.positions.has(id('ns'))).toBe(false);
    expect(command.positions.get(id('a'))).toEqual({ x: 1_030, y: 50 });
    expect(command.ways?.get(flowId('f'))?.points).toEqual([{ x: 1_250, y: 70 }]);
  });

  it('after somebody moved an element leaves it there, and its flow goes straight', () => {
    const { command } = fitLayout(layout, board(), changed(board(), 'b', { x: 77 }));
    expect([...command.positions.keys()]).toEqual(['ns', 'a']);
    expect(command.ways?.get(flowId('f'))).toEqual({ points: [], labelPlace: null });
  });

  it('after somebody deleted, bent or reconnected things passes these over', () => {
    const now = board();
    const gone = { ...now, elements: now.elements.filter((element) => element.id !== 'b'), flows: [] };
    expect([...fitLayout(layout, board(), gone).command.positions.keys()]).toEqual(['ns', 'a']);
    expect(fitLayout(layout, board(), gone).ways.size).toBe(0);
    const bent = {
      ...now,
      flows: now.flows.map((flow) => ({ ...flow, route: { base: null, points: [[1, 2]] as const } })),
    };
    expect(fitLayout(layout, board(), bent).ways.size).toBe(0);
  });
});

import { absoluteBoxes, type ElementId, elementId, findCrossings, flowId, type Model } from '@strideboard/model';
import { buildModel, type ModelParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { indexBoard } from './board.ts';
import { createHindrances } from './hindrances.ts';
import { layOut, withBoxes } from './lay-out.ts';
import type { LayoutScope } from './scope.ts';
import { drawStraight } from './testing/random-board.ts';
import { startEngine } from './testing/start-engine.ts';

const engine = startEngine();
const id = elementId;

async function laid(parts: ModelParts, scope: LayoutScope = { kind: 'all' }, fixed: readonly string[] = []) {
  const model = buildModel(parts);
  const isFixed = (each: ElementId): boolean => fixed.includes(each);
  const labelSize = () => ({ width: 60, height: 18 });
  const layout = await layOut({ ...model, isFixed, scope, engine, labelSize, draw: drawStraight });
  const after: Model = { ...model, elements: withBoxes(model.elements, layout.boxes) };
  const boxes = absoluteBoxes(after.elements);
  const box = (name: string) => {
    const found = boxes.get(id(name));
    if (found === undefined) throw new Error(`${name} is not there`);
    return found;
  };
  return { model, layout, after, box };
}

const chain: ModelParts = {
  elements: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  flows: [
    { id: 'ab', source: 'a', target: 'b' },
    { id: 'bc', source: 'b', target: 'c' },
  ],
};

describe('laying out', () => {
  it('sets a chain in the direction of its flows, with room for their labels', async () => {
    const { box } = await laid(chain);
    const [a, b, c] = [box('a'), box('b'), box('c')];
    const isAcross = a.x + a.width + 60 <= b.x && b.x + b.width + 60 <= c.x;
    const isDown = a.y + a.height + 18 <= b.y && b.y + b.height + 18 <= c.y;
    expect(isAcross || isDown).toBe(true);
  });

  it('gives flows their own way back: bends, sides and label places are forgotten where nothing is in the way', async () => {
    const { layout } = await laid({
      elements: chain.elements ?? [],
      flows: [
        {
          id: 'ab',
          source: 'a',
          target: 'b',
          route: { base: null, points: [[900, 900]] },
          labelPlace: { along: 100, dx: 50, dy: 50 },
        },
      ],
    });
    expect(layout.ways.get(flowId('ab'))).toEqual({ points: [], labelPlace: null });
  });

  it('leads a flow around what would be in its way', async () => {
    const { layout, after } = await laid({
      elements: chain.elements ?? [],
      flows: [...(chain.flows ?? []), { id: 'ac', source: 'a', target: 'c' }],
    });
    const flows = after.flows.map((flow) => {
      const points = (layout.ways.get(flow.id)?.points ?? []).map(({ x, y }) => [x, y] as const);
      return { ...flow, route: { base: null, points } };
    });
    const drawn = drawStraight(after.elements, flows);
    const { along } = createHindrances(indexBoard(after), after.elements, absoluteBoxes(after.elements));
    expect(flows.map((flow) => along(flow, drawn.get(flow.id)?.points ?? []))).toEqual([0, 0, 0]);
    expect(layout.ways.get(flowId('ab'))?.points).toEqual([]);
  });

  it('leaves what a facilitator locked, and everything around it, where it is', async () => {
    const { box } = await laid(
      {
        elements: [
          { id: 'outer', kind: 'boundary', x: 700, y: 300, width: 400, height: 300 },
          { id: 'in', parent: 'outer', x: 100, y: 120 },
          { id: 'beside', parent: 'outer', x: 100, y: 120 },
        ],
        flows: [{ id: 'f', source: 'in', target: 'beside' }],
      },
      { kind: 'all' },
      ['in'],
    );
    expect(box('in')).toMatchObject({ x: 800, y: 420 });
    expect(box('outer')).toMatchObject({ x: 700, y: 300 });
    expect(box('beside').x >= 960 || box('beside').y >= 480).toBe(true);
  });

  it('names a locked boundary that is too small for what lies in it, and leaves it as it was', async () => {
    const { layout } = await laid({
      elements: [
        { id: 'outer', kind: 'boundary', width: 200, height: 130, lock: { by: 'ada', at: 1 } },
        { id: 'a', parent: 'outer', x: 10, y: 40 },
        { id: 'b', parent: 'outer', x: 20, y: 50 },
      ],
    });
    expect(layout.cramped).toEqual(['outer']);
    expect(layout.boxes.size).toBe(0);
  });

  it('keeps line boundaries across the flows that crossed them', async () => {
    const points = [
      [0, 0],
      [10_000, 10_000],
    ] as const;
    const parts: ModelParts = {
      elements: [
        { id: 'left', x: 0, y: 900 },
        { id: 'right', x: 800, y: 0 },
        {
          id: 'line',
          kind: 'boundary',
          x: 470,
          y: 300,
          width: 20,
          height: 400,
          shape: { kind: 'line', points, curve: 'straight' },
        },
      ],
      flows: [{ id: 'f', source: 'left', target: 'right' }],
    };
    const { model, after } = await laid(parts);
    expect(findCrossings(model).get(flowId('f'))).toEqual(['line']);
    expect(findCrossings(after).get(flowId('f'))).toEqual(['line']);
  });

  it('pushes aside what a boundary would grow over, and keeps its corner', async () => {
    const { box } = await laid(
      {
        elements: [
          { id: 'ns', kind: 'boundary', x: 0, y: 0, width: 200, height: 120 },
          { id: 'a', parent: 'ns', x: 0, y: 0 },
          { id: 'b', parent: 'ns', x: 0, y: 0 },
          { id: 'c', parent: 'ns', x: 0, y: 0 },
          { id: 'beside', x: 230, y: 20 },
        ],
        flows: chain.flows ?? [],
      },
      { kind: 'boundary', id: id('ns') },
    );
    const [ns, beside] = [box('ns'), box('beside')];
    expect([ns.x, ns.y]).toEqual([0, 0]);
    expect(beside.x >= ns.x + ns.width || beside.y >= ns.y + ns.height).toBe(true);
  });

  it('has nothing to do on an empty board or in an empty boundary', async () => {
    const nothing = { boxes: new Map(), ways: new Map(), cramped: [] };
    expect((await laid({})).layout).toEqual(nothing);
    const scope = { kind: 'boundary', id: id('b') } as const;
    expect((await laid({ elements: [{ id: 'b', kind: 'boundary' }] }, scope)).layout).toEqual(nothing);
  });
});

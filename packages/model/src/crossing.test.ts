import { arbitraryModel, buildModel, type ElementParts, type FlowParts } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absoluteBoxes, createContainment } from './containment.ts';
import { boundaryCurve } from './boundary-curve.ts';
import { findCrossings, flowPolyline } from './crossing.ts';
import { isClosedBoundary } from './element.ts';
import { flowId } from './ids.ts';

const boundary = (id: string, more: Partial<ElementParts> = {}): ElementParts => ({ id, kind: 'boundary', ...more });

function crossed(
  elements: readonly ElementParts[],
  flow: Partial<FlowParts> & { readonly source: string; readonly target: string },
) {
  const model = buildModel({ elements, flows: [{ id: 'f', ...flow }] });
  return findCrossings(model).get(flowId('f')) ?? [];
}

describe('a flow', () => {
  it('that leaves a namespace crosses its boundary', () => {
    expect(crossed([boundary('ns'), { id: 'a', parent: 'ns' }, { id: 'b' }], { source: 'a', target: 'b' })).toEqual([
      'ns',
    ]);
  });

  it('within one boundary crosses nothing', () => {
    expect(
      crossed([boundary('ns'), { id: 'a', parent: 'ns' }, { id: 'b', parent: 'ns' }], { source: 'a', target: 'b' }),
    ).toEqual([]);
  });

  it('crosses each boundary it leaves and enters, in model order', () => {
    const elements = [
      boundary('x1'),
      boundary('x2', { parent: 'x1' }),
      { id: 'a', parent: 'x2' },
      boundary('y'),
      { id: 'b', parent: 'y' },
    ];
    expect(crossed(elements, { source: 'b', target: 'a' })).toEqual(['x1', 'x2', 'y']);
  });

  it('crosses boundaries of further memberships, unless both ends are members', () => {
    const elements = [
      boundary('node'),
      boundary('ns'),
      { id: 'a', parent: 'node', memberOf: ['ns'] },
      { id: 'b', parent: 'node' },
      { id: 'c', memberOf: ['ns', 'node'] },
    ];
    expect(crossed(elements, { source: 'a', target: 'b' })).toEqual(['ns']);
    expect(crossed(elements, { source: 'a', target: 'c' })).toEqual([]);
  });

  it('crosses a boundary that holds only a reference to its end', () => {
    const elements = [
      boundary('zone'),
      { id: 'a' },
      { id: 'b' },
      { id: 'r', kind: 'ref' as const, of: 'b', parent: 'zone' },
    ];
    expect(crossed(elements, { source: 'a', target: 'b' })).toEqual(['zone']);
  });

  it('does not cross the boundary that is its own end, but does cross those around it', () => {
    const elements = [
      boundary('outer'),
      boundary('ns', { parent: 'outer' }),
      { id: 'in', parent: 'ns' },
      { id: 'out' },
    ];
    expect(crossed(elements, { source: 'in', target: 'ns' })).toEqual([]);
    expect(crossed(elements, { source: 'out', target: 'ns' })).toEqual(['outer']);
  });

  it('to itself crosses nothing', () => {
    expect(crossed([boundary('ns'), { id: 'a', parent: 'ns' }], { source: 'a', target: 'a' })).toEqual([]);
  });

  it('crosses the same boundaries in either direction, and closed ones exactly when one end is within', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const containment = createContainment(model);
        const forward = findCrossings(model, containment);
        const reversed = {
          ...model,
          flows: model.flows.map((flow) => ({
            ...flow,
            source: flow.target,
            target: flow.source,
            route: flow.route === null ? null : { ...flow.route, points: [...flow.route.points].reverse() },
          })),
        };
        expect(findCrossings(reversed)).toEqual(forward);
        for (const { id, source, target } of model.flows) {
          const within = (end: typeof source) => (other: string) =>
            containment.enclosing(end).has(other as typeof source); // ids of the same model
          const closed = model.elements.filter(
            (element) => isClosedBoundary(element) && element.id !== source && element.id !== target,
          );
          const expected = closed.filter(
            (element) => source !== target && within(source)(element.id) !== within(target)(element.id),
          );
          const found = (forward.get(id) ?? []).filter((crossing) => closed.some((element) => element.id === crossing));
          expect(found).toEqual(expected.map((element) => element.id));
        }
      }),
    );
  });
});

describe('a line boundary', () => {
  const line = (points: readonly (readonly [number, number])[], curve: 'straight' | 'smooth' = 'straight') =>
    boundary('line', { x: 200, y: -100, width: 100, height: 400, shape: { kind: 'line', points, curve } });
  const a = { id: 'a', x: 0, y: 0 };
  const b = { id: 'b', x: 500, y: 0 };
  const upright = [
    [5000, 0],
    [5000, 10_000],
  ] as const;

  it('is crossed when the way between the ends meets it', () => {
    expect(crossed([a, b, line(upright)], { source: 'a', target: 'b' })).toEqual(['line']);
    expect(crossed([a, { id: 'b', x: 0, y: 300 }, line(upright)], { source: 'a', target: 'b' })).toEqual([]);
  });

  it('is not crossed when waypoints lead around it, and is when they lead through', () => {
    const around = {
      base: null,
      points: [
        [80, 900],
        [580, 900],
      ] as const,
    };
    expect(crossed([a, b, line(upright)], { source: 'a', target: 'b', route: around })).toEqual([]);
    const through = {
      base: null,
      points: [
        [400, 30],
        [80, 60],
      ] as const,
    };
    expect(crossed([a, { id: 'b', x: 0, y: 80 }, line(upright)], { source: 'a', target: 'b', route: through })).toEqual(
      ['line'],
    );
  });

  it('counts waypoints from the boundary they are relative to', () => {
    const base = boundary('base', { x: 1000, y: 1000 });
    const route = {
      base: 'base' as never,
      points: [
        [-920, -100],
        [-420, -100],
      ] as const,
    }; // a plain id; the route type wants its brand
    expect(crossed([a, b, base, line(upright)], { source: 'a', target: 'b', route })).toEqual([]);
  });

  it('follows its curve when smooth', () => {
    const bow = [
      [0, 0],
      [10_000, 5000],
      [0, 10_000],
    ] as const;
    const smooth = buildModel({ elements: [line(bow, 'smooth')] });
    const [element] = smooth.elements;
    if (element === undefined) throw new Error('no boundary');
    const curve = boundaryCurve(element, absoluteBoxes(smooth.elements).get(element.id));
    expect(curve.length).toBeGreaterThan(20);
    expect([curve[0], curve.at(-1)]).toEqual([
      { x: 200, y: -100 },
      { x: 200, y: 300 },
    ]);
    expect(Math.max(...curve.map(({ x }) => x))).toBe(300);
  });
});

describe('the way of a flow', () => {
  it('runs over the centres of its ends and its waypoints', () => {
    const model = buildModel({
      elements: [
        { id: 'a', x: 0, y: 0 },
        { id: 'b', x: 400, y: 0 },
      ],
      flows: [{ id: 'f', source: 'a', target: 'b', route: { base: null, points: [[200, 200]] } }],
    });
    const [flow] = model.flows;
    if (flow === undefined) throw new Error('no flow');
    expect(flowPolyline(flow, absoluteBoxes(model.elements))).toEqual([
      { x: 80, y: 30 },
      { x: 200, y: 200 },
      { x: 480, y: 30 },
    ]);
    expect(flowPolyline(flow, new Map())).toEqual([]);
  });
});

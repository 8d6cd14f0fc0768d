import {
  collapsedInto,
  diagramId,
  type Element,
  type ElementId,
  type Flow,
  flowId,
  type Model,
  overlaps,
} from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallPack } from '../testing/small-board.ts';
import { createScene, updateScene } from './create-scene.ts';
import type { SceneElement, SceneFlow } from './items.ts';
import { distance, distanceToLine } from './polyline.ts';
import type { Scene } from './scene.ts';

const pack = smallPack();
const sceneOf = (model: Model): Scene => createScene(model, pack);
const drawn = ({ elements, flows, bounds }: Scene) => ({ elements, flows, bounds });

function flowOf(scene: Scene, id: string): SceneFlow {
  const flow = scene.flows.find((candidate) => candidate.id === id);
  if (flow === undefined) throw new Error(`no flow ${id}`);
  return flow;
}
function elementOf(scene: Scene, id: string): SceneElement {
  const element = scene.elements.find((candidate) => candidate.id === id);
  if (element === undefined) throw new Error(`no element ${id}`);
  return element;
}
const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('an empty list');
  return item;
};

/** A pod launch in small: user outside, API server and etcd in a namespace of a cluster. */
const small = buildModel({
  elements: [
    {
      id: 'cluster',
      kind: 'boundary',
      type: 'tb.cluster',
      label: 'production',
      x: 300,
      y: 0,
      width: 700,
      height: 400,
      z: 'a1',
    },
    {
      id: 'ns',
      kind: 'boundary',
      type: 'tb.namespace',
      label: 'kube-system',
      parent: 'cluster',
      x: 40,
      y: 60,
      width: 600,
      height: 300,
      z: 'a1',
    },
    { id: 'api', kind: 'process', type: 'cp.apiserver', label: 'kube-apiserver', parent: 'ns', x: 40, y: 100, z: 'a1' },
    { id: 'etcd', kind: 'store', type: 'cp.etcd', label: 'etcd', parent: 'ns', x: 400, y: 100, z: 'a2' },
    { id: 'user', kind: 'external', type: 'ext.user', label: '', x: 0, y: 160, z: 'a2' },
    { id: 'note', kind: 'note', label: 'Remember', x: 0, y: 400, z: 'a3' },
  ],
  flows: [
    { id: 'f1', source: 'user', target: 'api', order: '1', label: 'create pod', z: 'a1' },
    { id: 'f2', source: 'api', target: 'etcd', order: '2', label: 'store', direction: 'two', z: 'a2' },
    { id: 'f3', source: 'etcd', target: 'api', order: '3', label: 'watch', z: 'a3' },
    { id: 'loop', source: 'api', target: 'api', order: '4', label: 'validate', z: 'a4' },
  ],
});

describe('elements of a scene', () => {
  const scene = sceneOf(small);

  it('stand at absolute places, boundaries below by depth, everything else above', () => {
    expect(elementOf(scene, 'api').box).toEqual({ x: 380, y: 160, width: 160, height: 60 });
    expect(scene.elements.map(({ id, depth }) => [id, depth])).toEqual([
      ['cluster', 0],
      ['ns', 1],
      ['api', 2],
      ['etcd', 2],
      ['user', 0],
      ['note', 0],
    ]);
  });

  it('say their kind by shape', () => {
    const shapes = Object.fromEntries(scene.elements.map(({ id, shape }) => [id, shape]));
    expect(shapes).toEqual({ cluster: 'box', ns: 'box', api: 'pill', etcd: 'store', user: 'rectangle', note: 'note' });
  });

  it('say what they are where their name does not', () => {
    const texts = (id: string) => {
      const { title, subtitle } = elementOf(scene, id);
      return [title.lines.map((line) => line.text), subtitle?.lines.map((line) => line.text) ?? null];
    };
    expect(texts('api')).toEqual([['kube-apiserver'], ['API server']]);
    expect(texts('etcd')).toEqual([['etcd'], null]);
    expect(texts('user')).toEqual([['End user'], null]);
  });

  it('carry kind and name of a boundary on its line, in its colour', () => {
    expect(elementOf(scene, 'ns').boundary).toMatchObject({ colour: 'namespace', style: 'trust', closed: true });
    expect(elementOf(scene, 'ns').boundary?.tag?.line.text).toBe('Namespace · kube-system');
  });

  it('draw unknown types by kind', () => {
    const odd = sceneOf(
      buildModel({
        elements: [
          { id: 'a', kind: 'store', type: 'nobody.knows' },
          { id: 'b', type: 'wl.odd' },
        ],
      }),
    );
    expect(odd.elements.map((element) => element.glyph?.name)).toEqual(['store', 'process']);
  });

  it('draw a reference as what it stands for', () => {
    const scene = createScene(
      buildModel({
        diagrams: [{ id: 'd1' }, { id: 'd2', z: 'a1' }],
        elements: [
          { id: 'etcd', kind: 'store', type: 'cp.etcd', label: 'main etcd', diagram: 'd1' },
          { id: 'r', kind: 'ref', of: 'etcd', diagram: 'd2' },
        ],
      }),
      pack,
      { diagram: diagramId('d2') },
    );
    expect(scene.elements).toMatchObject([{ id: 'r', kind: 'ref', shape: 'store', label: 'main etcd' }]);
  });
});

describe('flows of a scene', () => {
  const scene = sceneOf(small);

  it('begin and end on the outlines of their elements', () => {
    const { points } = flowOf(scene, 'f1');
    const api = elementOf(scene, 'api').box;
    expect(points[0]?.x).toBe(160);
    const tip = points.at(-1) ?? { x: 0, y: 0 };
    // On the round end of the pill, not on the corner of its box.
    const centre = { x: api.x + 30, y: api.y + 30 };
    expect(distance(tip, centre)).toBeCloseTo(30, 0);
  });

  it('have a head at each end they lead to', () => {
    expect([flowOf(scene, 'f1').heads.length, flowOf(scene, 'f2').heads.length]).toEqual([1, 2]);
    expect(flowOf(scene, 'f1').heads).toMatchObject([{ angle: 0 }]);
  });

  it('are marked where they meet the boundaries they cross, and nowhere else', () => {
    expect(flowOf(scene, 'f1').marks.map(({ boundary, x }) => [boundary, x])).toEqual([
      ['cluster', 300],
      ['ns', 340],
    ]);
    expect(flowOf(scene, 'f2').marks).toEqual([]);
  });

  it('are marked before their target when they cross by membership alone', () => {
    const scene = sceneOf(
      buildModel({
        elements: [
          { id: 'b', kind: 'boundary', x: 0, y: 400 },
          { id: 'a', x: 0, y: 0 },
          { id: 'c', x: 400, y: 0, memberOf: ['b'] },
        ],
        flows: [{ id: 'f', source: 'a', target: 'c' }],
      }),
    );
    expect(flowOf(scene, 'f')).toMatchObject({ crosses: ['b'], marks: [{ boundary: 'b', y: 30 }] });
  });

  it('of one pair never touch each other', () => {
    const [a, b] = [flowOf(scene, 'f2'), flowOf(scene, 'f3')];
    for (const point of a.points) expect(distanceToLine(point, b.points)).toBeGreaterThan(10);
  });

  it('keep number and label on a plate that hides neither heads nor marks', () => {
    const { label, marks, heads } = flowOf(scene, 'f1');
    expect(label?.number?.text).toBe('1');
    expect(label?.lines.map((line) => line.text)).toEqual(['create pod']);
    const box = label?.box ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const { x, y } of [...marks, ...heads]) {
      const isInside = x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
      expect(isInside).toBe(false);
    }
  });

  it('loop at the chosen side', () => {
    const api = elementOf(scene, 'api').box;
    expect(Math.max(...flowOf(scene, 'loop').points.map(({ y }) => y))).toBeGreaterThan(api.y + api.height + 30);
    const loops = small.flows.map((flow) => (flow.id === 'loop' ? { ...flow, ports: ['left', null] as const } : flow));
    const left = flowOf(sceneOf({ ...small, flows: loops }), 'loop');
    expect(Math.min(...left.points.map(({ x }) => x))).toBeLessThan(api.x - 30);
  });

  it('go through their waypoints, which move with the boundary they belong to', () => {
    const bent: Model = {
      ...small,
      flows: small.flows.map((flow) =>
        flow.id === 'f2' ? { ...flow, route: { base: first(small.elements).id, points: [[200, 300]] as const } } : flow,
      ),
    };
    expect(first(small.elements).id).toBe('cluster');
    expect(flowOf(sceneOf(bent), 'f2').waypoints).toEqual([{ x: 500, y: 300 }]);
  });

  it('name both ways of a two-way flow', () => {
    const named = small.flows.map((flow) => (flow.id === 'f2' ? { ...flow, returnLabel: 'ack' } : flow));
    const lines = flowOf(sceneOf({ ...small, flows: named }), 'f2').label?.lines.map((line) => line.text);
    expect(lines).toEqual(['› store', '‹ ack']);
  });
});

type Edit = (model: Model) => Model;

/** One small change of a model: an element or flow moved, resized, renamed, removed, rerouted, reconnected, copied. */
function arbitraryEdit(): fc.Arbitrary<Edit> {
  const at = fc.nat(30);
  const size = fc.integer({ min: 20, max: 400 });
  const point = fc.tuple(size, size);
  const element =
    (change: (element: Element) => Element | null) =>
    (place: number): Edit =>
    (model) => {
      const chosen = model.elements[place % Math.max(1, model.elements.length)];
      const elements = model.elements.flatMap((item) => (item === chosen ? (change(item) ?? []) : [item]));
      const ids = new Set(elements.map(({ id }) => id));
      return { ...model, elements, flows: model.flows.filter((flow) => ids.has(flow.source) && ids.has(flow.target)) };
    };
  const flow =
    (change: (flow: Flow, model: Model) => readonly Flow[]) =>
    (place: number): Edit =>
    (model) => {
      const chosen = model.flows[place % Math.max(1, model.flows.length)];
      return { ...model, flows: model.flows.flatMap((item) => (item === chosen ? change(item, model) : [item])) };
    };
  return fc.oneof(
    fc.tuple(at, size).map(([place, x]) => element((item) => ({ ...item, x }))(place)),
    fc.tuple(at, size).map(([place, width]) => element((item) => ({ ...item, width }))(place)),
    at.map((place) => element((item) => ({ ...item, label: `${item.label}!`, parent: null }))(place)),
    at.map((place) => element(() => null)(place)),
    at.map((place) => flow(() => [])(place)),
    at.map((place) => flow((item) => [item, { ...item, id: flowId(`${item.id}-`), z: `${item.z}z` }])(place)),
    at.map((place) => flow((item) => [{ ...item, source: item.target, target: item.source }])(place)),
    fc
      .tuple(at, at)
      .map(([place, to]) =>
        flow((item, { elements }) => [{ ...item, target: elements[to % elements.length]?.id ?? item.target }])(place),
      ),
    fc
      .tuple(at, at, point)
      .map(([place, base, way]) =>
        flow((item, { elements }) => [
          { ...item, route: { base: elements[base % elements.length]?.id ?? null, points: [way] } },
        ])(place),
      ),
    at.map((place) => flow((item) => [{ ...item, route: null, ports: ['top', null], labelPlace: null }])(place)),
  );
}

describe('a scene of any model', () => {
  it('shows every element that nothing hides and, on lines of its own or gathered, every flow that leaves what hides it', () => {
    fc.assert(
      fc.property(arbitraryModel(), (model) => {
        const scene = sceneOf({ ...model, diagrams: [] });
        const hiddenIn = collapsedInto(model.elements);
        const placeOf = (id: ElementId): ElementId => hiddenIn.get(id) ?? id;
        expect(new Set(scene.elements.map(({ id }) => id))).toEqual(
          new Set(model.elements.filter(({ id }) => !hiddenIn.has(id)).map(({ id }) => id)),
        );
        const leaving = model.flows.filter(
          ({ source, target }) =>
            placeOf(source) !== placeOf(target) || (!hiddenIn.has(source) && !hiddenIn.has(target)),
        );
        const drawn = scene.flows.flatMap(({ id, gathers }) => (gathers.length === 0 ? [id] : gathers));
        expect([...drawn].sort()).toEqual(leaving.map(({ id }) => id).sort());
        for (const { points, bounds } of scene.flows) {
          expect(points.length).toBeGreaterThanOrEqual(2);
          for (const value of [
            ...points.flatMap(({ x, y }) => [x, y]),
            bounds.x,
            bounds.y,
            bounds.width,
            bounds.height,
          ]) {
            expect(Number.isFinite(value)).toBe(true);
          }
        }
      }),
    );
  });

  it('is the same whether drawn anew or updated step by step', () => {
    fc.assert(
      fc.property(arbitraryModel(), fc.array(arbitraryEdit(), { minLength: 1, maxLength: 8 }), (start, edits) => {
        let model: Model = { ...start, diagrams: [] };
        let scene = sceneOf(model);
        for (const edit of edits) {
          model = edit(model);
          scene = updateScene(scene, model);
          expect(drawn(scene)).toEqual(drawn(sceneOf(model)));
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('updateScene', () => {
  const scene = sceneOf(small);
  const move = (model: Model, id: string): Model => ({
    ...model,
    elements: model.elements.map((element) => (element.id === id ? { ...element, x: element.x + 30 } : element)),
  });

  it('gives the same scene for an unchanged model', () => {
    expect(updateScene(scene, small)).toBe(scene);
  });

  it('keeps every item that a move does not concern', () => {
    const moved = updateScene(scene, move(small, 'etcd'));
    const kept = scene.elements.filter((element) => moved.elements.includes(element)).map(({ id }) => id);
    expect(kept).toEqual(['cluster', 'ns', 'api', 'user', 'note']);
    expect(moved.flowById.get(flowOf(scene, 'f1').id)).toBe(flowOf(scene, 'f1'));
    expect(flowOf(moved, 'f2')).not.toBe(flowOf(scene, 'f2'));
  });

  it('draws a changed name anew and leaves the neighbours', () => {
    const renamed: Model = {
      ...small,
      elements: small.elements.map((element) => (element.id === 'note' ? { ...element, label: 'Forget' } : element)),
    };
    const after = updateScene(scene, renamed);
    expect(elementOf(after, 'note').title.lines[0]?.text).toBe('Forget');
    expect(after.flows.every((flow, at) => flow === scene.flows[at])).toBe(true);
  });

  it('redraws the marks when a crossed boundary changes its size', () => {
    const wider: Model = {
      ...small,
      elements: small.elements.map((element) => (element.id === 'ns' ? { ...element, width: 620 } : element)),
    };
    const after = updateScene(scene, wider);
    expect(flowOf(after, 'f1')).not.toBe(flowOf(scene, 'f1'));
    expect(flowOf(after, 'f2')).toBe(flowOf(scene, 'f2'));
  });

  it('keeps a crossing marked when its boundary moves to another diagram', () => {
    const [d1, d2] = [diagramId('d1'), diagramId('d2')];
    const here: Model = {
      ...buildModel({
        diagrams: [{ id: 'd1' }, { id: 'd2', z: 'a1' }],
        elements: [
          { id: 'b', kind: 'boundary', x: 350, y: -50 },
          { id: 'a', x: 0, y: 0 },
          { id: 'c', x: 400, y: 0, memberOf: ['b'] },
        ],
        flows: [{ id: 'f', source: 'a', target: 'c' }],
      }),
    };
    const gone: Model = {
      ...here,
      elements: here.elements.map((element) => (element.kind === 'boundary' ? { ...element, diagram: d2 } : element)),
    };
    const before = createScene(here, pack, { diagram: d1 });
    const after = updateScene(before, gone);
    expect(flowOf(before, 'f').marks.map(({ x }) => x)).toEqual([350]);
    expect(flowOf(after, 'f').marks.map(({ x }) => x)).toEqual([374]);
    expect(drawn(after)).toEqual(drawn(createScene(gone, pack, { diagram: d1 })));
  });
});

describe('labels of flows between one pair', () => {
  it.each([
    ['beside each other', 560, 0],
    ['above each other', 0, 420],
  ])('never lie over each other: two and three flows, elements %s', (_how, x, y) => {
    for (const count of [2, 3]) {
      const flows = Array.from({ length: count }, (_, at) => ({
        ...{ id: `f${at}`, label: ['reads', 'writes', 'watches'][at] ?? '' },
        ...(at === 2 ? { source: 'b', target: 'a' } : { source: 'a', target: 'b' }),
      }));
      const scene = sceneOf(buildModel({ elements: [{ id: 'a' }, { id: 'b', x, y }], flows }));
      const boxes = scene.flows.flatMap(({ label }) => (label === null ? [] : [label.box]));
      expect(boxes).toHaveLength(count);
      for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1)) expect(overlaps(one, other)).toBe(false);
    }
  });
});

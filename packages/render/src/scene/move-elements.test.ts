import { collapsedInto, diagramId, type Element, type Model } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallPack } from '../testing/small-board.ts';
import { createScene, updateScene } from './create-scene.ts';
import { moveElements } from './move-elements.ts';
import type { Scene } from './scene.ts';

const pack = smallPack();
const drawn = ({ elements, flows, bounds }: Scene) => ({ elements, flows, bounds });

/** Elements at other places, everything else the same objects as in every frame of a drag. */
const moved = (model: Model, moves: readonly Move[]): Model => ({
  ...model,
  elements: model.elements.map((element, at) => {
    const move = moves.find(({ place }) => place % model.elements.length === at);
    return move === undefined ? element : { ...element, ...move.to };
  }),
});

interface Move {
  readonly place: number;
  readonly to: Partial<Pick<Element, 'x' | 'y' | 'width' | 'height'>>;
}

const size = fc.integer({ min: 20, max: 600 });
const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.record({
    place: fc.nat(40),
    to: fc.oneof(fc.record({ x: size, y: size }), fc.record({ width: size, height: size }), fc.record({ x: size })),
  }),
  { minLength: 1, maxLength: 3 },
);

/** Whether places alone decide about nothing but places. */
const isPlain = (model: Model): boolean =>
  collapsedInto(model.elements).size === 0 &&
  !model.elements.some(({ kind, shape, collapsed }) => kind === 'boundary' && (shape.kind === 'line' || collapsed));

const straightened = (model: Model): Model => ({
  ...model,
  elements: model.elements.map((element) => ({
    ...element,
    collapsed: false,
    shape: element.shape.kind === 'line' ? { kind: 'box' } : element.shape,
  })),
});

describe('moveElements', () => {
  it('gives what a new scene would give, move after move, in one diagram of any model', () => {
    let taken = 0;
    fc.assert(
      fc.property(arbitraryModel(), fc.array(moves, { minLength: 1, maxLength: 6 }), (start, steps) => {
        let model = straightened(start);
        fc.pre(isPlain(model) && model.elements.length > 0);
        let scene = createScene(model, pack);
        for (const step of steps) {
          model = moved(model, step);
          const next = moveElements(scene, model);
          if (next !== null) taken += 1;
          scene = next ?? updateScene(scene, model);
          const full = createScene(model, pack);
          expect(drawn(scene)).toEqual(drawn(full));
          expect([...scene.elementById]).toEqual([...full.elementById]);
          expect([...scene.flowById]).toEqual([...full.flowById]);
          expect([...scene.state.boxes]).toEqual([...full.state.boxes]);
          expect([...scene.state.offsets]).toEqual([...full.state.offsets]);
        }
      }),
      { numRuns: 200 },
    );
    expect(taken).toBeGreaterThan(200);
  });

  it('leaves a scene from which every other change goes on', () => {
    fc.assert(
      fc.property(arbitraryModel(), moves, fc.nat(40), (start, step, place) => {
        const before = straightened(start);
        fc.pre(before.elements.length > 0);
        const after = moved(before, step);
        const renamed = {
          ...after,
          elements: after.elements.map((element, at) =>
            at === place % after.elements.length ? { ...element, label: 'other' } : element,
          ),
          flows: after.flows.slice(1),
        };
        const scene = updateScene(updateScene(createScene(before, pack), after), renamed);
        expect(drawn(scene)).toEqual(drawn(createScene(renamed, pack)));
      }),
    );
  });

  const model = buildModel({
    elements: [
      { id: 'box', kind: 'boundary', x: 0, y: 0, width: 400, height: 400 },
      { id: 'in', parent: 'box', x: 40, y: 40 },
      { id: 'a', x: 600, y: 0 },
      { id: 'b', x: 900, y: 0 },
    ],
    flows: [
      { id: 'out', source: 'in', target: 'a' },
      { id: 'far', source: 'a', target: 'b' },
    ],
  });

  it('draws again only what moved, what is inside and the flows at it', () => {
    const scene = createScene(model, pack);
    const next = moveElements(
      scene,
      moved(model, [{ place: model.elements.findIndex(({ id }) => id === 'box'), to: { x: 20, y: 10 } }]),
    );
    const kept = next?.elements.filter((element) => scene.elements.includes(element)).map(({ id }) => id);
    expect(kept).toEqual(['a', 'b']);
    expect(next?.flows.filter((flow) => scene.flows.includes(flow)).map(({ id }) => id)).toEqual(['far']);
    expect(next?.elements.find(({ id }) => id === 'in')?.box).toMatchObject({ x: 60, y: 50 });
  });

  it('leaves everything else to a whole update', () => {
    const scene = createScene(model, pack);
    const change = (to: Partial<Element>): Model => ({
      ...model,
      elements: model.elements.map((element) => (element.id === 'a' ? { ...element, ...to } : element)),
    });
    expect(moveElements(scene, change({ x: 1 }))).not.toBeNull();
    expect(moveElements(scene, change({ label: 'other' }))).toBeNull();
    expect(moveElements(scene, change({ diagram: diagramId('d') }))).toBeNull();
    expect(moveElements(scene, { ...model, flows: [...model.flows] })).toBeNull();
    expect(moveElements(scene, { ...model, elements: model.elements.slice(1) })).toBeNull();
  });
});

import { overlaps } from '@strideboard/model';
import { arbitraryModel, buildModel } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallPack } from '../testing/small-board.ts';
import { createScene } from './create-scene.ts';
import { createSpatialGrid } from './spatial-grid.ts';

const pack = smallPack();
const model = buildModel({
  elements: [
    { id: 'outer', kind: 'boundary', x: 0, y: 0, width: 900, height: 500 },
    { id: 'inner', kind: 'boundary', parent: 'outer', x: 50, y: 50, width: 500, height: 300 },
    { id: 'a', parent: 'inner', x: 20, y: 100 },
    { id: 'b', parent: 'outer', x: 650, y: 150 },
    {
      id: 'line',
      kind: 'boundary',
      x: 1000,
      y: 0,
      width: 100,
      height: 400,
      shape: {
        kind: 'line',
        points: [
          [0, 0],
          [10_000, 10_000],
        ],
        curve: 'straight',
      },
    },
  ],
  flows: [{ id: 'f', source: 'a', target: 'b' }],
});
const grid = createSpatialGrid(createScene(model, pack));
const hit = (x: number, y: number, tolerance?: number): string | null => grid.hitTest({ x, y }, tolerance)?.id ?? null;

describe('hitTest', () => {
  it('finds the innermost thing at a point', () => {
    expect(hit(100, 180)).toBe('a');
    expect(hit(300, 300)).toBe('inner');
    expect(hit(700, 400)).toBe('outer');
    expect(hit(950, 450)).toBe(null);
  });

  it('finds a flow within the tolerance, before the boundary around it', () => {
    expect(hit(400, 186)).toBe('f');
    expect(hit(400, 189)).toBe('inner');
    expect(hit(400, 189, 10)).toBe('f');
  });

  it('finds a line boundary on its line only', () => {
    expect(hit(1050, 200)).toBe('line');
    expect(hit(1090, 100)).toBe(null);
  });

  it('finds a boundary by its name, which stands half outside', () => {
    const named = buildModel({ elements: [{ id: 'n', kind: 'boundary', label: 'name', width: 300 }] });
    const scene = createScene(named, pack);
    const tag = scene.elements[0]?.boundary?.tag?.box ?? { x: 0, y: 0 };
    expect(createSpatialGrid(scene).hitTest({ x: tag.x + 2, y: tag.y + 1 }, 0)?.id).toBe('n');
  });
});

describe('query', () => {
  it('gives what touches the box, in painting order', () => {
    expect(grid.query({ x: 60, y: 140, width: 50, height: 40 }).map(({ id }) => id)).toEqual(['outer', 'inner', 'a']);
    expect(grid.query({ x: 5_000, y: 5_000, width: 9, height: 9 })).toEqual([]);
  });

  it('misses nothing, near or far, whatever the model', () => {
    const box = fc.record({
      x: fc.integer({ min: -6_000, max: 6_000 }),
      y: fc.integer({ min: -6_000, max: 6_000 }),
      width: fc.integer({ min: 1, max: 9_000 }),
      height: fc.integer({ min: 1, max: 9_000 }),
    });
    fc.assert(
      fc.property(arbitraryModel(), box, (any, around) => {
        const scene = createScene(any, pack);
        const found = new Set(
          createSpatialGrid(scene)
            .query(around)
            .map(({ id }) => id),
        );
        for (const element of scene.elements) if (overlaps(element.box, around)) expect(found).toContain(element.id);
        for (const flow of scene.flows) {
          if (flow.points.some((point) => overlaps({ ...point, width: 0, height: 0 }, around)))
            expect(found).toContain(flow.id);
        }
      }),
    );
  });
});

describe('holdsMoreThan', () => {
  it('counts what a query would give', () => {
    fc.assert(
      fc.property(arbitraryModel(), fc.integer({ min: 100, max: 9_000 }), (any, width) => {
        const tested = createSpatialGrid(createScene(any, pack));
        const box = { x: -width / 2, y: -width / 2, width, height: width };
        const count = tested.query(box).length;
        expect(tested.holdsMoreThan(box, count)).toBe(false);
        if (count > 0) expect(tested.holdsMoreThan(box, count - 1)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

describe('update', () => {
  it('keeps the painting order when only places change, and takes over a new one', () => {
    const [first, second] = [
      { id: 'a', x: 0, y: 0 },
      { id: 'b', x: 40, y: 0 },
    ];
    const updated = createSpatialGrid(createScene(buildModel({ elements: [first, second] }), pack));
    const here = { x: 45, y: 5, width: 20, height: 20 };
    const order = (): readonly string[] => updated.query(here).map(({ id }) => id);
    expect(order()).toEqual(['a', 'b']);
    updated.update(createScene(buildModel({ elements: [{ ...first, x: 10 }, second] }), pack));
    expect(order()).toEqual(['a', 'b']);
    const moved = buildModel({ elements: [{ ...first, x: 10 }, second] });
    updated.update(createScene({ ...moved, elements: moved.elements.toReversed() }, pack));
    expect(order()).toEqual(['b', 'a']);
  });

  it('gives the same answers as a new grid', () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (before, after) => {
        const updated = createSpatialGrid(createScene(before, pack));
        const scene = createScene(after, pack);
        updated.update(scene);
        const everywhere = { x: -1e5, y: -1e5, width: 2e5, height: 2e5 };
        const here = { x: -300, y: -300, width: 600, height: 600 };
        for (const box of [everywhere, here]) {
          expect(updated.query(box)).toEqual(createSpatialGrid(scene).query(box));
        }
      }),
      { numRuns: 50 },
    );
  });
});

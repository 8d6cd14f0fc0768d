import { encloses } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { board } from '@strideboard/kubernetes/board';
import { createScene, updateScene } from '@strideboard/render';
import { buildModel } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { changedBoxes } from './changed-boxes.ts';

const NONE: ReadonlySet<string> = new Set();
const [a, b, c] = [
  { id: 'a', x: 0, y: 0 },
  { id: 'b', x: 400, y: 0 },
  { id: 'c', x: 5_000, y: 5_000 },
];
const flows = [{ id: 'f', source: 'a', target: 'b' }];
const model = buildModel({ elements: [a, b, c], flows });
const first = createScene(model, createPackIndex(board));
const picture = (scene: typeof first, left: ReadonlySet<string> = NONE) => ({
  ...{ scene, left, selected: NONE, marks: new Map<string, unknown>() },
});
const moved = updateScene(first, {
  ...model,
  elements: model.elements.map((element) => (element.id === 'b' ? { ...element, y: 300 } : element)),
});

describe('where two pictures differ', () => {
  it('is nowhere when nothing changed', () => {
    expect(changedBoxes(picture(first), picture(first))).toEqual([]);
    expect(changedBoxes(picture(first), picture({ ...first }))).toEqual([]);
  });

  it('is at the old and the new place of what moved and of its flows, and at nothing else', () => {
    const boxes = changedBoxes(picture(first), picture(moved));
    for (const scene of [first, moved]) {
      const places = [scene.elements.find(({ id }) => id === 'b')?.box, scene.flows[0]?.bounds];
      for (const place of places) expect(boxes.some((box) => place !== undefined && encloses(box, place))).toBe(true);
    }
    for (const box of boxes) expect(box.x + box.width).toBeLessThan(1_000);
  });

  it('does not count what both leave out, and counts what only one does', () => {
    const left = new Set(['b', 'f']);
    expect(changedBoxes(picture(first, left), picture(moved, left))).toEqual([]);
    expect(changedBoxes(picture(first), picture(first, left))).toHaveLength(2);
    expect(changedBoxes(picture(first, left), picture(first))).toHaveLength(2);
  });

  it('is at what has rings in only one of them, and at rings of another person', () => {
    const one = { ...picture(first), selected: new Set(['a', 'b']), marks: new Map([['f', 'Ana']]) };
    const other = { ...picture(first), selected: new Set(['b']), marks: new Map([['f', 'Bob']]) };
    expect(changedBoxes(one, one)).toEqual([]);
    expect(changedBoxes(one, other)).toEqual([
      first.elements.find(({ id }) => id === 'a')?.box,
      first.flows[0]?.bounds,
    ]);
    expect(changedBoxes(picture(first), other)).toHaveLength(2);
  });

  it('is at what came and what went', () => {
    const less = updateScene(first, { ...model, elements: model.elements.filter(({ id }) => id !== 'c') });
    const gone = first.elements.find(({ id }) => id === 'c')?.box;
    expect(changedBoxes(picture(first), picture(less))).toEqual([gone]);
    expect(changedBoxes(picture(less), picture(first))).toEqual([gone]);
  });

  it('is at what is painted in another order', () => {
    const turned = createScene({ ...model, elements: model.elements.toReversed() }, createPackIndex(board));
    expect(changedBoxes(picture(first), picture(turned)).length).toBeGreaterThan(0);
  });
});

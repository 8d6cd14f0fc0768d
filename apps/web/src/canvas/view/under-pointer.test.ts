import { type Element, elementId, type Flow, flowId } from '@strideboard/model';
import { board } from '@strideboard/kubernetes/board';
import { createPackIndex } from '@strideboard/packs';
import { createScene, createSpatialGrid } from '@strideboard/render';
import { describe, expect, it } from 'vitest';
import { caughtBy } from '../gestures/marquee.ts';
import { elementUnder, isOnFrame, itemUnder } from './under-pointer.ts';

const common = {
  type: '',
  label: '',
  parent: null,
  z: 'a0',
  memberOf: [],
  properties: {},
  evidence: {},
  outOfScope: null,
  shape: { kind: 'box' },
  style: 'trust',
  lock: null,
  collapsed: false,
  importedFrom: null,
  diagram: null,
  of: null,
  created: null,
  notes: '',
} as const;
const element = (id: string, given: Partial<Element>): Element => ({
  ...common,
  id: elementId(id),
  kind: 'process',
  x: 0,
  y: 0,
  width: 160,
  height: 60,
  ...given,
});
const outer = element('outer', { kind: 'boundary', type: 'tb.cluster', label: 'prod', width: 1_000, height: 600 });
const inner = element('inner', { kind: 'boundary', parent: outer.id, x: 50, y: 50, width: 400, height: 300 });
const a = element('a', { parent: inner.id, x: 40, y: 100 });
const b = element('b', { parent: outer.id, x: 700, y: 150 });
const flow: Flow = {
  ...common,
  id: flowId('f'),
  source: a.id,
  target: b.id,
  direction: 'one',
  returnLabel: '',
  order: '',
  route: null,
  ports: [null, null],
  labelPlace: null,
};
const scene = createScene({ elements: [outer, inner, a, b], flows: [flow], diagrams: [] }, createPackIndex(board));
const grid = createSpatialGrid(scene);

describe('itemUnder', () => {
  it('takes the innermost: element before flow before boundary', () => {
    expect(itemUnder(grid, { x: 100, y: 170 }, 1)?.id).toBe('a');
    expect(itemUnder(grid, { x: 500, y: 181 }, 1)?.id).toBe('f');
    expect(itemUnder(grid, { x: 200, y: 300 }, 1)?.id).toBe('inner');
    expect(itemUnder(grid, { x: 800, y: 500 }, 1)?.id).toBe('outer');
    expect(itemUnder(grid, { x: 2_000, y: 500 }, 1)).toBeNull();
  });

  it('reaches for lines by distance on screen, not on the canvas', () => {
    const near = { x: 500, y: 180 + 15 };
    expect(itemUnder(grid, near, 1)?.id).toBe('outer');
    expect(itemUnder(grid, near, 0.5)?.id).toBe('f');
  });
});

describe('elementUnder', () => {
  it('sees no boundaries and no flows', () => {
    expect(elementUnder(grid, { x: 100, y: 170 })?.id).toBe('a');
    expect(elementUnder(grid, { x: 500, y: 181 })).toBeNull();
  });
});

describe('isOnFrame', () => {
  it('takes a boundary by its frame and its name, not by its inside', () => {
    const frame = scene.elementById.get(outer.id)!;
    const tag = frame.boundary!.tag!.box;
    expect(isOnFrame(frame, { x: 0, y: 300 }, 1)).toBe(true);
    expect(isOnFrame(frame, { x: tag.x + tag.width / 2, y: tag.y + tag.height / 2 }, 1)).toBe(true);
    expect(isOnFrame(frame, { x: 500, y: 400 }, 1)).toBe(false);
  });
});

describe('caughtBy', () => {
  it('catches elements it touches, but boundaries and flows only when they are wholly inside', () => {
    expect(caughtBy({ x: 60, y: 120, width: 60, height: 60 }, scene)).toEqual(['a']);
    expect([...caughtBy({ x: -50, y: -50, width: 1_200, height: 800 }, scene)].sort()).toEqual([
      'a',
      'b',
      'f',
      'inner',
      'outer',
    ]);
  });
});

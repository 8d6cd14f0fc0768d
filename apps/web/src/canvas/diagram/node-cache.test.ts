import { type Box, elementId } from '@strideboard/model';
import type { SceneElement } from '@strideboard/render';
import { describe, expect, it } from 'vitest';
import { createNodeCache, type NodeStates } from './node-cache.ts';

const box: Box = { x: 10, y: 20, width: 160, height: 60 };
const element = (id: string, given: Partial<SceneElement> = {}): SceneElement =>
  ({ id: elementId(id), box, zIndex: 3, boundary: null, ...given }) as unknown as SceneElement; // only these parts are looked at
const states = (given: Partial<NodeStates> = {}): NodeStates => ({
  selected: new Set(),
  lifted: new Set(),
  marks: new Map(),
  focus: null,
  lit: null,
  edited: null,
  left: null,
  ...given,
});

describe('createNodeCache', () => {
  it('keeps the object of every node that did not change', () => {
    const cache = createNodeCache();
    const [a, b] = [element('a'), element('b')];
    const first = cache.nodes([a, b], states());
    const second = cache.nodes([a, { ...b, box: { ...box, x: 50 } }], states());
    expect(second[0]).toBe(first[0]);
    expect(second[1]).not.toBe(first[1]);
    expect(second[1]?.element.box.x).toBe(50);
    const third = cache.nodes([a, b], states({ selected: new Set(['a']) }));
    expect(third[0]?.selected).toBe(true);
  });
});

import { absoluteBoxes, type Element, elementId, EMPTY_MODEL, type Model } from '@strideboard/model';
import { describe, expect, it } from 'vitest';
import type { Peer } from './peers.ts';
import { offsetsOf, withOffsets, withPending, withResize } from './scene-overlay.ts';

const element = (id: string, given: Partial<Element> = {}): Element => ({
  id: elementId(id),
  kind: 'process',
  type: '',
  label: id,
  parent: null,
  x: 0,
  y: 0,
  width: 160,
  height: 60,
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
  ...given,
});
const boundary = element('b', { kind: 'boundary', x: 100, y: 100, width: 400, height: 300 });
const child = element('c', { parent: boundary.id, x: 20, y: 30 });
const other = element('o', { x: 900 });
const model: Model = { ...EMPTY_MODEL, elements: [boundary, child, other] };

const peer = (drag: { ids: string[]; dx: number; dy: number } | null): Peer =>
  ({ client: 7, principal: 'p', name: 'Bo', colour: '#0f766e', presence: { drag } }) as unknown as Peer; // only the drag is read here

describe('withOffsets', () => {
  it('moves what is dragged with its content and leaves the rest untouched', () => {
    const shown = withOffsets(model, new Map([[boundary.id, { dx: 50, dy: -10 }]]));
    const boxes = absoluteBoxes(shown.elements);
    expect(boxes.get(boundary.id)).toMatchObject({ x: 150, y: 90 });
    expect(boxes.get(child.id)).toMatchObject({ x: 170, y: 120 });
    expect(shown.elements[2]).toBe(other);
  });

  it('is the model itself when nothing moves', () => {
    expect(withOffsets(model, new Map())).toBe(model);
    expect(withOffsets(model, new Map([[child.id, { dx: 0, dy: 0 }]]))).toBe(model);
  });
});

describe('offsetsOf', () => {
  it('shows the drag of another person until the drop arrives', () => {
    const peers = [peer({ ids: ['c'], dx: 40, dy: 0 })];
    const first = offsetsOf({ own: null, peers, elements: model.elements, starts: new Map() });
    expect(first.offsets.get(child.id)).toEqual({ dx: 40, dy: 0 });
    const dropped = [boundary, { ...child, x: 60 }, other];
    const second = offsetsOf({ own: null, peers, elements: dropped, starts: first.starts });
    expect(second.offsets.size).toBe(0);
    const third = offsetsOf({ own: null, peers: [peer(null)], elements: dropped, starts: second.starts });
    expect(third.starts.size).toBe(0);
  });

  it('keeps showing a drag while the dragged element is renamed', () => {
    const peers = [peer({ ids: ['c'], dx: 40, dy: 0 })];
    const { starts } = offsetsOf({ own: null, peers, elements: model.elements, starts: new Map() });
    const renamed = [boundary, { ...child, label: 'new' }, other];
    expect(offsetsOf({ own: null, peers, elements: renamed, starts }).offsets.size).toBe(1);
  });

  it('lets my own drag win', () => {
    const own = { ids: [child.id], dx: 5, dy: 5, target: null };
    const peers = [peer({ ids: ['c', 'gone'], dx: 40, dy: 0 })];
    const { offsets } = offsetsOf({ own, peers, elements: model.elements, starts: new Map() });
    expect([...offsets]).toEqual([[child.id, { dx: 5, dy: 5 }]]);
  });
});

describe('withResize', () => {
  it('leaves the content where it is on the canvas', () => {
    const shown = withResize(model, { id: boundary.id, box: { x: 50, y: 80, width: 500, height: 320 } });
    const boxes = absoluteBoxes(shown.elements);
    expect(boxes.get(boundary.id)).toEqual({ x: 50, y: 80, width: 500, height: 320 });
    expect(boxes.get(child.id)).toEqual(absoluteBoxes(model.elements).get(child.id));
  });
});

describe('withPending', () => {
  it('shows elements on their way to the places of a layout, and leaves the rest alone', () => {
    const boxes = new Map([[child.id, { x: 7, y: 8, width: 160, height: 60 }]]);
    const shown = withPending(model, { layout: { boxes, straight: new Set() } });
    expect(shown.elements.find(({ id }) => id === child.id)).toMatchObject({ x: 7, y: 8 });
    expect(shown.elements.filter(({ id }) => id !== child.id)).toEqual(
      model.elements.filter(({ id }) => id !== child.id),
    );
  });
});

/**
 * A layout takes a moment, and others go on drawing meanwhile. What they moved, resized, bent or deleted since it began stays as they have it;
 * the rest takes its place relative to where its boundary now is.
 */
import type { ArrangeArguments, ArrangedWay } from '@strideboard/document';
import type { Layout } from '@strideboard/layout';
import type { Box, CanvasPoint, Element, ElementId, Flow, FlowId, Model } from '@strideboard/model';

type Drawn = Pick<Model, 'elements' | 'flows'>;

/** A layout as it may be applied now. */
export interface FittedLayout {
  /** Relative to the parent's top-left corner, only what changes. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
  readonly ways: ReadonlyMap<FlowId, ArrangedWay>;
  readonly command: ArrangeArguments;
}

/** Fits the layout of the board `before` to the board as it is `now`. */
export function fitLayout(layout: Layout, before: Drawn, now: Drawn): FittedLayout {
  const old = new Map(before.elements.map((element) => [element.id, element]));
  const boxes = new Map<ElementId, Box>();
  const corners = new Map<ElementId, CanvasPoint>();
  const wished = new Map<ElementId, CanvasPoint>();
  const positions = new Map<ElementId, CanvasPoint>();
  const sizes = new Map<ElementId, Pick<Box, 'width' | 'height'>>();
  const at = (places: ReadonlyMap<ElementId, CanvasPoint>, parent: ElementId | null, { x, y }: CanvasPoint) => {
    const origin = parent === null ? undefined : places.get(parent);
    return { x: x + (origin?.x ?? 0), y: y + (origin?.y ?? 0) };
  };
  for (const element of before.elements)
    wished.set(element.id, at(wished, element.parent, layout.boxes.get(element.id) ?? element));
  for (const element of now.elements) {
    const was = old.get(element.id);
    const wish = layout.boxes.get(element.id);
    const box = wish !== undefined && was !== undefined && isSameBox(was, element) ? wish : null;
    const corner = at(corners, element.parent, box ?? element);
    corners.set(element.id, corner);
    if (box === null) continue;
    boxes.set(element.id, box);
    positions.set(element.id, corner);
    if (box.width !== element.width || box.height !== element.height)
      sizes.set(element.id, { width: box.width, height: box.height });
  }
  const flowsBefore = new Map(before.flows.map((flow) => [flow.id, flow]));
  const ways = new Map<FlowId, ArrangedWay>();
  for (const flow of now.flows) {
    const way = layout.ways.get(flow.id);
    const was = flowsBefore.get(flow.id);
    if (way === undefined || was === undefined || !isSameWay(was, flow)) continue;
    const shift = commonShift(flow, wished, corners);
    const points = shift === null ? [] : way.points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
    ways.set(flow.id, { points, labelPlace: shift === null ? null : way.labelPlace });
  }
  return { boxes, ways, command: { positions, sizes, ways } };
}

const isSameBox = (a: Element, b: Element): boolean =>
  a.parent === b.parent && a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

const isSameWay = (a: Flow, b: Flow): boolean =>
  JSON.stringify([a.source, a.target, a.route, a.labelPlace]) ===
  JSON.stringify([b.source, b.target, b.route, b.labelPlace]);

/** How far both ends are from where the layout wanted them; `null` when they are not so together. */
function commonShift(
  { source, target }: Flow,
  wished: ReadonlyMap<ElementId, CanvasPoint>,
  corners: ReadonlyMap<ElementId, CanvasPoint>,
): CanvasPoint | null {
  const [from, to] = [source, target].map((id) => {
    const [wish, corner] = [wished.get(id), corners.get(id)];
    return wish === undefined || corner === undefined ? null : { x: corner.x - wish.x, y: corner.y - wish.y };
  });
  return from == null || to == null || from.x !== to.x || from.y !== to.y ? null : from;
}

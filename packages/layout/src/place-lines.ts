/** Line boundaries have no inside, so no layout moves them along; they are put where they are crossed by the flows that crossed them before. */

import {
  absoluteBoxes,
  type Box,
  centreOf,
  type Element,
  type ElementId,
  findCrossings,
  type Flow,
  type FlowId,
  unionOf,
} from '@strideboard/model';
import type { Board } from './board.ts';

/** What placing lines needs. */
export interface PlaceLines {
  readonly board: Board;
  /** The elements at their new places. */
  readonly elements: readonly Element[];
  readonly inScope: ReadonlySet<ElementId>;
  /** Whether everything was laid out, lines that nothing crosses included. */
  readonly isWhole: boolean;
}

const isLine = ({ kind, shape }: Element): boolean => kind === 'boundary' && shape.kind === 'line';
/** How far a line reaches beyond the flows it cuts, px. */
const BEYOND = 60;

/** Two lines on one place count for less than a flow that no longer crosses. */
const SHARED_PLACE = 0.5;

/** Whether the middles of two lines are so near that they run into each other. */
function isAcross(a: Box, b: Box): boolean {
  const [first, second] = [centreOf(a), centreOf(b)];
  const reach = (Math.min(a.width, a.height) + Math.min(b.width, b.height)) / 2;
  return Math.abs(first.x - second.x) < reach && Math.abs(first.y - second.y) < reach;
}

/** New boxes of lines, relative to the parent's top-left corner. */
export function placeLines({ board, elements, inScope, isWhole }: PlaceLines): ReadonlyMap<ElementId, Box> {
  const placed = new Map<ElementId, Box>();
  const lines = board.elements.filter((element) => isLine(element) && !board.isFixed(element.id));
  if (lines.length === 0) return placed;
  const straight = board.flows.map((flow): Flow => ({ ...flow, route: null }));
  const before = findCrossings({ elements: board.elements, flows: board.flows });
  const boxes = absoluteBoxes(elements);
  const frame = unionOf(board.children(null).map(({ id }) => board.box(id)));
  const newFrame = unionOf(board.children(null).map(({ id }) => boxes.get(id) ?? board.box(id)));
  const taken: Box[] = [];
  for (const line of lines) {
    const crossing = straight.filter(({ id }) => before.get(id)?.includes(line.id));
    const isConcerned = isWhole || crossing.some(({ source, target }) => inScope.has(source) || inScope.has(target));
    if (!isConcerned) continue;
    const candidates =
      crossing.length > 0 ? acrossFlows(line, crossing, boxes) : [sameShare(board.box(line.id), frame, newFrame)];
    const origin = line.parent === null ? { x: 0, y: 0 } : (boxes.get(line.parent) ?? { x: 0, y: 0 });
    const wanted = new Set(crossing.map(({ id }) => id));
    let best: { readonly box: Box; readonly wrong: number } | null = null;
    for (const box of candidates) {
      const relative = rounded({ ...box, x: box.x - origin.x, y: box.y - origin.y });
      const isOnAnother = taken.some((other) => isAcross(other, box));
      const wrong = differences(line, relative, elements, straight, wanted) + (isOnAnother ? SHARED_PLACE : 0);
      if (best === null || wrong < best.wrong) best = { box: relative, wrong };
    }
    if (best === null) continue;
    placed.set(line.id, best.box);
    taken.push({ ...best.box, x: best.box.x + origin.x, y: best.box.y + origin.y });
  }
  return placed;
}

/** Boxes for a line that cuts the flows near their middles, in the line's own direction. */
function acrossFlows(line: Element, flows: readonly Flow[], boxes: ReadonlyMap<ElementId, Box>): readonly Box[] {
  const ends = flows.flatMap(({ source, target }) => {
    const [a, b] = [boxes.get(source), boxes.get(target)];
    return a === undefined || b === undefined ? [] : [[centreOf(a), centreOf(b)] as const];
  });
  return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].flatMap((share) => {
    const points = ends.map(([a, b]) => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }));
    const span = unionOf(points.map((point) => ({ ...point, width: 0, height: 0 })));
    if (span === null) return [];
    const middle = centreOf(span);
    const isUpright = line.height >= line.width;
    const upright = (): Box => {
      const height = Math.max(line.height, span.height + 2 * BEYOND);
      return { x: middle.x - line.width / 2, y: middle.y - height / 2, width: line.width, height };
    };
    const lying = (): Box => {
      const width = Math.max(line.width, span.width + 2 * BEYOND);
      return { x: middle.x - width / 2, y: middle.y - line.height / 2, width, height: line.height };
    };
    return [
      isUpright ? upright() : lying(),
      {
        ...middle,
        x: middle.x - line.width / 2,
        y: middle.y - line.height / 2,
        width: line.width,
        height: line.height,
      },
    ];
  });
}

/** The same share of the new frame as it had of the old one. */
function sameShare(box: Box, frame: Box | null, newFrame: Box | null): Box {
  if (frame === null || newFrame === null) return box;
  const share = (at: number, start: number, length: number): number => (length === 0 ? 0.5 : (at - start) / length);
  const middle = centreOf(box);
  return {
    ...box,
    x: newFrame.x + share(middle.x, frame.x, frame.width) * newFrame.width - box.width / 2,
    y: newFrame.y + share(middle.y, frame.y, frame.height) * newFrame.height - box.height / 2,
  };
}

const rounded = ({ x, y, width, height }: Box): Box => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
});

/** How many flows cross the line that did not before, or no longer do. */
function differences(
  line: Element,
  box: Box,
  elements: readonly Element[],
  flows: readonly Flow[],
  wanted: ReadonlySet<FlowId>,
): number {
  const shown = elements.map((element) => (element.id === line.id ? { ...element, ...box } : element));
  const others = shown.filter((element) => element.id === line.id || !isLine(element));
  const crossings = findCrossings({ elements: others, flows });
  return flows.filter(({ id }) => (crossings.get(id)?.includes(line.id) ?? false) !== wanted.has(id)).length;
}

/**
 * Which way each flow is drawn after its ends were placed. The way the board draws by itself is the calmest and is kept wherever it runs
 * through nothing; where it would run through something, the bends that the engine found are taken if they are better. Labels slide along
 * their flow where they would hide something.
 */

import {
  absoluteBoxes,
  type Box,
  type CanvasPoint,
  type Element,
  type ElementId,
  type Flow,
  type FlowId,
  type LabelPlace,
} from '@strideboard/model';
import type { Board } from './board.ts';
import type { FoundWay } from './found-way.ts';
import { createHindrances } from './hindrances.ts';

/** How a flow shall be drawn. */
export interface LaidWay {
  /** Waypoints, canvas px; none for the straight way. */
  readonly points: readonly CanvasPoint[];
  readonly labelPlace: LabelPlace | null;
}

/** A flow as it would be drawn, canvas px. */
export interface DrawnFlow {
  readonly points: readonly CanvasPoint[];
  readonly label: Box | null;
}

/** Draws flows over elements. */
export type DrawFlows = (elements: readonly Element[], flows: readonly Flow[]) => ReadonlyMap<FlowId, DrawnFlow>;

/** What choosing needs. */
export interface ChooseWays {
  readonly board: Board;
  /** The elements at their new places. */
  readonly placed: readonly Element[];
  readonly inScope: ReadonlySet<ElementId>;
  readonly found: ReadonlyMap<FlowId, FoundWay>;
  readonly draw: DrawFlows;
}

/** Places along a flow where its label may stand, in thousandths, the best first. */
const LABEL_PLACES = [500, 420, 580, 340, 660, 260, 740];

/** Ways of all flows with an end in scope. */
export function chooseWays({ board, placed, inScope, found, draw }: ChooseWays): ReadonlyMap<FlowId, LaidWay> {
  const boxes = absoluteBoxes(placed);
  const concerned = board.flows.filter(({ source, target }) => inScope.has(source) || inScope.has(target));
  const base = (flow: Flow): Flow['route'] => ({ base: null, points: bendsOf(flow.id).map(({ x, y }) => [x, y]) });
  const bends = new Map<FlowId, readonly CanvasPoint[]>();
  const bendsOf = (id: FlowId): readonly CanvasPoint[] => bends.get(id) ?? [];
  const labels = new Map<FlowId, LabelPlace>();
  const drawNow = (): ReadonlyMap<FlowId, DrawnFlow> =>
    draw(
      placed,
      board.flows.map((flow): Flow => {
        if (!inScope.has(flow.source) && !inScope.has(flow.target)) return flow;
        const ports = flow.source === flow.target ? flow.ports : ([null, null] as const);
        const route = bendsOf(flow.id).length === 0 ? null : base(flow);
        return { ...flow, ports, route, labelPlace: labels.get(flow.id) ?? null };
      }),
    );
  const hindrances = createHindrances(board, placed, boxes);

  const plain = drawNow();
  const blocked = concerned.filter((flow) => hindrances.along(flow, plain.get(flow.id)?.points ?? []) > 0);
  for (const flow of blocked)
    bends.set(flow.id, shiftedBends(found.get(flow.id), boxes.get(flow.source), boxes.get(flow.target)));
  const bent = blocked.length === 0 ? plain : drawNow();
  for (const flow of blocked) {
    const [before, after] = [plain.get(flow.id)?.points ?? [], bent.get(flow.id)?.points ?? []];
    if (hindrances.along(flow, after) >= hindrances.along(flow, before)) bends.delete(flow.id);
  }

  const drawn = blocked.length === 0 ? plain : drawNow();
  const taken: Box[] = board.flows.flatMap((flow) => {
    const label = drawn.get(flow.id)?.label ?? null;
    return label === null || concerned.includes(flow) ? [] : [label];
  });
  for (const flow of concerned) {
    const { points = [], label = null } = drawn.get(flow.id) ?? {};
    if (label === null) continue;
    const place =
      hindrances.under(label, taken) === 0 ? null : freePlace(points, label, (box) => hindrances.under(box, taken));
    if (place !== null) labels.set(flow.id, place.place);
    taken.push(place?.box ?? label);
  }
  return new Map(
    concerned.flatMap((flow): [FlowId, LaidWay][] =>
      drawn.has(flow.id) ? [[flow.id, { points: bendsOf(flow.id), labelPlace: labels.get(flow.id) ?? null }]] : [],
    ),
  );
}

/** The bends where the ends are now; none when the ends were not moved together. */
function shiftedBends(
  way: FoundWay | undefined,
  source: Box | undefined,
  target: Box | undefined,
): readonly CanvasPoint[] {
  if (way === undefined || source === undefined || target === undefined) return [];
  const [dx, dy] = [source.x - way.ends[0].x, source.y - way.ends[0].y];
  if (Math.abs(target.x - way.ends[1].x - dx) > 2 || Math.abs(target.y - way.ends[1].y - dy) > 2) return [];
  return way.bends.map(({ x, y }) => ({ x: x + dx, y: y + dy }));
}

interface ChosenPlace {
  readonly place: LabelPlace;
  readonly box: Box;
}

/** The place on the line where the label hides least; `null` when nowhere is better than where it stands. */
function freePlace(points: readonly CanvasPoint[], label: Box, hidden: (box: Box) => number): ChosenPlace | null {
  let best: ChosenPlace | null = null;
  let least = hidden(label);
  for (const along of LABEL_PLACES) {
    const { point, isSideways } = pointAt(points, along / 1_000);
    const beside = isSideways ? { dx: 0, dy: label.height / 2 + 6 } : { dx: label.width / 2 + 7, dy: 0 };
    for (const side of [0, -1, 1]) {
      const [dx, dy] = [Math.round(beside.dx * side), Math.round(beside.dy * side)];
      const box = { ...label, x: point.x + dx - label.width / 2, y: point.y + dy - label.height / 2 };
      const count = hidden(box);
      if (count >= least) continue;
      least = count;
      best = { place: { along, dx, dy }, box };
    }
  }
  return best;
}

/** The point at a share of the length of a line, and whether the line runs more sideways than upright there. */
function pointAt(
  points: readonly CanvasPoint[],
  share: number,
): { readonly point: CanvasPoint; readonly isSideways: boolean } {
  const lengths = points
    .slice(1)
    .map((point, at) => Math.hypot(point.x - (points[at]?.x ?? 0), point.y - (points[at]?.y ?? 0)));
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  for (const [at, length] of lengths.entries()) {
    const [a, b] = [points[at], points[at + 1]];
    if (a === undefined || b === undefined || (left > length && at < lengths.length - 1)) {
      left -= length;
      continue;
    }
    const part = length === 0 ? 0 : Math.min(1, left / length);
    return {
      point: { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part },
      isSideways: Math.abs(b.x - a.x) >= Math.abs(b.y - a.y),
    };
  }
  return { point: points[0] ?? { x: 0, y: 0 }, isSideways: true };
}

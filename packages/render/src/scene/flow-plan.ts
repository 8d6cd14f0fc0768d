/** Plans for flows: which sides they use and where on them they would like to end; then the places all ends on a side agree on. */

import {
  type Box,
  centreOf,
  compareText,
  type CanvasPoint,
  type ElementId,
  type Flow,
  type FlowId,
  routePoints,
  type Side,
} from '@strideboard/model';
import type { SceneElement } from './items.ts';
import { halfRange, isUpright, sharedLength, sidesOf, wishOnSide } from './sides.ts';
import { spread } from './spread.ts';

/** What one flow wishes for, before it meets the others. Arrays hold source, then target. */
export interface FlowPlan {
  readonly flow: Flow;
  /** See {@link laneKey}. */
  readonly laneKey: string | null;
  readonly sides: readonly [Side, Side];
  /** Wished offsets from the middle of the sides, px. */
  readonly wishes: readonly [number, number];
  /** Where the flow comes from, along each side: the order of equal wishes. */
  readonly origins: readonly [number, number];
  readonly waypoints: readonly CanvasPoint[];
  readonly lane: number;
  readonly lanes: number;
  /** Distance between the flows of its pair, px. */
  readonly laneGap: number;
}

/** Least distance between two flow ends on one side where there is room, px. */
const END_GAP = 18;
/** Distance between flows of one pair where there is room, px. */
const LANE_GAP = 26;
/** Distance between both ends of a self-loop, px. */
const LOOP_WIDTH = 32;

/** Flows between one pair of elements share a key, whatever their direction; a flow with waypoints goes its own way and has none. */
export const laneKey = (flow: Flow): string | null => {
  if (flow.route !== null && flow.route.points.length > 0) return null;
  return flow.source < flow.target ? `${flow.source}|${flow.target}` : `${flow.target}|${flow.source}`;
};

/** The order of flows in a model. */
export const byFlowOrder = (a: Flow, b: Flow): number => compareText(a.z, b.z) || compareText(a.id, b.id);

/** Plans one flow; `lanes` are all flows of its pair in order. Boxes hold both ends. */
export function planFlow(flow: Flow, boxes: ReadonlyMap<ElementId, Box>, lanes: readonly Flow[]): FlowPlan | null {
  const [source, target] = [boxes.get(flow.source), boxes.get(flow.target)];
  if (source === undefined || target === undefined) return null;
  const waypoints = routePoints(flow, boxes);
  const sides = sidesOf(flow, source, target, waypoints);
  const [first, last] = [waypoints[0], waypoints.at(-1)];
  const ahead = first === undefined ? target : { ...first, width: 0, height: 0 };
  const behind = last === undefined ? source : { ...last, width: 0, height: 0 };
  const lane = Math.max(
    0,
    lanes.findIndex((other) => other.id === flow.id),
  );
  const count = Math.max(1, lanes.length);
  const laneGap = gapOf(count, sharedLength(source, sides[0], target));
  const shift = (lane - (count - 1) / 2) * laneGap;
  const isLoop = flow.source === flow.target && waypoints.length === 0;
  return {
    flow,
    laneKey: laneKey(flow),
    sides,
    wishes: isLoop
      ? [-LOOP_WIDTH / 2, LOOP_WIDTH / 2]
      : [wishOnSide(source, sides[0], ahead) + shift, wishOnSide(target, sides[1], behind) + shift],
    origins: [along(ahead, sides[0]), along(behind, sides[1])],
    waypoints,
    lane,
    lanes: count,
    laneGap,
  };
}

/** How far flows of one pair lie apart, by how many they are and the length both elements share. */
const gapOf = (count: number, shared: number): number =>
  shared > 0 ? Math.min(LANE_GAP, (shared * 0.8) / count) : LANE_GAP;

function along(box: Box, side: Side): number {
  const centre = centreOf(box);
  return isUpright(side) ? centre.y : centre.x;
}

interface End {
  readonly plan: FlowPlan;
  readonly end: 0 | 1;
}

/** The offsets all flow ends of one element agree on, by side: apart from each other, near to their wishes, self-loops last. */
export function settleEnds(
  element: SceneElement,
  plans: readonly FlowPlan[],
): ReadonlyMap<FlowId, readonly [number | null, number | null]> {
  const bySide = new Map<Side, End[]>();
  const add = (plan: FlowPlan, end: 0 | 1): void => {
    const side = plan.sides[end];
    const list = bySide.get(side);
    if (list === undefined) bySide.set(side, [{ plan, end }]);
    else list.push({ plan, end });
  };
  for (const plan of plans) {
    if (plan.flow.source === element.id) add(plan, 0);
    if (plan.flow.target === element.id) add(plan, 1);
  }
  const settled = new Map<FlowId, readonly [number | null, number | null]>();
  for (const [side, ends] of bySide) {
    ends.sort(byPlace);
    const half = halfRange(element, side);
    const offsets = spread(wishesInOrder(ends, half), END_GAP, half);
    ends.forEach(({ plan, end }, at) => {
      const [source, target] = settled.get(plan.flow.id) ?? [null, null];
      const offset = offsets[at] ?? 0;
      settled.set(plan.flow.id, end === 0 ? [offset, target] : [source, offset]);
    });
  }
  return settled;
}

const isLoop = ({ plan }: End): boolean => plan.flow.source === plan.flow.target && plan.waypoints.length === 0;

function byPlace(a: End, b: End): number {
  if (isLoop(a) !== isLoop(b)) return isLoop(a) ? 1 : -1;
  const order = byFlowOrder(a.plan.flow, b.plan.flow) || a.end - b.end;
  if (isLoop(a)) return order;
  return a.plan.wishes[a.end] - b.plan.wishes[b.end] || a.plan.origins[a.end] - b.plan.origins[b.end] || order;
}

/** Ascending wishes. A self-loop that shares its side stands at the end of it, so that no flow runs through it. */
function wishesInOrder(ends: readonly End[], half: number): readonly number[] {
  const loops = ends.filter(isLoop).length;
  const shared = loops < ends.length;
  let least = Number.NEGATIVE_INFINITY;
  return ends.map((end, at) => {
    const fromEnd = ends.length - 1 - at;
    const wish = !isLoop(end)
      ? end.plan.wishes[end.end]
      : shared
        ? half - fromEnd * LOOP_WIDTH
        : (at - (loops - 1) / 2) * LOOP_WIDTH;
    least = Math.max(least, wish);
    return least;
  });
}

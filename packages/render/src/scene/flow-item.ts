/** From a planned flow with settled ends to its drawing. */

import { type ElementId, type FlowId, unionOf } from '@strideboard/model';
import { type CrossedBoundary, placeCrossingMarks } from './crossing-marks.ts';
import { placeFlowLabel } from './flow-label.ts';
import { boundsOfPath, layFlowPath } from './flow-path.ts';
import type { FlowPlan } from './flow-plan.ts';
import { FLOW_LAYER, type SceneElement, type SceneFlow } from './items.ts';
import { pointOnSide } from './sides.ts';

/** What the drawing of a flow depends on. */
export interface FlowInput {
  readonly plan: FlowPlan;
  /** Settled offsets of both ends from the middle of their sides, px. */
  readonly offsets: readonly [number, number];
  readonly source: SceneElement;
  readonly target: SceneElement;
  readonly crosses: readonly ElementId[];
  /** Those of `crosses` that this diagram shows. */
  readonly crossed: readonly CrossedBoundary[];
  readonly gathers: readonly FlowId[];
}

/** Builds the drawing of one flow. */
export function drawFlow({ plan, offsets, source, target, crosses, crossed, gathers }: FlowInput): SceneFlow {
  const { flow, sides, waypoints } = plan;
  const { d, points, heads } = layFlowPath({
    source: { point: pointOnSide(source, sides[0], offsets[0]), side: sides[0] },
    target: { point: pointOnSide(target, sides[1], offsets[1]), side: sides[1] },
    waypoints,
    isLoop: flow.source === flow.target,
    isTwoWay: flow.direction === 'two',
  });
  const marks = placeCrossingMarks({ points, crosses, crossed });
  const label = placeFlowLabel({
    flow,
    points,
    marks,
    heads,
    // A boundary at an end does not hide a label that stands in it.
    ends: [source, target].filter((end) => end.boundary === null).map((end) => end.box),
    lane: plan.lane,
    lanes: plan.lanes,
    laneGap: plan.laneGap,
  });
  const path = boundsOfPath(points);
  return {
    item: 'flow',
    id: flow.id,
    source: flow.source,
    target: flow.target,
    d,
    points,
    waypoints,
    heads,
    label,
    crosses,
    marks,
    bounds: unionOf(label === null ? [path] : [path, label.box]) ?? path,
    zIndex: FLOW_LAYER,
    outOfScope: flow.outOfScope !== null,
    gathers,
  };
}

/** Which trust boundaries each flow crosses. Computed, never stored. */

import { boundaryCurve } from './boundary-curve.ts';
import { absoluteBoxes, type Containment, createContainment } from './containment.ts';
import type { Flow } from './flow.ts';
import { type Box, type CanvasPoint, centreOf, segmentsMeet } from './geometry.ts';
import type { ElementId, FlowId } from './ids.ts';
import type { Model } from './model.ts';

/**
 * The boundaries each flow crosses, in model order; flows that cross none are absent. A closed boundary is crossed when exactly one end
 * is within it (parents, memberships, references); a line boundary when the path over end centres and waypoints meets its curve.
 */
export function findCrossings(
  model: Pick<Model, 'elements' | 'flows'>,
  containment: Containment = createContainment(model),
): ReadonlyMap<FlowId, readonly ElementId[]> {
  const boxes = absoluteBoxes(model.elements);
  const lines = model.elements
    .filter((element) => element.kind === 'boundary' && element.shape.kind === 'line')
    .map((element) => ({ id: element.id, curve: boundaryCurve(element, boxes.get(element.id)) }));
  const place = new Map(model.elements.map((element, at) => [element.id, at]));
  const crossings = new Map<FlowId, readonly ElementId[]>();
  for (const flow of model.flows) {
    if (flow.source === flow.target) continue;
    const from = containment.enclosing(flow.source);
    const to = containment.enclosing(flow.target);
    const crossed: ElementId[] = [];
    // A boundary that is itself an end of the flow counts as entered by it, not crossed by its own side.
    for (const id of from) if (!to.has(id) && id !== flow.target) crossed.push(id);
    for (const id of to) if (!from.has(id) && id !== flow.source) crossed.push(id);
    if (lines.length > 0) {
      const path = flowPolyline(flow, boxes);
      for (const line of lines) if (polylinesMeet(path, line.curve)) crossed.push(line.id);
    }
    if (crossed.length === 0) continue;
    crossings.set(
      flow.id,
      crossed.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0)),
    );
  }
  return crossings;
}

/** The path of a flow over the centres of its ends and its waypoints, canvas px; empty when an end is not there. */
export function flowPolyline(flow: Flow, boxes: ReadonlyMap<ElementId, Box>): readonly CanvasPoint[] {
  const source = boxes.get(flow.source);
  const target = boxes.get(flow.target);
  if (source === undefined || target === undefined) return [];
  return [centreOf(source), ...routePoints(flow, boxes), centreOf(target)];
}

/** The waypoints of a flow in canvas px; a base that is not there reads as the canvas. */
export function routePoints(flow: Flow, boxes: ReadonlyMap<ElementId, Box>): readonly CanvasPoint[] {
  if (flow.route === null) return [];
  const origin = flow.route.base === null ? undefined : boxes.get(flow.route.base);
  return flow.route.points.map(([x, y]) => ({ x: x + (origin?.x ?? 0), y: y + (origin?.y ?? 0) }));
}

function polylinesMeet(a: readonly CanvasPoint[], b: readonly CanvasPoint[]): boolean {
  for (let i = 1; i < a.length; i++) {
    for (let j = 1; j < b.length; j++) {
      const [a0, a1, b0, b1] = [a[i - 1], a[i], b[j - 1], b[j]];
      if (a0 !== undefined && a1 !== undefined && b0 !== undefined && b1 !== undefined && segmentsMeet(a0, a1, b0, b1))
        return true;
    }
  }
  return false;
}

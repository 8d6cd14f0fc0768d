/** Which trust boundaries each flow crosses. Computed, never stored. */

import { absoluteBoxes, type Containment, createContainment } from './containment.ts';
import { type Element, isClosedBoundary } from './element.ts';
import type { Flow } from './flow.ts';
import { type Box, type CanvasPoint, centreOf, segmentsMeet } from './geometry.ts';
import type { ElementId, FlowId } from './ids.ts';
import type { Model } from './model.ts';

const CURVE_STEPS = 12;

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

/** The outline of a poly or line boundary as points in canvas px (a smooth curve is sampled); the four corners for a box. */
export function boundaryCurve(element: Element, box: Box | undefined): readonly CanvasPoint[] {
  if (box === undefined) return [];
  if (element.shape.kind === 'box') {
    const { x, y, width, height } = box;
    return [
      { x, y },
      { x: x + width, y },
      { x: x + width, y: y + height },
      { x, y: y + height },
    ];
  }
  const corners = element.shape.points.map(([x, y]) => ({
    x: box.x + (x / 10_000) * box.width,
    y: box.y + (y / 10_000) * box.height,
  }));
  if (element.shape.curve === 'straight' || corners.length < 3) return corners;
  return smoothPolyline(corners, isClosedBoundary(element));
}

/** Samples a Catmull–Rom curve through the points, {@link CURVE_STEPS} pieces a segment. */
function smoothPolyline(points: readonly CanvasPoint[], closed: boolean): readonly CanvasPoint[] {
  const count = points.length;
  const at = (i: number): CanvasPoint => {
    const wrapped = closed ? (i + count) % count : Math.min(count - 1, Math.max(0, i));
    return points[wrapped] ?? { x: 0, y: 0 };
  };
  const samples: CanvasPoint[] = [];
  const segments = closed ? count : count - 1;
  for (let i = 0; i < segments; i++) {
    for (let step = 0; step < CURVE_STEPS; step++) {
      samples.push(catmullRom([at(i - 1), at(i), at(i + 1), at(i + 2)], step / CURVE_STEPS));
    }
  }
  samples.push(closed ? at(0) : at(count - 1));
  return samples;
}

function catmullRom(
  [p0, p1, p2, p3]: readonly [CanvasPoint, CanvasPoint, CanvasPoint, CanvasPoint],
  t: number,
): CanvasPoint {
  const blend = (a: number, b: number, c: number, d: number): number =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
  return { x: blend(p0.x, p1.x, p2.x, p3.x), y: blend(p0.y, p1.y, p2.y, p3.y) };
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

import {
  type CanvasPoint,
  createContainment,
  type ElementId,
  type Flow,
  type FlowId,
  type LabelPlace,
  type Side,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { accept, type Gesture, refuse, type Verb } from '../gesture.ts';
import { coordinate } from '../placing.ts';

/** Arguments of {@link route}; what is absent stays. */
export interface RouteArguments {
  readonly id: FlowId;
  /** Waypoints in absolute canvas px; `null` or none for the straight way. */
  readonly points?: readonly CanvasPoint[] | null;
  readonly labelPlace?: LabelPlace | null;
  /** Preferred sides at source and target. */
  readonly ports?: readonly [Side | null, Side | null];
}

/** Changes the way a flow is drawn. Waypoints move with the nearest boundary that holds both ends. */
export const route: Verb<RouteArguments> = {
  name: 'route',
  undoable: true,
  root: 'edges',
  plan(gesture, { id, points, labelPlace, ports }) {
    const subject = gesture.flow(id);
    if (subject === undefined) return refuse(gesture.element(id) === undefined ? 'unknown-id' : 'not-a-flow', [id]);
    if (points !== undefined) {
      const way = points === null || points.length === 0 ? null : relativeWay(gesture, subject, points);
      if (way === 'out-of-range') return refuse('out-of-range', [id]);
      gesture.put('edges', id, 'way', way);
    }
    if (labelPlace !== undefined) {
      const place = labelPlace === null ? null : [labelPlace.along, labelPlace.dx, labelPlace.dy].map(coordinate);
      const along = place?.[0] ?? 0;
      if (place !== null && (place.includes(null) || along < 0 || along > 1000)) return refuse('out-of-range', [id]);
      gesture.put('edges', id, 'lab', place);
    }
    if (ports !== undefined)
      gesture.put('edges', id, 'ports', ports[0] === null && ports[1] === null ? null : [...ports]);
    return accept([id]);
  },
};

function relativeWay(
  gesture: Gesture,
  flow: Flow,
  points: readonly CanvasPoint[],
): readonly unknown[] | 'out-of-range' {
  if (points.length > LIMITS.pathPoints) return 'out-of-range';
  const base = commonBoundary(gesture, flow);
  const origin = base === null ? { x: 0, y: 0 } : gesture.box(base);
  const relative = points.map(({ x, y }) => [coordinate(x - origin.x), coordinate(y - origin.y)]);
  return relative.flat().includes(null) ? 'out-of-range' : [base, relative];
}

/** The innermost boundary that is a spatial ancestor of both ends. */
function commonBoundary(gesture: Gesture, { source, target }: Flow): ElementId | null {
  const { ancestors } = createContainment(gesture.model);
  const above = new Set(ancestors(target));
  return ancestors(source).find((id) => above.has(id)) ?? null;
}

import {
  type CanvasPoint,
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
      const way =
        points === null || points.length === 0
          ? null
          : relativeWay(gesture, { flow: subject, points, placeOf: (base) => gesture.box(base) });
      if (way === 'out-of-range') return refuse('out-of-range', [id]);
      gesture.put('edges', id, 'way', way);
    }
    if (labelPlace !== undefined) {
      const place = storedLabelPlace(labelPlace);
      if (place === 'out-of-range') return refuse('out-of-range', [id]);
      gesture.put('edges', id, 'lab', place);
    }
    if (ports !== undefined)
      gesture.put('edges', id, 'ports', ports[0] === null && ports[1] === null ? null : [...ports]);
    return accept([id]);
  },
};

/** The stored form of a label's place; the reason when there is none. */
export function storedLabelPlace(labelPlace: LabelPlace | null): readonly (number | null)[] | null | 'out-of-range' {
  if (labelPlace === null) return null;
  const place = [labelPlace.along, labelPlace.dx, labelPlace.dy].map(coordinate);
  const along = place[0] ?? 0;
  return place.includes(null) || along < 0 || along > 1000 ? 'out-of-range' : place;
}

/** Waypoints on their way into the document. */
interface Way {
  readonly flow: Flow;
  /** Absolute canvas px. */
  readonly points: readonly CanvasPoint[];
  /** Where a boundary will be when the gesture is done. */
  readonly placeOf: (base: ElementId) => CanvasPoint;
}

/** The stored form of waypoints, measured from the nearest boundary that holds both ends; the reason when there is none. */
export function relativeWay(gesture: Gesture, { flow, points, placeOf }: Way): readonly unknown[] | 'out-of-range' {
  if (points.length > LIMITS.pathPoints) return 'out-of-range';
  const base = commonBoundary(gesture, flow);
  const origin = base === null ? { x: 0, y: 0 } : placeOf(base);
  const relative = points.map(({ x, y }) => [coordinate(x - origin.x), coordinate(y - origin.y)]);
  return relative.flat().includes(null) ? 'out-of-range' : [base, relative];
}

/** The innermost boundary that is a spatial ancestor of both ends. */
function commonBoundary(gesture: Gesture, { source, target }: Flow): ElementId | null {
  const above = new Set<ElementId>();
  for (let at = parentOf(gesture, target); at !== null; at = parentOf(gesture, at)) above.add(at);
  let common = parentOf(gesture, source);
  while (common !== null && !above.has(common)) common = parentOf(gesture, common);
  return common;
}

const parentOf = (gesture: Gesture, id: ElementId): ElementId | null => gesture.element(id)?.parent ?? null;

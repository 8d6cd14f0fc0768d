/** The verb that puts many things to new places at once: aligning, distributing, automatic layout. */

import type { CanvasPoint, ElementId, FlowId, LabelPlace } from '@strideboard/model';
import { type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { coordinate } from '../placing.ts';
import { bulkResult, splitLocked } from './locked.ts';
import { relativeWay, storedLabelPlace } from './route.ts';

/** Why elements cannot be the subject of a bulk verb; `null` when they can. */
export function unknownElements(gesture: Gesture, ids: readonly ElementId[]): CommandResult | null {
  if (ids.length === 0) return refuse('nothing-given');
  const unknown = ids.filter((id) => gesture.element(id) === undefined);
  return unknown.length > 0 ? refuse('unknown-id', unknown) : null;
}

/** The way a flow shall be drawn; chosen sides are forgotten. */
export interface ArrangedWay {
  /** Waypoints in absolute canvas px as they shall be afterwards; none for the straight way. */
  readonly points: readonly CanvasPoint[];
  readonly labelPlace: LabelPlace | null;
}

/** Arguments of {@link arrange}. */
export interface ArrangeArguments {
  /** New top-left corners, absolute canvas px. What lies inside and is not named moves along. */
  readonly positions: ReadonlyMap<ElementId, CanvasPoint>;
  /** New sizes, px; at least 1. */
  readonly sizes?: ReadonlyMap<ElementId, { readonly width: number; readonly height: number }>;
  readonly ways?: ReadonlyMap<FlowId, ArrangedWay>;
}

const NO_SIZES: NonNullable<ArrangeArguments['sizes']> = new Map();
const NO_WAYS: NonNullable<ArrangeArguments['ways']> = new Map();

/**
 * Puts elements to new places within their parents, as aligning, distributing and layout do, with the sizes of boundaries and the ways of
 * flows that belong to it. Locked ones stay and are named.
 */
export const arrange: Verb<ArrangeArguments> = {
  name: 'arrange',
  undoable: true,
  root: 'nodes',
  plan(gesture, { positions, sizes = NO_SIZES, ways = NO_WAYS }) {
    const ids = [...new Set([...positions.keys(), ...sizes.keys()])];
    const problem = ids.length === 0 && ways.size > 0 ? null : unknownElements(gesture, ids);
    if (problem !== null) return problem;
    const { free, locked } = splitLocked(gesture, ids);
    const moving = new Set(free);
    const placeOf = createPlaces(gesture, new Map([...positions].filter(([id]) => moving.has(id))));
    for (const id of free) {
      const to = positions.get(id);
      if (to !== undefined) {
        const parent = gesture.element(id)?.parent ?? null;
        const origin = parent === null ? { x: 0, y: 0 } : placeOf(parent);
        const [x, y] = [coordinate(to.x - origin.x), coordinate(to.y - origin.y)];
        if (x === null || y === null) return refuse('out-of-range', [id]);
        gesture.put('nodes', id, 'at', [parent, x, y]);
      }
      const size = sizes.get(id);
      if (size === undefined) continue;
      const [width, height] = [coordinate(size.width), coordinate(size.height)];
      if (width === null || height === null || width < 1 || height < 1) return refuse('out-of-range', [id]);
      gesture.put('nodes', id, 'size', [width, height]);
    }
    const badFlow = planWays(gesture, ways, placeOf);
    return badFlow ?? bulkResult(free, locked);
  },
};

/** Where each element will be, given the new places of some, absolute canvas px. */
function createPlaces(
  gesture: Gesture,
  positions: ReadonlyMap<ElementId, CanvasPoint>,
): (id: ElementId) => CanvasPoint {
  const places = new Map(positions);
  return function placeOf(id): CanvasPoint {
    const known = places.get(id);
    if (known !== undefined) return known;
    const element = gesture.element(id);
    const origin = element === undefined || element.parent === null ? { x: 0, y: 0 } : placeOf(element.parent);
    const place = { x: origin.x + (element?.x ?? 0), y: origin.y + (element?.y ?? 0) };
    places.set(id, place);
    return place;
  };
}

/** Plans new ways for the flows that are not locked; the refusal when one cannot be. */
function planWays(
  gesture: Gesture,
  ways: ReadonlyMap<FlowId, ArrangedWay>,
  placeOf: (id: ElementId) => CanvasPoint,
): CommandResult | null {
  const unknown = [...ways.keys()].filter((id) => gesture.flow(id) === undefined);
  if (unknown.length > 0) return refuse('unknown-id', unknown);
  for (const id of splitLocked(gesture, [...ways.keys()]).free) {
    const [flow, way] = [gesture.flow(id), ways.get(id)];
    if (flow === undefined || way === undefined) continue;
    const points = way.points.length === 0 ? null : relativeWay(gesture, { flow, points: way.points, placeOf });
    const label = storedLabelPlace(way.labelPlace);
    if (points === 'out-of-range' || label === 'out-of-range') return refuse('out-of-range', [id]);
    gesture.put('edges', id, 'way', points);
    gesture.put('edges', id, 'lab', label);
    if (flow.source !== flow.target) gesture.put('edges', id, 'ports', null);
  }
  return null;
}

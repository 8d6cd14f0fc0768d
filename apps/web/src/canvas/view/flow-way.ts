/** The way of a flow as people bend it: corners, and the place of its label. Plain geometry, canvas px. */
import type { CanvasPoint, LabelPlace } from '@strideboard/model';
import { distanceToLine, lengthOf, pointAlong, type SceneFlow } from '@strideboard/render';

/** A corner this near to the straight line between its neighbours is none, px. */
const STRAIGHT_PX = 5;
/** A label dragged this far from its line stays beside it, px. */
const ON_LINE_PX = 26;

/** Where the line starts, its waypoints, where it ends. */
export const cornersOf = ({ points, waypoints }: Pick<SceneFlow, 'points' | 'waypoints'>): readonly CanvasPoint[] => {
  const [first, last] = [points[0], points.at(-1)];
  return first === undefined || last === undefined ? [] : [first, ...waypoints, last];
};

/** Index of the waypoint that a new corner at this point would become: after the piece of the way that is nearest. */
export function insertionIndex(corners: readonly CanvasPoint[], point: CanvasPoint): number {
  let [nearest, at] = [Number.POSITIVE_INFINITY, 0];
  for (let i = 1; i < corners.length; i++) {
    const piece = corners.slice(i - 1, i + 1);
    const distance = distanceToLine(point, piece);
    if (distance < nearest) [nearest, at] = [distance, i - 1];
  }
  return at;
}

/** How far a new bend stands out of the line, px. */
const BEND_PX = 40;

/** The waypoints with one more, out of the middle of the longest piece. */
export function withBend(flow: Pick<SceneFlow, 'points' | 'waypoints'>): readonly CanvasPoint[] {
  const corners = cornersOf(flow);
  let [longest, at, bend] = [0, 0, { x: 0, y: 0 }];
  for (let i = 1; i < corners.length; i++) {
    const [a, b] = [corners[i - 1], corners[i]];
    if (a === undefined || b === undefined) continue;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length <= longest) continue;
    const [x, y] = [
      (a.x + b.x) / 2 - ((b.y - a.y) / length) * BEND_PX,
      (a.y + b.y) / 2 + ((b.x - a.x) / length) * BEND_PX,
    ];
    [longest, at, bend] = [length, i - 1, { x: Math.round(x), y: Math.round(y) }];
  }
  return longest === 0 ? flow.waypoints : flow.waypoints.toSpliced(at, 0, bend);
}

/** Waypoints between two ends without those that bend nothing. */
export function withoutIdle(
  first: CanvasPoint,
  waypoints: readonly CanvasPoint[],
  last: CanvasPoint,
): readonly CanvasPoint[] {
  const kept: CanvasPoint[] = [];
  waypoints.forEach((point, at) => {
    const before = kept.at(-1) ?? first;
    const after = waypoints[at + 1] ?? last;
    if (distanceToLine(point, [before, after]) > STRAIGHT_PX) kept.push(point);
  });
  return kept;
}

/** The place of a label whose centre is dragged to a point: on the nearest place of the line, or beside it when far away. */
export function labelPlaceAt(points: readonly CanvasPoint[], centre: CanvasPoint): LabelPlace {
  const fraction = nearestFraction(points, centre);
  const { point } = pointAlong(points, fraction);
  const [dx, dy] = [Math.round(centre.x - point.x), Math.round(centre.y - point.y)];
  const isOnLine = Math.hypot(dx, dy) <= ON_LINE_PX;
  return { along: Math.round(fraction * 1_000), dx: isOnLine ? 0 : dx, dy: isOnLine ? 0 : dy };
}

function nearestFraction(points: readonly CanvasPoint[], to: CanvasPoint): number {
  const length = lengthOf(points);
  if (length === 0) return 0.5;
  let [nearest, best, passed] = [Number.POSITIVE_INFINITY, 0, 0];
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]];
    if (a === undefined || b === undefined) continue;
    const piece = Math.hypot(b.x - a.x, b.y - a.y);
    const t =
      piece === 0
        ? 0
        : Math.min(1, Math.max(0, ((to.x - a.x) * (b.x - a.x) + (to.y - a.y) * (b.y - a.y)) / piece ** 2));
    const distance = Math.hypot(a.x + (b.x - a.x) * t - to.x, a.y + (b.y - a.y) * t - to.y);
    if (distance < nearest) [nearest, best] = [distance, (passed + t * piece) / length];
    passed += piece;
  }
  return best;
}

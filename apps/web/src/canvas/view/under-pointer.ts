/** What is under the pointer, by the scene's own grid: small things first, then flows near the line, then the innermost boundary. */
import { type CanvasPoint, grown, holdsPoint } from '@strideboard/model';
import { distanceToLine, type SceneElement, type SceneItem, type SpatialGrid } from '@strideboard/render';

/** How near to a line counts as on it, px on screen. */
const LINE_REACH_PX = 10;
/** How near to the frame of a boundary counts as on it, px on screen. */
const FRAME_REACH_PX = 8;

/** The item at a canvas point; `null` on the open canvas. The name of a boundary comes before a flow that passes under it. */
export function itemUnder(grid: SpatialGrid, point: CanvasPoint, zoom: number): SceneItem | null {
  const item = grid.hitTest(point, LINE_REACH_PX / zoom);
  if (item?.item !== 'flow' || (item.label !== null && holdsPoint(item.label.box, point))) return item;
  const here = grid.query({ ...point, width: 0, height: 0 });
  return here.findLast((other) => other.item === 'element' && isOnTag(other, point)) ?? item;
}

/** The topmost element other than a boundary at a canvas point; `null` for none. */
export function elementUnder(grid: SpatialGrid, point: CanvasPoint): SceneElement | null {
  const items = grid.query({ ...point, width: 0, height: 0 });
  const found = items.findLast(
    (item) => item.item === 'element' && item.boundary === null && holdsPoint(item.box, point),
  );
  return found?.item === 'element' ? found : null;
}

/** Whether a canvas point is on the frame or the name of a boundary, where it can be taken by the pointer. */
export function isOnFrame(element: SceneElement, point: CanvasPoint, zoom: number): boolean {
  const reach = FRAME_REACH_PX / zoom;
  if (isOnTag(element, point) || element.boundary?.folds != null) return true;
  if (element.outlinePoints.length > 0) return distanceToLine(point, element.outlinePoints) <= reach;
  return holdsPoint(grown(element.box, reach), point) && !holdsPoint(grown(element.box, -reach), point);
}

const isOnTag = (item: SceneItem, point: CanvasPoint): boolean =>
  item.item === 'element' && item.boundary?.tag != null && holdsPoint(item.boundary.tag.box, point);

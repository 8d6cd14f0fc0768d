/** Gate marks: where the line of a flow meets the outlines of the boundaries it crosses. */

import {
  type Box,
  boundaryCurve,
  type CanvasPoint,
  type Element,
  type ElementId,
  isClosedBoundary,
} from '@strideboard/model';
import type { CrossingMark } from './items.ts';
import { distance, lengthOf, meetingPoint, pointAlong } from './polyline.ts';
import { angleOf, round } from './round.ts';

/** Two meetings closer than this are one mark, px. */
const SAME_MARK = 6;
/** Distance of the stand-in mark from the target, px. */
const STAND_IN = 26;

/** A crossed boundary with its place. */
export interface CrossedBoundary {
  readonly element: Element;
  readonly box: Box;
}

/**
 * One mark for every meeting of the line with a crossed outline. A boundary that is crossed by membership alone may not be met anywhere;
 * where no outline is met at all, one stand-in mark before the target says so for the first crossed boundary.
 */
export function placeCrossingMarks(
  points: readonly CanvasPoint[],
  crossed: readonly CrossedBoundary[],
): readonly CrossingMark[] {
  const marks = crossed.flatMap(({ element, box }) => meetings(points, outlineOf(element, box), element.id));
  const [first] = crossed;
  if (marks.length > 0 || first === undefined) return marks;
  const length = lengthOf(points);
  const { point, from, to } = pointAlong(points, length > 3 * STAND_IN ? 1 - STAND_IN / length : 0.5);
  return [{ boundary: first.element.id, x: round(point.x), y: round(point.y), angle: angleOf(from, to) }];
}

function outlineOf(element: Element, box: Box): readonly CanvasPoint[] {
  const curve = boundaryCurve(element, box);
  const [first] = curve;
  return isClosedBoundary(element) && first !== undefined ? [...curve, first] : curve;
}

function meetings(
  points: readonly CanvasPoint[],
  outline: readonly CanvasPoint[],
  boundary: ElementId,
): CrossingMark[] {
  const found: CrossingMark[] = [];
  for (let i = 1; i < points.length; i++) {
    const [from, to] = [points[i - 1], points[i]];
    if (from === undefined || to === undefined) continue;
    for (let j = 1; j < outline.length; j++) {
      const [c, d] = [outline[j - 1], outline[j]];
      const met = c === undefined || d === undefined ? null : meetingPoint([from, to], [c, d]);
      if (met === null || found.some((mark) => distance(mark, met) < SAME_MARK)) continue;
      found.push({ boundary, x: round(met.x), y: round(met.y), angle: angleOf(from, to) });
    }
  }
  return found;
}

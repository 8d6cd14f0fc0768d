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

/** What the marks of a flow depend on. */
export interface MarksInput {
  readonly points: readonly CanvasPoint[];
  /** Every boundary the flow crosses. */
  readonly crosses: readonly ElementId[];
  /** Those of them that this diagram shows. */
  readonly crossed: readonly CrossedBoundary[];
}

/**
 * One mark for every meeting of the line with a crossed outline. A boundary that is crossed by membership alone, or that this diagram does not
 * show, is met nowhere; where no outline is met at all, one stand-in mark before the target says so for the first crossed boundary.
 */
export function placeCrossingMarks({ points, crosses, crossed }: MarksInput): readonly CrossingMark[] {
  const marks = crossed.flatMap(({ element, box }) => meetings(points, outlineOf(element, box), element.id));
  const [first] = crosses;
  if (marks.length > 0 || first === undefined) return marks;
  const length = lengthOf(points);
  const { point, from, to } = pointAlong(points, length > 3 * STAND_IN ? 1 - STAND_IN / length : 0.5);
  return [{ boundary: first, x: round(point.x), y: round(point.y), angle: angleOf(from, to) }];
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

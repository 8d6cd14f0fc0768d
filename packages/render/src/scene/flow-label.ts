/** The label of a flow: its lines, and a place on the line where it hides nothing that matters. */

import { type Box, type CanvasPoint, centreOf, type Flow, overlaps } from '@strideboard/model';
import { measureText } from '../text/measure-text.ts';
import { wrapText } from '../text/wrap-text.ts';
import type { CrossingMark, FlowHead, FlowLabel, TextLine } from './items.ts';
import { lengthOf, pointAlong } from './polyline.ts';
import { round } from './round.ts';

const NUMBER = { size: 11, weight: 600 } as const;
const LABEL = { size: 11, weight: 400 } as const;
const LINE_HEIGHT = 14;
const PADDING_X = 6;
const PADDING_Y = 2;
const NUMBER_GAP = 5;
const MAX_WIDTH = 150;
const MAX_LINES = 3;

/** What the place of a label depends on. */
export interface LabelInput {
  readonly flow: Flow;
  readonly points: readonly CanvasPoint[];
  readonly marks: readonly CrossingMark[];
  readonly heads: readonly FlowHead[];
  /** Boxes of both ends. */
  readonly ends: readonly Box[];
  /** Place among the flows between the same two elements: labels of neighbours are staggered. */
  readonly lane: number;
  readonly lanes: number;
  /** Distance between those flows, px. */
  readonly laneGap: number;
}

/** Measures and places the label; `null` when the flow has neither number nor label. */
export function placeFlowLabel(input: LabelInput): FlowLabel | null {
  const text = measureLabel(input.flow);
  if (text === null) return null;
  const centre = input.flow.labelPlace === null ? freePlace(input, text) : chosenPlace(input, input.flow.labelPlace);
  const box = plate(centre, text);
  const left = box.x + PADDING_X;
  const baseline = (line: number): number => round(box.y + PADDING_Y + LINE_HEIGHT * (line + 0.5) + LABEL.size * 0.36);
  const indent = text.numberWidth === 0 ? 0 : text.numberWidth + NUMBER_GAP;
  return {
    box,
    number: text.number === '' ? null : { text: text.number, x: round(left), y: baseline(0), width: text.numberWidth },
    lines: text.lines.map(
      (line, at): TextLine => ({
        text: line,
        x: round(left + indent),
        y: baseline(at),
        width: measureText(line, LABEL),
      }),
    ),
  };
}

interface LabelText {
  readonly number: string;
  readonly numberWidth: number;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

function measureLabel(flow: Flow): LabelText | null {
  const [number = ''] = wrapText(flow.order, { ...NUMBER, width: 90, maxLines: 1 });
  const numberWidth = number === '' ? 0 : measureText(number, NUMBER);
  const indent = numberWidth === 0 ? 0 : numberWidth + NUMBER_GAP;
  const isBothNamed = flow.direction === 'two' && flow.returnLabel.trim() !== '';
  const wrap = (text: string, maxLines: number): readonly string[] =>
    wrapText(text, { ...LABEL, width: MAX_WIDTH - indent, maxLines });
  // With two names each says its way: › there, ‹ back.
  const lines = isBothNamed
    ? [...wrap(flow.label.trim() === '' ? '' : `› ${flow.label}`, 2), ...wrap(`‹ ${flow.returnLabel}`, 2)]
    : wrap(flow.label, MAX_LINES);
  if (number === '' && lines.length === 0) return null;
  const widest = Math.max(0, ...lines.map((line) => measureText(line, LABEL)));
  return {
    number,
    numberWidth,
    lines,
    width: Math.ceil((lines.length === 0 ? numberWidth : indent + widest) + 2 * PADDING_X),
    height: Math.max(1, lines.length) * LINE_HEIGHT + 2 * PADDING_Y,
  };
}

const plate = (centre: CanvasPoint, { width, height }: LabelText): Box => ({
  x: round(centre.x - width / 2),
  y: round(centre.y - height / 2),
  width,
  height,
});

function chosenPlace({ points }: LabelInput, place: NonNullable<Flow['labelPlace']>): CanvasPoint {
  const { point } = pointAlong(points, place.along / 1_000);
  return { x: point.x + place.dx, y: point.y + place.dy };
}

const PLACES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
const MARGIN = 3;

/** The first of a few places along the line where the plate covers neither ends nor heads nor gate marks; beside the line if none does. */
function freePlace(input: LabelInput, text: LabelText): CanvasPoint {
  const { points, marks, heads, ends, lane, lanes, laneGap } = input;
  const middle = pointAlong(points, 0.5);
  const isSideways = Math.abs(middle.to.x - middle.from.x) >= Math.abs(middle.to.y - middle.from.y);
  // Neighbours that run upright lie closer together than their plates are wide; those that run sideways may, than theirs are high.
  const hasRoom = isSideways && text.height + MARGIN <= laneGap;
  const shift = hasRoom || lanes < 2 ? 0 : (lane - (lanes - 1) / 2) * Math.min(0.24, 0.6 / lanes);
  const isFree = (box: Box): boolean => {
    const wide = {
      x: box.x - MARGIN,
      y: box.y - MARGIN,
      width: box.width + 2 * MARGIN,
      height: box.height + 2 * MARGIN,
    };
    const covers = (point: CanvasPoint, reach: number): boolean =>
      overlaps(wide, { x: point.x - reach, y: point.y - reach, width: 2 * reach, height: 2 * reach });
    return (
      !ends.some((end) => overlaps(wide, end)) &&
      !heads.some((head) => covers(head, 8)) &&
      !marks.some((mark) => covers(mark, 4))
    );
  };
  if (input.flow.source === input.flow.target && input.flow.route === null) return beyondLoop(input, text);
  // On a short line the plate would hide the line itself.
  const hidesLine = isSideways && lengthOf(points) < text.width + 44;
  if (!hidesLine) {
    for (const place of PLACES) {
      const centre = pointAlong(points, place + shift).point;
      if (isFree(plate(centre, text))) return centre;
    }
  }
  const { point } = pointAlong(points, 0.5 + shift);
  return isSideways
    ? { x: point.x, y: point.y - text.height / 2 - 6 }
    : { x: point.x + text.width / 2 + 7, y: point.y };
}

/** Outside the bend of a self-loop, away from its element. */
function beyondLoop({ points, ends }: LabelInput, text: LabelText): CanvasPoint {
  const { point } = pointAlong(points, 0.5);
  const [element] = ends;
  const centre = element === undefined ? point : centreOf(element);
  // The bend lies straight beside or straight above or below the middle of the element, whichever sticks out further.
  const [width, height] = [element?.width ?? 0, element?.height ?? 0];
  const isBeside = Math.abs(point.x - centre.x) - width / 2 > Math.abs(point.y - centre.y) - height / 2;
  return isBeside
    ? { x: point.x + Math.sign(point.x - centre.x) * (text.width / 2 + 4), y: point.y }
    : { x: point.x, y: point.y + Math.sign(point.y - centre.y) * (text.height / 2 + 4) };
}

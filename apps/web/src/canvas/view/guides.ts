/** Guides: edges and middles of other things that what is dragged lines up with. Plain geometry, canvas px. */
import type { Box, CanvasPoint } from '@strideboard/model';

/** A line drawn while two things line up. */
export interface GuideLine {
  readonly from: CanvasPoint;
  readonly to: CanvasPoint;
}

/** How far to shift a box so that it lines up; `null` along an axis where nothing is near. */
export interface GuideFit {
  readonly dx: number | null;
  readonly dy: number | null;
  readonly lines: readonly GuideLine[];
}

/** How far a guide goes beyond what it joins, px. */
const OVERSHOOT = 8;

interface Match {
  readonly by: number;
  readonly at: number;
  readonly other: Box;
}

/** Fits a box to the nearest edges and middles of others within reach, px; the nearest wins on each axis. */
export function fitToGuides(box: Box, others: readonly Box[], reach: number): GuideFit {
  const across = nearestMatch(stops(box.x, box.width), others, ({ x, width }) => stops(x, width), reach);
  const down = nearestMatch(stops(box.y, box.height), others, ({ y, height }) => stops(y, height), reach);
  const fitted = { ...box, x: box.x + (across?.by ?? 0), y: box.y + (down?.by ?? 0) };
  const lines: GuideLine[] = [];
  if (across !== null) {
    const [top, bottom] = span(fitted.y, fitted.height, across.other.y, across.other.height);
    lines.push({ from: { x: across.at, y: top }, to: { x: across.at, y: bottom } });
  }
  if (down !== null) {
    const [left, right] = span(fitted.x, fitted.width, down.other.x, down.other.width);
    lines.push({ from: { x: left, y: down.at }, to: { x: right, y: down.at } });
  }
  return { dx: across?.by ?? null, dy: down?.by ?? null, lines };
}

const stops = (start: number, length: number): readonly number[] => [start, start + length / 2, start + length];

function nearestMatch(
  own: readonly number[],
  others: readonly Box[],
  stopsOf: (box: Box) => readonly number[],
  reach: number,
): Match | null {
  let best: Match | null = null;
  for (const other of others) {
    for (const at of stopsOf(other)) {
      for (const stop of own) {
        const by = at - stop;
        if (Math.abs(by) <= reach && (best === null || Math.abs(by) < Math.abs(best.by))) best = { by, at, other };
      }
    }
  }
  return best;
}

const span = (a: number, aLength: number, b: number, bLength: number): readonly [number, number] => [
  Math.min(a, b) - OVERSHOOT,
  Math.max(a + aLength, b + bLength) + OVERSHOOT,
];

/** What a flow or its label would run through or hide. */

import {
  type Box,
  type CanvasPoint,
  type Element,
  type ElementId,
  type Flow,
  isClosedBoundary,
  overlaps,
  unionOf,
} from '@strideboard/model';
import type { Board } from './board.ts';

/** Counts what is in the way. */
export interface Hindrances {
  /** Elements that a line runs through, its ends apart; a boundary that holds neither end counts for less. */
  readonly along: (flow: Flow, points: readonly CanvasPoint[]) => number;
  /** Elements, names of boundaries and other labels that a label would lie on. */
  readonly under: (label: Box, others: readonly Box[]) => number;
}

/** A foreign boundary that a flow runs through looks like a crossing, but hides nothing. */
const FOREIGN_BOUNDARY = 0.5;
/** Lines may touch an element's edge by this much, px. */
const TOUCH = 2;
/** Where the name of a boundary stands: on its upper line, from the left, px. */
const NAME = { x: 16, y: -10, height: 20, width: 150 } as const;
/** Side of the cells in which boxes are looked up, px. */
const CELL = 400;

/** Prepares the counts over elements at their new places. */
export function createHindrances(
  board: Board,
  placed: readonly Element[],
  boxes: ReadonlyMap<ElementId, Box>,
): Hindrances {
  const hidden = new Set(
    placed.filter(({ id }) => board.ancestors(id).some((above) => board.element(above)?.collapsed)).map(({ id }) => id),
  );
  const shown = placed.filter(
    ({ id, kind, shape }) => !hidden.has(id) && (kind !== 'boundary' || shape.kind !== 'line'),
  );
  const cells = createCells(shown.map((element) => ({ element, box: boxes.get(element.id) ?? board.box(element.id) })));
  return {
    along({ source, target }, points) {
      const around = new Set([source, target, ...board.ancestors(source), ...board.ancestors(target)]);
      const frame = unionOf(points.map((point) => ({ ...point, width: 0, height: 0 })));
      if (frame === null) return 0;
      let count = 0;
      for (const { element, box } of cells.near(frame)) {
        if (around.has(element.id) || isInsideEnd(board, element.id, source, target)) continue;
        if (!runsThrough(points, box)) continue;
        count += isClosedBoundary(element) ? FOREIGN_BOUNDARY : 1;
      }
      return count;
    },
    under(label, others) {
      let count = others.filter((other) => overlaps(label, other)).length;
      for (const { element, box } of cells.near(label)) {
        const name = {
          x: box.x + NAME.x,
          y: box.y + NAME.y,
          height: NAME.height,
          width: Math.min(NAME.width, box.width),
        };
        if (overlaps(label, isClosedBoundary(element) ? name : box)) count += 1;
      }
      return count;
    },
  };
}

/** What lies in a boundary that is an end may be run through. */
const isInsideEnd = (board: Board, id: ElementId, source: ElementId, target: ElementId): boolean =>
  board.ancestors(id).some((above) => above === source || above === target);

interface Placed {
  readonly element: Element;
  readonly box: Box;
}

function createCells(all: readonly Placed[]): { readonly near: (box: Box) => ReadonlySet<Placed> } {
  const cells = new Map<string, Placed[]>();
  const keys = ({ x, y, width, height }: Box): readonly string[] => {
    const found: string[] = [];
    for (let column = Math.floor(x / CELL); column <= Math.floor((x + width) / CELL); column++)
      for (let row = Math.floor((y - 20) / CELL); row <= Math.floor((y + height) / CELL); row++)
        found.push(`${column} ${row}`);
    return found;
  };
  for (const placed of all)
    for (const key of keys(placed.box)) {
      const cell = cells.get(key);
      if (cell === undefined) cells.set(key, [placed]);
      else cell.push(placed);
    }
  return { near: (box) => new Set(keys(box).flatMap((key) => cells.get(key) ?? [])) };
}

function runsThrough(points: readonly CanvasPoint[], box: Box): boolean {
  const inner = {
    left: box.x + TOUCH,
    top: box.y + TOUCH,
    right: box.x + box.width - TOUCH,
    bottom: box.y + box.height - TOUCH,
  };
  return points.some((a, at) => {
    const b = points[at + 1];
    return b !== undefined && meets(a, b, inner);
  });
}

interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether a segment has a part inside the edges (clipping by Liang and Barsky). */
function meets(a: CanvasPoint, b: CanvasPoint, { left, top, right, bottom }: Edges): boolean {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, a.x - left],
    [dx, right - a.x],
    [-dy, a.y - top],
    [dy, bottom - a.y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) enter = Math.max(enter, room / step);
    else leave = Math.min(leave, room / step);
  }
  return enter < leave;
}

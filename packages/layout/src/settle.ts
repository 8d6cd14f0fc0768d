/**
 * From wished places to places: what is fixed stays where it is, everything else keeps off it.
 *
 * A fixed element, and every boundary around one, keeps its top-left corner; such a boundary may still grow. Inside it the wished places are
 * moved together so that they fit the fixed ones best, then off them. When a boundary that was laid out grew, its neighbours outside the
 * layout are pushed aside. Where there is no room between fixed things, a boundary and all in it stay as they were, and it is named.
 */

import { type Box, type CanvasPoint, type Element, type ElementId, unionOf } from '@strideboard/model';
import { below, type Board } from './board.ts';
import { shifted } from './block.ts';
import type { Size } from './label-size.ts';
import { areNear, makeRoom } from './make-room.ts';
import { smallestSize } from './metrics.ts';
import { type Group, membersOf } from './scope.ts';

/** Settled places. */
export interface Settled {
  /** Relative to the parent's top-left corner, for everything that was considered. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
  /** Boundaries that stayed as they were for want of room. */
  readonly cramped: readonly ElementId[];
}

/** Settles all groups and the boundaries around them. */
export function settle(board: Board, groups: readonly Group[], wished: ReadonlyMap<ElementId, Box>): Settled {
  const boxes = new Map<ElementId, Box>();
  const cramped: ElementId[] = [];
  const inScope = membersOf(board, groups);
  const groupOf = new Map(groups.map((group) => [group.container, group]));
  const onTheWay = new Set<ElementId>();
  for (const { container } of groups)
    if (container !== null) for (const id of [container, ...board.ancestors(container)]) onTheWay.add(id);

  const now = ({ id, x, y, width, height }: Element): Box => boxes.get(id) ?? { x, y, width, height };

  /** Settles what lies in a container; gives the size it needs. */
  function settleIn(id: ElementId | null): Size {
    const children = board.children(id);
    const isFree = (child: Element): boolean => inScope.has(child.id) && !board.isAnchored(child.id);
    for (const child of children) settleChild(child, isFree(child));
    const free = children.filter(isFree);
    const group = groupOf.get(id);
    const isLaidOut = group !== undefined || (id !== null && inScope.has(id));
    const obstacles = children.filter((child) => !isFree(child));
    if (isLaidOut) place(id, free, obstacles);
    else pushAside(obstacles);
    freezeClashing(children);
    const content = unionOf(children.map(now)) ?? { x: 0, y: 0, width: 0, height: 0 };
    const element = id === null ? undefined : board.element(id);
    if (element === undefined) return content;
    const inset = board.inset(element, content);
    const smallest = smallestSize(element.label);
    const needed = {
      width: Math.max(smallest.width, Math.ceil(content.x + content.width + inset.right)),
      height: Math.max(smallest.height, Math.ceil(content.y + content.height + inset.bottom)),
    };
    const mayShrink = group === undefined ? inScope.has(element.id) : group.isWhole && element.shape.kind === 'box';
    return mayShrink
      ? needed
      : { width: Math.max(element.width, needed.width), height: Math.max(element.height, needed.height) };
  }

  function settleChild(child: Element, isFree: boolean): void {
    if (isFree) {
      settleWished(child);
      return;
    }
    const isConcerned = (inScope.has(child.id) && board.isOpen(child.id)) || onTheWay.has(child.id);
    if (!isConcerned) return;
    const size = settleIn(child.id);
    if (board.isFixed(child.id) && !isWithin(size, child)) freeze(child);
    else if (!board.isFixed(child.id)) boxes.set(child.id, { x: child.x, y: child.y, ...size });
  }

  /** Takes wishes over, for the element and everything in it. */
  function settleWished(element: Element): void {
    for (const { id } of [element, ...below(board, element.id)]) {
      const box = wished.get(id);
      if (box !== undefined) boxes.set(id, box);
    }
  }

  function freeze(element: Element): void {
    for (const { id } of [element, ...below(board, element.id)]) boxes.delete(id);
    cramped.push(element.id);
  }

  /** Moves the wished boxes together to where they fit best, then off everything that stays. */
  function place(id: ElementId | null, free: readonly Element[], obstacles: readonly Element[]): void {
    const wishes = new Map(
      free.flatMap(({ id: each }) => (wished.has(each) ? [[each, now(elementOf(each))] as const] : [])),
    );
    const block = unionOf(wishes.values());
    if (block === null) return;
    const { dx, dy } = shiftOf(id, free, obstacles, block);
    const moved = makeRoom(shifted(wishes, dx, dy), obstacles.map(now));
    for (const [each, box] of moved) boxes.set(each, box);
  }

  function shiftOf(
    id: ElementId | null,
    free: readonly Element[],
    obstacles: readonly Element[],
    block: Box,
  ): { readonly dx: number; readonly dy: number } {
    const steady = obstacles.flatMap((each) => {
      const wish = wished.get(each.id);
      return wish === undefined ? [] : [{ x: each.x - wish.x, y: each.y - wish.y }];
    });
    const wholeBoundary = id !== null && (groupOf.get(id)?.isWhole ?? inScope.has(id));
    const wanted = steady.length > 0 ? middleOf(steady) : wholeBoundary ? { x: 0, y: 0 } : sameMiddle(free, block);
    if (id === null) return { dx: Math.round(wanted.x), dy: Math.round(wanted.y) };
    const inset = board.inset(elementOf(id), block);
    return {
      dx: Math.round(Math.max(wanted.x, inset.left - block.x)),
      dy: Math.round(Math.max(wanted.y, inset.top - block.y)),
    };
  }

  const sameMiddle = (free: readonly Element[], block: Box): CanvasPoint => {
    const before = unionOf(free.map(({ x, y, width, height }) => ({ x, y, width, height }))) ?? block;
    return {
      x: before.x + before.width / 2 - block.x - block.width / 2,
      y: before.y + before.height / 2 - block.y - block.height / 2,
    };
  };

  /** Neighbours of what grew make room, unless they stay themselves. */
  function pushAside(children: readonly Element[]): void {
    const grown = children.filter((child) => boxes.has(child.id) && !isWithin(now(child), child));
    const movable = children.filter((child) => !boxes.has(child.id) && !board.isAnchored(child.id));
    const isNewlyOn = (child: Element): boolean =>
      grown.some((each) => areNear(now(each), child, 0) && !areNear(each, child, 0));
    if (!movable.some(isNewlyOn)) return;
    const staying = children.filter((child) => !movable.includes(child));
    const places = new Map(movable.map((child) => [child.id, now(child)]));
    for (const [id, box] of makeRoom(places, staying.map(now))) boxes.set(id, box);
  }

  /** What grew onto something that stays, and was not on it before, stays as it was. */
  function freezeClashing(children: readonly Element[]): void {
    for (const child of children) {
      if (!boxes.has(child.id) || !(board.isAnchored(child.id) || onTheWay.has(child.id))) continue;
      const clashes = children.some(
        (other) => other !== child && areNear(now(child), now(other), 0) && !areNear(child, other, 0),
      );
      if (clashes) freeze(child);
    }
  }

  const elementOf = (id: ElementId): Element => {
    const element = board.element(id);
    if (element === undefined) throw new Error(`settle: ${id} is not on the board`);
    return element;
  };

  settleIn(null);
  return { boxes, cramped };
}

const isWithin = (inner: Size, outer: Size): boolean => inner.width <= outer.width && inner.height <= outer.height;

/** The middle one of each coordinate, so that one far-off element does not drag the rest along. */
function middleOf(points: readonly CanvasPoint[]): CanvasPoint {
  const middle = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  return { x: middle(points.map(({ x }) => x)), y: middle(points.map(({ y }) => y)) };
}

/** Which items are where: a grid of cells over a scene, updated by difference. */

import { type Box, type CanvasPoint, encloses, holdsPoint, isWithin, overlaps } from '@strideboard/model';
import type { SceneElement, SceneFlow, SceneItem } from './items.ts';
import { distanceToLine } from './polyline.ts';
import type { Scene } from './scene.ts';

/** Answers about places in one scene. */
export interface SpatialGrid {
  /** Items that touch the box, in painting order. */
  query(box: Box): readonly SceneItem[];
  /** Whether more than so many items touch the box. */
  holdsMoreThan(box: Box, count: number): boolean;
  /**
   * The innermost item at a point: an element other than a boundary, else the nearest flow within the tolerance (px in canvas space) or under
   * its label, else the outline or name of a line or the innermost closed boundary. `null` for the open canvas.
   */
  hitTest(point: CanvasPoint, tolerance?: number): SceneItem | null;
  /** Takes the next scene; only items that changed are filed anew. */
  update(scene: Scene): void;
}

/** px */
const CELL = 256;
/** Items over more cells than this are kept apart and looked at each time. */
const CELLS_LIMIT = 400;
/** A flow and a cell of the grid meet where its line does, so lines are filed piece by piece; curves in pieces of this many samples. */
const PIECE = 4;

/** Files a scene. */
export function createSpatialGrid(scene: Scene): SpatialGrid {
  const cells = new Map<string, Set<SceneItem>>();
  const large = new Set<SceneItem>();
  const filed = new Map<SceneItem, readonly string[] | null>();
  let current: Scene | null = null;
  let order: readonly SceneItem[] | null = null;
  let places: Readonly<Record<SceneItem['item'], ReadonlyMap<string, number>>> | null = null;

  const file = (item: SceneItem): void => {
    const keys = cellsOf(item);
    filed.set(item, keys);
    if (keys === null) {
      large.add(item);
      return;
    }
    for (const cell of keys) {
      const items = cells.get(cell);
      if (items === undefined) cells.set(cell, new Set([item]));
      else items.add(item);
    }
  };
  const remove = (item: SceneItem): void => {
    for (const cell of filed.get(item) ?? []) {
      const items = cells.get(cell);
      items?.delete(item);
      if (items?.size === 0) cells.delete(cell);
    }
    filed.delete(item);
    large.delete(item);
  };
  const replace = <Item extends SceneItem>(before: readonly Item[], next: readonly Item[]): boolean => {
    const isSameRow = before.length === next.length && before.every((item, at) => item.id === next[at]?.id);
    if (!isSameRow) {
      const kept = new Set<SceneItem>(next);
      for (const item of before) if (!kept.has(item)) remove(item);
      for (const item of next) if (!filed.has(item)) file(item);
      return false;
    }
    before.forEach((item, at) => {
      const now = next[at];
      if (now === undefined || now === item) return;
      remove(item);
      file(now);
    });
    return true;
  };
  const update = (next: Scene): void => {
    const areSameRows = [
      replace(current?.elements ?? [], next.elements),
      replace(current?.flows ?? [], next.flows),
    ].every(Boolean);
    current = next;
    order = null;
    if (!areSameRows) places = null;
  };
  /** Everything in painting order; worked out only when somebody asks after a change. */
  const inOrder = (): readonly SceneItem[] => {
    order ??= current === null ? [] : paintingOrder(current);
    return order;
  };
  /** Places in the painting order, which hold as long as the same items stand in the same rows. */
  const placeOf = (item: SceneItem): number => {
    places ??= placesIn(inOrder());
    return places[item.item].get(item.id) ?? 0;
  };
  /** What may touch the box, in no order; `null` for a box over so many cells that everything is to be looked at. */
  const filedAround = (box: Box): ReadonlySet<SceneItem> | null => {
    const keys = cellKeys(box);
    if (keys === null) return null;
    const found = new Set<SceneItem>(large);
    for (const key of keys) for (const item of cells.get(key) ?? []) found.add(item);
    return found;
  };
  const near = (box: Box): readonly SceneItem[] => {
    const found = filedAround(box);
    return found === null ? inOrder() : [...found].sort((a, b) => placeOf(a) - placeOf(b));
  };

  update(scene);
  return {
    update,
    query: (box) => near(box).filter((item) => touches(item, box)),
    holdsMoreThan(box, count) {
      let found = 0;
      for (const item of filedAround(box) ?? inOrder()) if (touches(item, box) && ++found > count) return true;
      return false;
    },
    hitTest(point, tolerance = 6) {
      const around: Box = {
        x: point.x - tolerance,
        y: point.y - tolerance,
        width: 2 * tolerance,
        height: 2 * tolerance,
      };
      const candidates = [...near(around)].reverse();
      return (
        candidates.find((item) => item.item === 'element' && item.boundary === null && holdsPoint(item.box, point)) ??
        nearestFlow(candidates, point, tolerance) ??
        candidates.find(
          (item) => item.item === 'element' && item.boundary !== null && isOnBoundary(item, point, tolerance),
        ) ??
        null
      );
    },
  };
}

/** Boundaries, flows, other elements. */
function paintingOrder({ elements, flows }: Scene): readonly SceneItem[] {
  return [
    ...elements.filter((element) => element.boundary !== null),
    ...flows,
    ...elements.filter((element) => element.boundary === null),
  ];
}

/** Where each item stands in an order; an element and a flow may share an id. */
function placesIn(order: readonly SceneItem[]) {
  const places = { element: new Map<string, number>(), flow: new Map<string, number>() };
  for (const [at, { item, id }] of order.entries()) places[item].set(id, at);
  return places;
}

function nearestFlow(candidates: readonly SceneItem[], point: CanvasPoint, tolerance: number): SceneFlow | null {
  let best: { readonly flow: SceneFlow; readonly distance: number } | null = null;
  for (const flow of candidates) {
    if (flow.item !== 'flow') continue;
    const distance = flow.label !== null && holdsPoint(flow.label.box, point) ? 0 : distanceToLine(point, flow.points);
    if (distance <= tolerance && (best === null || distance < best.distance)) best = { flow, distance };
  }
  return best?.flow ?? null;
}

function isOnBoundary(element: SceneElement, point: CanvasPoint, tolerance: number): boolean {
  const { boundary, outlinePoints, box } = element;
  if (boundary?.tag != null && holdsPoint(boundary.tag.box, point)) return true;
  if (boundary?.closed === false) return distanceToLine(point, outlinePoints) <= tolerance;
  return outlinePoints.length === 0 ? holdsPoint(box, point) : isWithin(point, outlinePoints);
}

/** Whether any part of an item touches the box. Of most flows their bounds tell it. */
function touches(item: SceneItem, box: Box): boolean {
  if (item.item === 'flow') {
    if (encloses(box, item.bounds)) return true;
    const { x, y, width, height } = item.bounds;
    if (!overlaps({ x: x - 6, y: y - 6, width: width + 12, height: height + 12 }, box)) return false;
  }
  return partsOf(item).some((part) => overlaps(part, box));
}

/** The boxes an item fills: box and name of an element; label and pieces of the line of a flow. */
function partsOf(item: SceneItem): readonly Box[] {
  if (item.item === 'element') {
    const tag = item.boundary?.tag;
    return tag == null ? [item.box] : [item.box, tag.box];
  }
  const parts: Box[] = item.label === null ? [] : [item.label.box];
  for (let i = 0; i < item.points.length - 1; i += PIECE) parts.push(around(item.points.slice(i, i + PIECE + 1)));
  return parts;
}

function around(points: readonly CanvasPoint[]): Box {
  const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x: x - 6, y: y - 6, width: Math.max(...xs) - x + 12, height: Math.max(...ys) - y + 12 };
}

function cellsOf(item: SceneItem): readonly string[] | null {
  const keys = new Set<string>();
  for (const part of partsOf(item)) {
    const cells = cellKeys(part);
    if (cells === null) return null;
    for (const cell of cells) keys.add(cell);
  }
  return keys.size > CELLS_LIMIT ? null : [...keys];
}

function cellKeys(box: Box): readonly string[] | null {
  const [left, top] = [Math.floor(box.x / CELL), Math.floor(box.y / CELL)];
  const [right, bottom] = [Math.floor((box.x + box.width) / CELL), Math.floor((box.y + box.height) / CELL)];
  if ((right - left + 1) * (bottom - top + 1) > CELLS_LIMIT) return null;
  const keys: string[] = [];
  for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) keys.push(`${x},${y}`);
  return keys;
}

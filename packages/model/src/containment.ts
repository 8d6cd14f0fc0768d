/** Who is inside whom: the spatial parent chain, further memberships and references, and absolute places. */

import { type Element, isClosedBoundary } from './element.ts';
import { boundaryCurve } from './boundary-curve.ts';
import { type Box, centreOf, encloses, isWithin } from './geometry.ts';
import type { ElementId } from './ids.ts';
import { indexModel, type Model } from './model.ts';

/** Absolute boxes of all elements in canvas space, px. Relies on parents coming before children. */
export function absoluteBoxes(elements: readonly Element[]): ReadonlyMap<ElementId, Box> {
  const known = boxesOf.get(elements);
  if (known !== undefined) return known;
  const boxes = new Map<ElementId, Box>();
  for (const element of elements) {
    const origin = element.parent === null ? undefined : boxes.get(element.parent);
    boxes.set(element.id, {
      x: (origin?.x ?? 0) + element.x,
      y: (origin?.y ?? 0) + element.y,
      width: element.width,
      height: element.height,
    });
  }
  boxesOf.set(elements, boxes);
  return boxes;
}

/** A list of elements never changes, and every frame of a drag asks for the places on it several times. */
const boxesOf = new WeakMap<readonly Element[], ReadonlyMap<ElementId, Box>>();

/** Answers over the closure of parents, memberships and references. */
export interface Containment {
  /** Every closed boundary that holds the element, at any depth, by any road. Empty for unknown ids. */
  readonly enclosing: (id: ElementId) => ReadonlySet<ElementId>;
  /** Every element inside the boundary, at any depth, by any road, in model order. */
  readonly inside: (id: ElementId) => readonly Element[];
  /** Spatial parent chain, nearest first. */
  readonly ancestors: (id: ElementId) => readonly ElementId[];
}

/**
 * Builds the closure: an element is within its parent, its memberships, everything those are within, and within every
 * boundary that holds one of its references. Cycles, which a valid model does not have, end the walk silently.
 */
export function createContainment(model: Pick<Model, 'elements' | 'flows'>): Containment {
  const { elements } = indexModel(model);
  const references = new Map<ElementId, Element[]>();
  for (const element of model.elements) {
    if (element.kind !== 'ref' || element.of === null) continue;
    const known = references.get(element.of);
    if (known === undefined) references.set(element.of, [element]);
    else known.push(element);
  }
  const enclosingCache = new Map<ElementId, ReadonlySet<ElementId>>();
  let insideCache: ReadonlyMap<ElementId, readonly Element[]> | null = null;

  const enclosing = (id: ElementId): ReadonlySet<ElementId> => {
    const known = enclosingCache.get(id);
    if (known !== undefined) return known;
    const found = new Set<ElementId>();
    const visited = new Set<ElementId>([id]);
    const queue: ElementId[] = [id];
    for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
      const element = elements.get(current);
      if (element === undefined) continue;
      const above = [element.parent, ...element.memberOf, ...(references.get(current) ?? []).map((ref) => ref.id)];
      for (const next of above) {
        if (next === null || visited.has(next)) continue;
        const holder = elements.get(next);
        if (holder === undefined) continue;
        visited.add(next);
        if (isClosedBoundary(holder)) found.add(next);
        queue.push(next);
      }
    }
    enclosingCache.set(id, found);
    return found;
  };

  const inside = (id: ElementId): readonly Element[] => {
    if (insideCache === null) {
      const byBoundary = new Map<ElementId, Element[]>();
      for (const element of model.elements) {
        for (const boundary of enclosing(element.id)) {
          const list = byBoundary.get(boundary);
          if (list === undefined) byBoundary.set(boundary, [element]);
          else list.push(element);
        }
      }
      insideCache = byBoundary;
    }
    return insideCache.get(id) ?? [];
  };

  const ancestors = (id: ElementId): readonly ElementId[] => {
    const chain = new Set<ElementId>();
    for (
      let at = elements.get(id)?.parent ?? null;
      at !== null && !chain.has(at);
      at = elements.get(at)?.parent ?? null
    ) {
      chain.add(at);
    }
    return [...chain];
  };

  return { enclosing, inside, ancestors };
}

/**
 * The boundary an element of this box should be dropped into: the innermost closed boundary that wholly encloses it, among those not
 * excluded (the dragged things themselves and their contents) nor hidden in a collapsed one. A free form takes in what fits into its box and
 * has its middle within the outline. `null` for the open canvas. Ties go to the smaller area, then the later in order.
 */
export function boundaryAt(box: Box, elements: readonly Element[], excluded: ReadonlySet<ElementId>): ElementId | null {
  const boxes = absoluteBoxes(elements);
  const folded = collapsedInto(elements);
  let best: { readonly id: ElementId; readonly area: number } | null = null;
  for (const element of elements) {
    if (excluded.has(element.id) || !isClosedBoundary(element) || element.collapsed || folded.has(element.id)) continue;
    const candidate = boxes.get(element.id);
    if (candidate === undefined || !encloses(candidate, box)) continue;
    if (element.shape.kind === 'poly' && !isWithin(centreOf(box), boundaryCurve(element, candidate))) continue;
    const area = candidate.width * candidate.height;
    if (best === null || area <= best.area) best = { id: element.id, area };
  }
  return best?.id ?? null;
}

/** What collapsed boundaries hide: each element inside one, however deep, with the outermost collapsed boundary around it. */
export function collapsedInto(elements: readonly Element[]): ReadonlyMap<ElementId, ElementId> {
  const folded = new Map<ElementId, ElementId>();
  if (!elements.some(({ collapsed }) => collapsed)) return folded;
  const byId = new Map(elements.map((element) => [element.id, element]));
  for (const { id, parent } of elements) {
    const visited = new Set<ElementId>([id]);
    for (let at = parent; at !== null && !visited.has(at); at = byId.get(at)?.parent ?? null) {
      visited.add(at);
      const holder = byId.get(at);
      if (holder?.collapsed === true && isClosedBoundary(holder)) folded.set(id, at);
    }
  }
  return folded;
}

/** The given ids without those whose spatial ancestor is given too, in the given order: what a move or delete starts from. */
export function topMost(ids: readonly ElementId[], elements: readonly Element[]): readonly ElementId[] {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const chosen = new Set(ids);
  const hasChosenAncestor = (id: ElementId): boolean => {
    const visited = new Set<ElementId>();
    for (let at = byId.get(id)?.parent ?? null; at !== null && !visited.has(at); at = byId.get(at)?.parent ?? null) {
      if (chosen.has(at)) return true;
      visited.add(at);
    }
    return false;
  };
  return [...chosen].filter((id) => byId.has(id) && !hasChosenAncestor(id));
}

/** The elements and everything spatially below them, in model order. */
export function withDescendants(ids: readonly ElementId[], elements: readonly Element[]): readonly Element[] {
  const chosen = new Set(ids);
  return elements.filter((element) => {
    if (chosen.has(element.id)) return true;
    if (element.parent === null || !chosen.has(element.parent)) return false;
    chosen.add(element.id);
    return true;
  });
}

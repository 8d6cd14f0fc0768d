/** What is laid out: the elements and flows of one diagram, with the questions that layout asks about them. */

import { absoluteBoxes, type Box, type Element, type ElementId, type Flow, isClosedBoundary } from '@strideboard/model';
import { createInsets, type InsetOf } from './inset.ts';

/** One diagram, indexed. */
export interface Board {
  /** Parents before children. */
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly element: (id: ElementId) => Element | undefined;
  /** Direct children that have a place of their own to be given: all but line boundaries, in model order. */
  readonly children: (id: ElementId | null) => readonly Element[];
  /** Absolute box as it is now, canvas px. */
  readonly box: (id: ElementId) => Box;
  /** Whether it may not be moved. */
  readonly isFixed: (id: ElementId) => boolean;
  /** Whether it stays at its place: it is fixed or holds something fixed. */
  readonly isAnchored: (id: ElementId) => boolean;
  /** Whether what lies inside is drawn and laid out. */
  readonly isOpen: (id: ElementId) => boolean;
  /** How far from its box the content of a boundary must stay. */
  readonly inset: InsetOf;
  /** Boundaries around an element, innermost first. */
  readonly ancestors: (id: ElementId) => readonly ElementId[];
}

/** Elements and flows of one diagram, and which elements may not be moved besides those with a lock. */
export interface BoardParts {
  readonly elements: readonly Element[];
  readonly flows: readonly Flow[];
  readonly isFixed?: ((id: ElementId) => boolean) | undefined;
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Indexes a diagram. Flows whose ends are not among the elements are left out. */
export function indexBoard({ elements, flows, isFixed = () => false }: BoardParts): Board {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const boxes = absoluteBoxes(elements);
  const children = new Map<ElementId | null, Element[]>();
  const fixed = new Set<ElementId>();
  const anchored = new Set<ElementId>();
  const ancestors = (id: ElementId): readonly ElementId[] => {
    const chain: ElementId[] = [];
    for (let at = byId.get(id)?.parent ?? null; at !== null && byId.has(at); at = byId.get(at)?.parent ?? null)
      chain.push(at);
    return chain;
  };
  for (const element of elements) {
    if (element.kind !== 'boundary' || isClosedBoundary(element)) {
      const home = element.parent !== null && byId.has(element.parent) ? element.parent : null;
      const list = children.get(home);
      if (list === undefined) children.set(home, [element]);
      else list.push(element);
    }
    if (element.lock === null && !isFixed(element.id)) continue;
    fixed.add(element.id);
    for (const id of [element.id, ...ancestors(element.id)]) anchored.add(id);
  }
  return {
    elements,
    flows: flows.filter(({ source, target }) => byId.has(source) && byId.has(target)),
    element: (id) => byId.get(id),
    children: (id) => children.get(id) ?? [],
    box: (id) => boxes.get(id) ?? NOWHERE,
    isFixed: (id) => fixed.has(id),
    isAnchored: (id) => anchored.has(id),
    isOpen: (id) => (children.get(id) ?? []).length > 0 && byId.get(id)?.collapsed !== true,
    inset: createInsets(),
    ancestors,
  };
}

/** All elements below a boundary, at any depth, without itself. */
export function below(board: Board, id: ElementId): readonly Element[] {
  return board.children(id).flatMap((child) => [child, ...below(board, child.id)]);
}

/** What a layout is asked to place: everything, what lies in one boundary, or the selection. */

import { type Element, type ElementId, topMost } from '@strideboard/model';
import { below, type Board } from './board.ts';

/** What to lay out. */
export type LayoutScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'boundary'; readonly id: ElementId }
  | { readonly kind: 'selection'; readonly ids: readonly ElementId[] };

/** Siblings that are laid out together. */
export interface Group {
  /** Where they lie; `null` for the open canvas. */
  readonly container: ElementId | null;
  /** In model order. */
  readonly members: readonly Element[];
  /** Whether these are all that lies there, so that the container may shrink to fit. */
  readonly isWhole: boolean;
}

/** The groups of a scope; none where there is nothing to place. */
export function groupsOf(board: Board, scope: LayoutScope): readonly Group[] {
  if (scope.kind !== 'selection') {
    const container = scope.kind === 'all' ? null : scope.id;
    const members = board.children(container);
    return members.length === 0 ? [] : [{ container, members, isWhole: true }];
  }
  const chosen = new Set(topMost(scope.ids, board.elements));
  const homes = new Map<ElementId | null, Element[]>();
  for (const element of board.elements) {
    if (!chosen.has(element.id)) continue;
    const home = homes.get(element.parent);
    if (home === undefined) homes.set(element.parent, [element]);
    else home.push(element);
  }
  return [...homes].flatMap(([container, list]): Group[] => {
    const siblings = board.children(container);
    const members = siblings.filter((sibling) => list.includes(sibling));
    return members.length === 0 ? [] : [{ container, members, isWhole: members.length === siblings.length }];
  });
}

/** Everything in the groups, at any depth. */
export function membersOf(board: Board, groups: readonly Group[]): ReadonlySet<ElementId> {
  return new Set(
    groups.flatMap(({ members }) =>
      members.flatMap(({ id }) => [id, ...below(board, id).map((element) => element.id)]),
    ),
  );
}

/** Attack trees of a pack as a graph: the order of the shared parts, and how many ways lead to a goal. */

import type { Subtree, TreeItem } from './tree-schema.ts';

/** All steps written in a tree, itself first; those of sub-trees it refers to not counted. */
export function stepsOf(root: TreeItem): readonly TreeItem[] {
  const steps: TreeItem[] = [root];
  // The list grows while it is walked.
  for (const { children = [] } of steps) steps.push(...children);
  return steps;
}

/** Sub-trees so that each comes after all it refers to; those that lead into a circle come apart. Linear in the number of refs. */
export function orderSubtrees(subtrees: readonly Subtree[]): {
  readonly ordered: readonly Subtree[];
  readonly circular: readonly Subtree[];
} {
  const waiting = new Map<string, number>();
  const users = new Map<string, Subtree[]>();
  const ordered: Subtree[] = [];
  for (const subtree of subtrees) {
    const refs = new Set(stepsOf(subtree).flatMap(({ ref }) => ref ?? []));
    waiting.set(subtree.id, refs.size);
    if (refs.size === 0) ordered.push(subtree);
    for (const ref of refs) users.set(ref, [...(users.get(ref) ?? []), subtree]);
  }
  // The list grows while it is walked.
  for (const { id } of ordered) {
    for (const user of users.get(id) ?? []) {
      const left = (waiting.get(user.id) ?? 0) - 1;
      waiting.set(user.id, left);
      if (left === 0) ordered.push(user);
    }
  }
  return { ordered, circular: subtrees.filter(({ id }) => waiting.get(id) !== 0) };
}

/**
 * Ways to the top of each tree: a product below `and`, a sum below `or` and `goals`; a shared part counts at each place where it is used. The
 * sub-trees are all there and in the order of `orderSubtrees`.
 */
export function countTreePaths(trees: readonly TreeItem[], ordered: readonly Subtree[]): readonly number[] {
  const known = new Map<string, number>();
  const count = ({ ref, kind, children = [] }: TreeItem): number => {
    if (ref !== undefined) return known.get(ref) ?? 1;
    const below = children.filter(isTreeStep).map(count);
    if (below.length === 0) return 1;
    return kind === 'and' ? below.reduce((a, b) => a * b, 1) : below.reduce((a, b) => a + b, 0);
  };
  for (const subtree of ordered) known.set(subtree.id, count(subtree));
  return trees.map(count);
}

/** Whether an attacker takes it: not a note, and not what is left out. */
export const isTreeStep = ({ kind }: TreeItem): boolean => kind !== 'note' && kind !== 'outOfScope';

/** The few ways to a goal that are open to an attacker and ask least of one. */

import type { CountedNode } from './count-paths.ts';

/** One way to the goal on which no control is in place. */
export interface AttackPath {
  /** All steps on it, from the goal down, each once. */
  readonly nodes: readonly string[];
  /** The last steps, each once, in the order of the tree. */
  readonly leaves: readonly string[];
  /** Last steps that the board shows as shut: nothing was found, or what was found is decided. */
  readonly shut: number;
  /** Last steps about which the board says nothing. */
  readonly open: number;
}

/** A way as it is put together: what it takes, and the ways to the steps right below. */
interface Way {
  readonly node: string;
  readonly parts: readonly Way[];
  readonly shut: number;
  readonly open: number;
  readonly leaves: number;
}

/** The easiest uncovered ways to a step: fewest shut steps, then fewest the board says nothing about, then fewest steps. */
export function easiestPaths(
  nodes: ReadonlyMap<string, CountedNode>,
  goal: string,
  most: number,
): readonly AttackPath[] {
  const known = new Map<string, readonly Way[]>();
  for (const [id, node] of nodes) known.set(id, waysTo(id, node, known, most));
  return (known.get(goal) ?? []).map(writeOut);
}

function waysTo(
  id: string,
  { isAnd, state, edges }: CountedNode,
  known: ReadonlyMap<string, readonly Way[]>,
  most: number,
): readonly Way[] {
  if (state !== null) {
    const isShut = state === 'decided' || state === 'quiet';
    const isOpen = state === 'unknown' || state === 'none';
    return [{ node: id, parts: [], shut: Number(isShut), open: Number(isOpen), leaves: 1 }];
  }
  const below = edges.map(({ child, isCut }) => (isCut ? [] : (known.get(child) ?? [])));
  if (!isAnd)
    return easiest(
      below.flat().map((way) => together(id, [way])),
      most,
    );
  // A chain of pairs instead of growing lists: what several ways share is kept once.
  const nothing: Way = { node: id, parts: [], shut: 0, open: 0, leaves: 0 };
  return below.reduce<readonly Way[]>(
    (sofar, ways) =>
      easiest(
        sofar.flatMap((way) => ways.map((next) => together(id, [way, next]))),
        most,
      ),
    [nothing],
  );
}

const together = (node: string, parts: readonly Way[]): Way => ({
  node,
  parts,
  shut: sum(parts.map(({ shut }) => shut)),
  open: sum(parts.map(({ open }) => open)),
  leaves: sum(parts.map(({ leaves }) => leaves)),
});

/** Bounded, so that a part that is used over and over cannot count beyond what numbers hold. */
const sum = (counts: readonly number[]): number =>
  Math.min(
    1e9,
    counts.reduce((a, b) => a + b, 0),
  );

const easiest = (ways: readonly Way[], most: number): readonly Way[] =>
  [...ways].sort((a, b) => a.shut - b.shut || a.open - b.open || a.leaves - b.leaves).slice(0, most);

function writeOut(way: Way): AttackPath {
  const passed = new Set<Way>();
  const nodes = new Set<string>();
  const leaves = new Set<string>();
  const waiting = [way];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (passed.has(at)) continue;
    passed.add(at);
    nodes.add(at.node);
    if (at.leaves === 1 && at.parts.length === 0) leaves.add(at.node);
    waiting.push(...[...at.parts].reverse());
  }
  return { nodes: [...nodes], leaves: [...leaves], shut: way.shut, open: way.open };
}

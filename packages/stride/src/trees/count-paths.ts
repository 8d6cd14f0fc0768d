/**
 * Counts the ways to the goal of an attack tree without listing them: below `and` every step is needed, so ways multiply; below `or` one is
 * enough, so they add up. What several steps share counts at each place where it is used.
 */

import type { LeafState } from './light-leaves.ts';

/** Counts end here: a number above it means more than this many. */
export const PATH_LIMIT = 1_000_000;

/** How many ways there are. */
export interface PathCounts {
  readonly total: number;
  /** Those without a control in place anywhere on the way. */
  readonly uncovered: number;
  /** Those of them of which the board shows at least one step, and shuts none: the rest of the steps no rule looks at. */
  readonly lit: number;
}

/** A step as counting sees it: only ways down to steps that count. */
export interface CountedNode {
  readonly isAnd: boolean;
  /** What is known of a last step; `null` where steps lead here. */
  readonly state: LeafState | null;
  readonly edges: readonly { readonly child: string; readonly isCut: boolean }[];
}

/** Counts for every step; each comes after all steps below it. */
export function countPaths(nodes: ReadonlyMap<string, CountedNode>): ReadonlyMap<string, PathCounts> {
  const tallies = new Map<string, Tally>();
  for (const [id, node] of nodes) tallies.set(id, tallyOf(node, tallies));
  return new Map([...tallies].map(([id, { total, uncovered, lit }]) => [id, { total, uncovered, lit }] as const));
}

/** `dark`: uncovered ways of which no rule looks at any step. */
interface Tally extends PathCounts {
  readonly dark: number;
}

const IMPOSSIBLE: Tally = { total: 0, uncovered: 0, lit: 0, dark: 0 };
const SURE: Tally = { total: 1, uncovered: 1, lit: 0, dark: 1 };

function tallyOf({ isAnd, state, edges }: CountedNode, below: ReadonlyMap<string, Tally>): Tally {
  if (state !== null) {
    const isOpen = state === 'lit' || state === 'accepted';
    return { total: 1, uncovered: 1, lit: Number(isOpen), dark: Number(state === 'none') };
  }
  const ways = edges.map(({ child, isCut }) => {
    const way = below.get(child) ?? IMPOSSIBLE;
    return isCut ? { ...IMPOSSIBLE, total: way.total } : way;
  });
  return isAnd ? ways.reduce(both, SURE) : ways.reduce(either, IMPOSSIBLE);
}

const either = (a: Tally, b: Tally): Tally => ({
  total: bounded(a.total + b.total),
  uncovered: bounded(a.uncovered + b.uncovered),
  lit: bounded(a.lit + b.lit),
  dark: bounded(a.dark + b.dark),
});

const both = (a: Tally, b: Tally): Tally => ({
  total: bounded(a.total * b.total),
  uncovered: bounded(a.uncovered * b.uncovered),
  lit: bounded(a.lit * b.lit + a.lit * b.dark + a.dark * b.lit),
  dark: bounded(a.dark * b.dark),
});

const bounded = (count: number): number => Math.min(count, PATH_LIMIT + 1);

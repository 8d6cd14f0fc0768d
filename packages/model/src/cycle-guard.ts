/**
 * Which arcs can be added to a directed graph without closing a cycle. One search per arc would let hostile input cost minutes: thousands of
 * nodes with hundreds of refused arcs each. So one walk answers for 32 sources at a time. It gives every node it meets a mask: which of
 * these sources are first on the paths that start there. How the sources reach each other is kept in 32 rows, and only these change while
 * their arcs are added.
 */

/** What the guard must know of the graph. Nodes are numbers from 0. */
export interface CycleGuardOptions {
  readonly nodeCount: number;
  /** The nodes that will get arcs, in the order in which they will. */
  readonly sources: readonly number[];
  /** Where the arcs of a node lead, as of now. The graph must have no cycle. */
  readonly above: (node: number) => readonly number[];
}

/** Answers for arcs that come source by source, in the order of `sources`. */
export interface CycleGuard {
  /** Whether an arc from a source to a node would close a cycle: the source is that node or can be reached from it. */
  closesCycle(source: number, to: number): boolean;
  /** To be called for each arc that was added. */
  added(source: number, to: number): void;
}

/** One bit each. */
const SOURCES_PER_WALK = 32;
const NO_ROW = -1;

/** Watches over one growing graph: at most one walk per 32 sources, and no walk follows an arc twice. */
export function createCycleGuard({ nodeCount, sources, above }: CycleGuardOptions): CycleGuard {
  const turns = new Int32Array(nodeCount).fill(-1);
  for (const [turn, node] of sources.entries()) turns[node] = turn;
  const masks = new Int32Array(nodeCount);
  /** The walk that set a node's mask; masks of older walks do not count. */
  const setBy = new Int32Array(nodeCount);
  /** Per source of this walk: the sources of this walk that it reaches now, itself included. */
  const rows = new Int32Array(SOURCES_PER_WALK);
  // The way from where a walk began to where it is, and which arc comes next at each node of it.
  const path = new Int32Array(nodeCount);
  const nextArcs = new Int32Array(nodeCount);
  let walk = 0;
  let first = -SOURCES_PER_WALK;

  const rowOf = (node: number): number => {
    const turn = turns[node] ?? -1;
    return turn >= 0 && turn >= first && turn < first + SOURCES_PER_WALK ? turn - first : NO_ROW;
  };
  /** Marks a node as met; whether its arcs must be followed. A source of this walk stands for itself: its row knows the rest. */
  const meet = (node: number): boolean => {
    const row = rowOf(node);
    setBy[node] = walk;
    masks[node] = row === NO_ROW ? 0 : 1 << row;
    return row === NO_ROW;
  };
  const fold = (into: number, from: number): void => {
    masks[into] = (masks[into] ?? 0) | (masks[from] ?? 0);
  };
  const maskOf = (start: number): number => {
    let depth = setBy[start] !== walk && meet(start) ? 0 : -1;
    path[0] = start;
    nextArcs[0] = 0;
    while (depth >= 0) {
      const node = path[depth] ?? 0;
      const next = nextArcs[depth] ?? 0;
      const to = above(node)[next];
      nextArcs[depth] = next + 1;
      if (to === undefined) {
        depth--;
        if (depth >= 0) fold(path[depth] ?? 0, node);
      } else if (setBy[to] === walk || !meet(to)) fold(node, to);
      else {
        depth++;
        path[depth] = to;
        nextArcs[depth] = 0;
      }
    }
    return masks[start] ?? 0;
  };
  const takeOver = (row: number, reached: number): void => {
    rows[row] = (rows[row] ?? 0) | reached;
  };
  const reaches = (row: number, other: number): boolean => hasBit(rows[row] ?? 0, other);
  /** The sources of this walk that can be reached from a node now. */
  const reachedFrom = (node: number): number => {
    let reached = 0;
    for (let left = maskOf(node); left !== 0; left &= left - 1) reached |= rows[lowestBit(left)] ?? 0;
    return reached;
  };
  const begin = (turn: number): void => {
    walk++;
    first = turn;
    for (let row = 0; row < SOURCES_PER_WALK; row++) {
      const source = sources[first + row];
      rows[row] = 1 << row;
      for (const to of source === undefined ? [] : above(source)) takeOver(row, maskOf(to));
    }
    for (let via = 0; via < SOURCES_PER_WALK; via++) {
      for (let row = 0; row < SOURCES_PER_WALK; row++) if (reaches(row, via)) takeOver(row, rows[via] ?? 0);
    }
  };

  return {
    closesCycle(source, to) {
      if (source === to) return true;
      if (above(to).length === 0) return false;
      if (rowOf(source) === NO_ROW) begin(turns[source] ?? 0);
      return hasBit(reachedFrom(to), rowOf(source));
    },
    added(source, to) {
      const changed = rowOf(source);
      if (changed === NO_ROW) return;
      const reached = reachedFrom(to);
      for (let row = 0; row < SOURCES_PER_WALK; row++) if (reaches(row, changed)) takeOver(row, reached);
    },
  };
}

const hasBit = (mask: number, bit: number): boolean => ((mask >>> bit) & 1) === 1;
const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask);

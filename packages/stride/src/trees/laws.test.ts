import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedNode, countPaths, PATH_LIMIT, type PathCounts } from './count-paths.ts';
import { easiestPaths } from './easiest-paths.ts';
import { LEAF_STATES, type LeafState } from './light-leaves.ts';

/** A graph whose steps lead only to earlier ones; the last is the goal. */
const arbitraryGraph = (size: number): fc.Arbitrary<ReadonlyMap<string, CountedNode>> =>
  fc
    .array(
      fc.record({
        isAnd: fc.boolean(),
        state: fc.constantFrom<LeafState>(...LEAF_STATES),
        edges: fc.array(fc.record({ child: fc.nat(), isCut: fc.boolean() }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: size },
    )
    .map(
      (drafts) =>
        new Map(
          drafts.map(({ isAnd, state, edges }, at): [string, CountedNode] => {
            const below = at === 0 ? [] : edges.map(({ child, isCut }) => ({ child: String(child % at), isCut }));
            return [String(at), { isAnd, state: below.length === 0 ? state : null, edges: below }];
          }),
        ),
    );

const goalOf = (graph: ReadonlyMap<string, CountedNode>): string => String(graph.size - 1);

/** Whether its ways can be listed one by one. */
const isListable = (graph: ReadonlyMap<string, CountedNode>): boolean =>
  [...countPaths(graph).values()].every(({ total }) => total <= 500);

/** One way, written out: every last step at each place where it is used, and whether a control is in place anywhere. */
interface Way {
  readonly leaves: readonly LeafState[];
  readonly isCut: boolean;
}

/** All ways, one by one. */
function listWays(graph: ReadonlyMap<string, CountedNode>, id: string): readonly Way[] {
  const node = graph.get(id);
  if (node === undefined) throw new Error(`no step ${id}`);
  if (node.state !== null) return [{ leaves: [node.state], isCut: false }];
  const below = node.edges.map(({ child, isCut }) =>
    listWays(graph, child).map((way) => ({ ...way, isCut: way.isCut || isCut })),
  );
  if (!node.isAnd) return below.flat();
  return below.reduce<readonly Way[]>(
    (sofar, ways) =>
      sofar.flatMap((a) => ways.map((b) => ({ leaves: [...a.leaves, ...b.leaves], isCut: a.isCut || b.isCut }))),
    [{ leaves: [], isCut: false }],
  );
}

const isOpenLeaf = (state: LeafState): boolean => state === 'lit' || state === 'accepted';

function bruteForce(graph: ReadonlyMap<string, CountedNode>): PathCounts {
  const ways = listWays(graph, goalOf(graph));
  const uncovered = ways.filter(({ isCut }) => !isCut);
  const lit = uncovered.filter(
    ({ leaves }) => leaves.some(isOpenLeaf) && leaves.every((state) => isOpenLeaf(state) || state === 'none'),
  );
  return { total: ways.length, uncovered: uncovered.length, lit: lit.length };
}

describe('counting the ways to a goal', () => {
  it('gives what listing them one by one gives', () => {
    fc.assert(
      fc.property(arbitraryGraph(7), (graph) => {
        fc.pre(isListable(graph));
        expect(countPaths(graph).get(goalOf(graph))).toEqual(bruteForce(graph));
      }),
    );
  });

  it('never counts more uncovered ways after one more cut', () => {
    fc.assert(
      fc.property(arbitraryGraph(30), fc.nat(), (graph, at) => {
        const [id, node] = [...graph][at % graph.size] ?? ['', null];
        const cut = { ...node, edges: node?.edges.map((edge) => ({ ...edge, isCut: true })) ?? [] } as CountedNode; // found above
        const before = countPaths(graph).get(goalOf(graph));
        const after = countPaths(new Map([...graph, [id, cut]])).get(goalOf(graph));
        expect(after?.total).toBe(before?.total);
        expect(after?.uncovered).toBeLessThanOrEqual(before?.uncovered ?? -1);
        expect(after?.lit).toBeLessThanOrEqual(before?.lit ?? -1);
      }),
    );
  });

  it('stops at a limit where shared parts multiply without end', () => {
    const leaf: CountedNode = { isAnd: false, state: 'lit', edges: [] };
    const edge = (child: number) => ({ child: String(child), isCut: false });
    const graph = new Map<string, CountedNode>([['0', leaf]]);
    for (let at = 1; at <= 2_000; at++) {
      graph.set(String(at), { isAnd: at % 2 === 0, state: null, edges: [edge(at - 1), edge(at - 1)] });
    }
    expect(countPaths(graph).get('2000')).toEqual({
      total: PATH_LIMIT + 1,
      uncovered: PATH_LIMIT + 1,
      lit: PATH_LIMIT + 1,
    });
    expect(easiestPaths(graph, '2000', 3).map(({ leaves }) => leaves)).toEqual([['0'], ['0'], ['0']]);
  });
});

describe('the easiest ways to a goal', () => {
  const costOf = (leaves: readonly LeafState[]): readonly [number, number, number] => [
    leaves.filter((state) => state === 'decided' || state === 'quiet').length,
    leaves.filter((state) => state === 'unknown' || state === 'none').length,
    leaves.length,
  ];
  const compare = (a: readonly number[], b: readonly number[]): number =>
    a.map((cost, at) => cost - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0;

  it('are the first of all uncovered ones', () => {
    fc.assert(
      fc.property(arbitraryGraph(7), (graph) => {
        fc.pre(isListable(graph));
        const all = listWays(graph, goalOf(graph))
          .filter(({ isCut }) => !isCut)
          .map(({ leaves }) => costOf(leaves))
          .sort(compare);
        const found = easiestPaths(graph, goalOf(graph), 3);
        expect(found.map(({ shut, open }) => [shut, open])).toEqual(
          all.slice(0, 3).map(([shut, open]) => [shut, open]),
        );
      }),
    );
  });
});

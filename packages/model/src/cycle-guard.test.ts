import { createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createCycleGuard } from './cycle-guard.ts';

/** Adds the arcs a guard allows, source by source; gives the answers and how often the guard asked what is above a node. */
function grow(above: number[][], wanted: readonly (readonly [source: number, targets: readonly number[]])[]) {
  let looks = 0;
  const guard = createCycleGuard({
    nodeCount: above.length,
    sources: wanted.map(([source]) => source),
    above: (node) => {
      looks++;
      return above[node] ?? [];
    },
  });
  const refused: [number, number][] = [];
  const wrong: [number, number][] = [];
  for (const [source, targets] of wanted) {
    for (const target of targets) {
      const closes = guard.closesCycle(source, target);
      if (above.length <= 200 && closes !== isReached(above, target, source)) wrong.push([source, target]);
      if (closes) refused.push([source, target]);
      else {
        above[source]?.push(target);
        guard.added(source, target);
      }
    }
  }
  return { refused, wrong, looks };
}

/** The plain answer: a search from scratch. */
function isReached(above: readonly (readonly number[])[], from: number, to: number): boolean {
  const seen = new Set([from]);
  for (const node of seen) for (const next of above[node] ?? []) seen.add(next);
  return seen.has(to);
}

describe('a cycle guard', () => {
  it('refuses loops, and the last arc of a ring', () => {
    const ring = Array.from({ length: 100 }, (_, node) => [node, [node, (node + 1) % 100]] as const);
    const { refused } = grow(
      ring.map(() => []),
      ring,
    );
    expect(refused.filter(([source, target]) => source !== target)).toEqual([[99, 0]]);
    expect(refused).toHaveLength(101);
  });

  it('answers as a search from scratch does, whatever was there before and in whatever order sources come', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const random = createRandom(seed);
      const count = random.between(2, 150);
      const nodes = random.shuffle(Array.from({ length: count }, (_, node) => node));
      const above: number[][] = nodes.map(() => []);
      for (let at = 1; at < count; at++) {
        if (random.chance(0.3)) above[nodes[at] ?? 0]?.push(nodes[random.between(0, at - 1)] ?? 0);
      }
      const most = random.pick([1, 3, 20]) ?? 1;
      const sources = random.some(random.shuffle(nodes), 0.8);
      const wanted = sources.map((source) => {
        const targets = Array.from({ length: random.between(0, most) }, () => random.between(0, count - 1));
        return [source, targets] as const;
      });
      expect(grow(above, wanted).wrong, `seed ${seed}`).toEqual([]);
    }
  });

  it('looks at a node a few times per 32 sources, however many arcs it has to refuse', () => {
    const count = 640;
    const before = (node: number) => Array.from({ length: 100 }, (_, back) => (node + count - 1 - back) % count);
    const wanted = Array.from({ length: count }, (_, node) => [node, before(node)] as const);
    const { refused, looks } = grow(
      wanted.map(() => []),
      wanted,
    );
    expect(refused).toHaveLength((100 * 101) / 2);
    const arcs = count * 100;
    const walks = count / 32;
    expect(looks).toBeLessThan(walks * (arcs + count) + arcs);
  });
});

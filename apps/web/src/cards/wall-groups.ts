/** The wall in its order: clusters of cards under the element or flow that they are about first. Pure. */
import type { CardCluster } from '../room/workshop/card-clusters.ts';

/** Clusters under one heading. */
export interface WallGroup {
  /** Id of an element or flow on the board; `null` for what is linked with none. */
  readonly target: string | null;
  readonly clusters: readonly CardCluster[];
}

/** Groups in the order of `targets` (what is on the board now), what is linked with nothing of it last. */
export function groupWall(clusters: readonly CardCluster[], targets: Iterable<string>): readonly WallGroup[] {
  const groups = new Map<string | null, CardCluster[]>();
  for (const target of targets) groups.set(target, []);
  const loose: CardCluster[] = [];
  for (const cluster of clusters) {
    const target = cluster.on.find((id) => groups.has(id));
    (target === undefined ? loose : groups.get(target))?.push(cluster);
  }
  return [...groups, [null, loose] as const].flatMap(([target, inside]) =>
    inside.length === 0 ? [] : [{ target, clusters: inside }],
  );
}

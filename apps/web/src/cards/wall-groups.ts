/** The wall in its order: clusters of cards under the element or flow that they are about first. Pure. */
import { STRIDE_LETTERS, type StrideLetter, type Workshop, type WorkshopCard } from '@strideboard/model';

/** Cards that belong together, at least one. */
export interface Cluster {
  /** Key of the card that leads; stays while it leads, also when its author withdrew it. */
  readonly key: string;
  /** The card on top. */
  readonly face: WorkshopCard;
  readonly cards: readonly WorkshopCard[];
  /** What any of them is about, and the letters of any. */
  readonly on: readonly string[];
  readonly letters: readonly StrideLetter[];
  /** What they turned into; `null` while nothing. */
  readonly became: string | null;
}

/** Clusters under one heading. */
export interface WallGroup {
  /** Id of an element or flow on the board; `null` for what is linked with none. */
  readonly target: string | null;
  readonly clusters: readonly Cluster[];
}

/** Cards that may be looked at: not withdrawn, and not of a round that still runs. */
export function shownCards({ cards, rounds }: Pick<Workshop, 'cards' | 'rounds'>, lane: WorkshopCard['lane']) {
  const silent = new Set(rounds.flatMap(({ id, state }) => (state === 'silent' ? [id] : [])));
  return cards.filter((card) => !card.gone && card.lane === lane && (lane === 'park' || !silent.has(card.round)));
}

/** Clusters of these cards, by the time of the card on top. */
export function clusterCards(cards: readonly WorkshopCard[]): readonly Cluster[] {
  const byLeader = new Map<string, WorkshopCard[]>();
  for (const card of cards) {
    const together = byLeader.get(card.cluster);
    if (together === undefined) byLeader.set(card.cluster, [card]);
    else together.push(card);
  }
  const clusters = [...byLeader].flatMap(([key, together]): readonly Cluster[] => {
    const [first] = together;
    if (first === undefined) return [];
    const face = together.find((card) => card.key === key) ?? first;
    const ordered = [face, ...together.filter((card) => card !== face)];
    const letters = new Set(ordered.flatMap((card) => card.letters));
    return [
      {
        ...{ key, face, cards: ordered },
        on: [...new Set(ordered.flatMap((card) => card.on))],
        letters: STRIDE_LETTERS.filter((letter) => letters.has(letter)),
        became: face.became ?? ordered.find(({ became }) => became !== null)?.became ?? null,
      },
    ];
  });
  return clusters.sort((a, b) => a.face.at - b.face.at || (a.key < b.key ? -1 : 1));
}

/** Groups in the order of `targets` (what is on the board now), what is linked with nothing of it last. */
export function groupWall(clusters: readonly Cluster[], targets: Iterable<string>): readonly WallGroup[] {
  const groups = new Map<string | null, Cluster[]>();
  for (const target of targets) groups.set(target, []);
  const loose: Cluster[] = [];
  for (const cluster of clusters) {
    const target = cluster.on.find((id) => groups.has(id));
    (target === undefined ? loose : groups.get(target))?.push(cluster);
  }
  return [...groups, [null, loose] as const].flatMap(([target, inside]) =>
    inside.length === 0 ? [] : [{ target, clusters: inside }],
  );
}

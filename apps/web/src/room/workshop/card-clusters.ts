/** Cards as the clusters people made of them. Pure. */
import { STRIDE_LETTERS, type StrideLetter, type Workshop, type WorkshopCard } from '@strideboard/model';

/** Cards that belong together, at least one. */
export interface CardCluster {
  /** Key of the card that leads; stays while it leads, also when its author withdrew it. */
  readonly key: string;
  /** The card on top, which speaks for all. */
  readonly face: WorkshopCard;
  /** All of them, the one on top first. */
  readonly cards: readonly WorkshopCard[];
  /** What any of them is about. */
  readonly on: readonly string[];
  /** The letters of any of them. */
  readonly letters: readonly StrideLetter[];
  /** Ids of threats and records that any of them turned into; that of the card on top first. */
  readonly became: readonly string[];
}

/** Cards that may be looked at: not withdrawn, and not of a round that still runs. */
export function shownCards({ cards, rounds }: Pick<Workshop, 'cards' | 'rounds'>, lane: WorkshopCard['lane']) {
  const silent = new Set(rounds.flatMap(({ id, state }) => (state === 'silent' ? [id] : [])));
  return cards.filter((card) => !card.gone && card.lane === lane && (lane === 'park' || !silent.has(card.round)));
}

/** Clusters of these cards, by the time of the card on top. */
export function clusterCards(cards: readonly WorkshopCard[]): readonly CardCluster[] {
  const byLeader = new Map<string, WorkshopCard[]>();
  for (const card of cards) {
    const together = byLeader.get(card.cluster);
    if (together === undefined) byLeader.set(card.cluster, [card]);
    else together.push(card);
  }
  const clusters = [...byLeader].flatMap(([key, together]): readonly CardCluster[] => {
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
        became: [...new Set(ordered.flatMap(({ became }) => became ?? []))],
      },
    ];
  });
  return clusters.sort((a, b) => a.face.at - b.face.at || (a.key < b.key ? -1 : 1));
}

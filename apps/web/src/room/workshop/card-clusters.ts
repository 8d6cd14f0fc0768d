/** Revealed cards as the clusters people made of them. Pure. */
import { STRIDE_LETTERS, type StrideLetter, type Workshop, type WorkshopCard } from '@strideboard/model';

/** Cards that belong together, at least one. */
export interface CardCluster {
  /** Key of the card that leads it. */
  readonly key: string;
  /** The card that speaks for it. */
  readonly face: WorkshopCard;
  readonly cards: readonly WorkshopCard[];
  /** What any of them is about. */
  readonly on: readonly string[];
  /** The letters of any of them. */
  readonly letters: readonly StrideLetter[];
  /** Ids of threats and records that any of them turned into. */
  readonly became: readonly string[];
}

/** Clusters of cards about threats, the largest first; withdrawn and parked cards, and those of a round that still runs, are in none. */
export function clusterCards({ cards, rounds }: Pick<Workshop, 'cards' | 'rounds'>): readonly CardCluster[] {
  const silent = new Set(rounds.flatMap(({ id, state }) => (state === 'silent' ? [id] : [])));
  const groups = new Map<string, WorkshopCard[]>();
  for (const card of cards) {
    if (card.lane !== 'threat' || card.gone || silent.has(card.round)) continue;
    const group = groups.get(card.cluster);
    if (group === undefined) groups.set(card.cluster, [card]);
    else group.push(card);
  }
  return [...groups]
    .flatMap(([key, members]): readonly CardCluster[] => {
      const face = members.find((card) => card.key === key) ?? members[0];
      if (face === undefined) return [];
      const letters = new Set(members.flatMap((card) => card.letters));
      return [
        {
          ...{ key, face, cards: members },
          on: [...new Set(members.flatMap((card) => card.on))],
          letters: STRIDE_LETTERS.filter((letter) => letters.has(letter)),
          became: [...new Set(members.flatMap(({ became }) => became ?? []))],
        },
      ];
    })
    .sort((a, b) => b.cards.length - a.cards.length || a.face.at - b.face.at);
}

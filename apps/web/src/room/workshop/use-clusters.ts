/** The clusters of revealed cards about threats, from components. */
import type { Workshop } from '@strideboard/model';
import { type CardCluster, clusterCards, shownCards } from './card-clusters.ts';
import { useWorkshop } from './use-workshop.ts';

/** Worked out once for all who ask, however many rows there are. */
const known = new WeakMap<
  Workshop['cards'],
  { readonly rounds: Workshop['rounds']; readonly clusters: readonly CardCluster[] }
>();

/** The clusters, the largest first; the same list until a card or a round changes. */
export const useClusters = (): readonly CardCluster[] => useWorkshop(largestFirst);

function largestFirst({ cards, rounds }: Pick<Workshop, 'cards' | 'rounds'>): readonly CardCluster[] {
  const before = known.get(cards);
  if (before?.rounds === rounds) return before.clusters;
  // Of the same size they stay by time.
  const clusters = [...clusterCards(shownCards({ cards, rounds }, 'threat'))].sort(
    (a, b) => b.cards.length - a.cards.length,
  );
  known.set(cards, { rounds, clusters });
  return clusters;
}

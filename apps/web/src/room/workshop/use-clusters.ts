/** The clusters of revealed cards, from components. */
import { useMemo } from 'react';
import { type CardCluster, clusterCards } from './card-clusters.ts';
import { useWorkshop } from './use-workshop.ts';

/** The clusters; the same list until a card or a round changes. */
export function useClusters(): readonly CardCluster[] {
  const cards = useWorkshop((workshop) => workshop.cards);
  const rounds = useWorkshop((workshop) => workshop.rounds);
  return useMemo(() => clusterCards({ cards, rounds }), [cards, rounds]);
}

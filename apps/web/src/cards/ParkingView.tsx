/** What was parked, and how each item ends. */
import { cards as words, say } from '@strideboard/words';
import { useMemo } from 'react';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Fold } from '../ui/Fold.tsx';
import { ParkedItem } from './ParkedItem.tsx';
import styles from './ParkingView.module.css';
import { shownCards } from '../room/workshop/card-clusters.ts';

/** The view: open notes first, settled ones folded away. */
export function ParkingView() {
  const role = useRole();
  const cards = useWorkshop((workshop) => workshop.cards);
  const rounds = useWorkshop((workshop) => workshop.rounds);
  const parked = useMemo(() => [...shownCards({ cards, rounds }, 'park')].sort((a, b) => a.at - b.at), [cards, rounds]);
  const open = parked.filter(({ state }) => state === '');
  const settled = parked.filter(({ state }) => state !== '');
  if (parked.length === 0)
    return (
      <div className={styles['view']}>
        <EmptyState
          title={words.parking.emptyTitle}
          text={role === null || role === 'view' ? words.parking.emptyReader : words.parking.empty}
        />
      </div>
    );
  return (
    <div className={styles['view']}>
      <p className={styles['count']}>
        {open.length === 0 ? words.parking.noneOpen : say(words.parking.open, { count: open.length })}
      </p>
      <ul className={styles['list']}>
        {open.map((card) => (
          <ParkedItem key={card.key} card={card} />
        ))}
      </ul>
      <Fold title={words.parking.settledFold} count={settled.length} startOpen={open.length === 0}>
        {() => (
          <ul className={styles['list']}>
            {settled.map((card) => (
              <ParkedItem key={card.key} card={card} />
            ))}
          </ul>
        )}
      </Fold>
    </div>
  );
}

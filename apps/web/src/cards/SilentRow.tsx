/** One line while everybody writes in silence: what is hidden and why, how many cards there are, and the way to mine. */
import type { WorkshopRound } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { EyeOff, PenLine } from 'lucide-react';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { useCardBox } from './card-box.ts';
import styles from './SilentRow.module.css';
import { useSealedCounts } from './use-sealed-counts.ts';

/** The line. */
export function SilentRow({ round }: { readonly round: WorkshopRound }) {
  const session = useSessionStore();
  const role = useRole();
  const isOpen = useSession(({ review }) => review === 'cards');
  const mine = useCardBox(({ cards }) => cards.filter((card) => card.round === round.id).length);
  const mayWrite = role !== null && role !== 'view';
  return (
    <section className={styles['row']} aria-label={words.silent.title}>
      <EyeOff size={16} aria-hidden className={styles['sign']} />
      <p className={styles['text']}>
        <strong>{words.silent.title}</strong> <span>{words.silent.row}</span>
      </p>
      <Counts mine={mayWrite ? mine : null} />
      {mayWrite && !isOpen ? (
        <Button
          size="small"
          icon={<PenLine size={14} aria-hidden />}
          onClick={() => session.getState().showReview('cards')}
        >
          {words.silent.open}
        </Button>
      ) : null}
    </section>
  );
}

/** How many cards everybody has. */
export function Counts({ mine }: { readonly mine: number | null }) {
  const others = useSealedCounts();
  return (
    <ul className={styles['counts']} aria-label={words.silent.counts}>
      {mine === null ? null : <li className={styles['mine']}>{say(words.silent.yours, { count: mine })}</li>}
      {others.map(({ principal, name, colour, count }) => (
        <li key={principal}>
          <i style={{ background: colour }} aria-hidden="true" />
          <span>{say(words.silent.theirs, { name, count })}</span>
        </li>
      ))}
    </ul>
  );
}

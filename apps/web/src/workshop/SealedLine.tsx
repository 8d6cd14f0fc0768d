/** How many cards are sealed, and of how many people; renewed while it is read. */
import { say, workshop as words } from '@strideboard/words';
import { sealedCards } from './move.ts';
import { useSealing } from './use-sealed.ts';

/** One sentence. */
export function SealedLine() {
  const { cards, people } = sealedCards(useSealing());
  return (
    <p data-testid="sealed">
      {cards === 0
        ? words.ask.sealedNone
        : say(words.ask.people, { cards: say(words.ask.sealed, { count: cards }), count: people })}
    </p>
  );
}

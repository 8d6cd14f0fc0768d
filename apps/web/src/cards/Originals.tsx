/** All cards of a cluster as they were written; each can be taken out again. */
import type { WorkshopCard } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { Button } from '../ui/Button.tsx';
import { Author } from './Author.tsx';
import { CardText } from './CardText.tsx';
import { short } from '../room/workshop/short-text.ts';
import { useAuthors } from '../room/workshop/use-card-authors.ts';
import styles from './WallItem.module.css';

interface OriginalsProps {
  readonly cards: readonly WorkshopCard[];
  /** `null` for those who may not. */
  readonly onTakeOut: ((card: WorkshopCard) => void) | null;
}

/** The cards, the one on top first. */
export function Originals({ cards, onTakeOut }: OriginalsProps) {
  const authorOf = useAuthors();
  return (
    <ul className={styles['originals']} aria-label={words.wall.originals}>
      {cards.map((card) => (
        <li key={card.key}>
          <Author author={authorOf(card)} card={card} />
          <CardText {...card} />
          {onTakeOut === null ? null : (
            <div>
              <Button
                size="small"
                look="quiet"
                aria-label={say(words.wall.takeOutNamed, { text: short(card.text) })}
                onClick={() => onTakeOut(card)}
              >
                {words.wall.takeOut}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

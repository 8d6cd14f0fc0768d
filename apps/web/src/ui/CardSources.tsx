/** The cards that a threat or record was made from: what people wrote, and who; the other side of what stands on the cards. */
import { cards as words, say } from '@strideboard/words';
import { short } from '../room/workshop/short-text.ts';
import { useAuthors } from '../room/workshop/use-card-authors.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { Button } from './Button.tsx';
import styles from './CardSources.module.css';

interface CardSourcesProps {
  /** Of the threat or record. */
  readonly id: string;
  /** The engine found it as well. */
  readonly isFound?: boolean;
}

/** The list; nothing for what came from no card. */
export function CardSources({ id, isFound = false }: CardSourcesProps) {
  const session = useSessionStore();
  const authorOf = useAuthors();
  const all = useWorkshop((workshop) => workshop.cards);
  const cards = all.filter(({ became }) => became === id);
  const [first] = cards;
  if (first === undefined) return null;
  const place = cards.every(({ lane }) => lane === 'park') ? 'parking' : 'cards';
  return (
    <section className={styles['sources']}>
      <h4>{say(words.from.title, { count: cards.length })}</h4>
      {isFound ? <p>{words.from.both}</p> : null}
      <ul>
        {cards.map((card) => {
          const author = authorOf(card);
          const text = short(card.text);
          return (
            <li key={card.key} dir="auto">
              {card.gone
                ? words.from.gone
                : author === null
                  ? say(words.from.nameless, { text })
                  : say(words.from.card, { text, name: author.name })}
            </li>
          );
        })}
      </ul>
      <Button size="small" look="quiet" onClick={() => session.getState().showReview(place)}>
        {place === 'cards' ? words.from.show : words.from.showParked}
      </Button>
    </section>
  );
}

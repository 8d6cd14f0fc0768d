/** Cards of mine whose round ended without being shown: nobody else has seen them, their author keeps or deletes them. */
import { createRegisterCommands } from '@strideboard/document';
import { cards as words, say } from '@strideboard/words';
import { useRoom } from '../room/use-room.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import { Button } from '../ui/Button.tsx';
import { useReport } from '../ui/use-report.ts';
import styles from './Card.module.css';
import { type OwnCard, useCardBox, useCardBoxStore } from './card-box.ts';
import { CardText } from './CardText.tsx';
import { short } from '../room/workshop/short-text.ts';

/** The cards; nothing while there are none. `round` is the one that runs now, `null` for none. */
export function KeptCards({ round }: { readonly round: string | null }) {
  const { commandsOptions } = useRoom();
  const report = useReport();
  const box = useCardBoxStore();
  const all = useCardBox((state) => state.cards);
  const rounds = useWorkshop((workshop) => workshop.rounds);
  const over = new Set(rounds.flatMap(({ id, state }) => (state === 'discarded' ? [id] : [])));
  const cards = all.filter((card) => over.has(card.round));
  if (cards.length === 0) return null;
  const { put, remove } = box.getState();
  const park = ({ id, letters, on, text, at }: OwnCard): void => {
    const parked = { id, letters, on, text, at, round: '', lane: 'park' } as const;
    if (report(createRegisterCommands(commandsOptions).publishCards({ cards: [parked] }))) remove([id]);
  };
  return (
    <section aria-labelledby="kept-cards">
      <h3 id="kept-cards" className={styles['heading']}>
        {words.kept.title} <span>{cards.length}</span>
      </h3>
      <p className={styles['none']}>{words.kept.text}</p>
      <ul className={styles['grid']}>
        {cards.map((card) => (
          <li key={card.id} className={styles['card']} data-look="kept">
            <CardText {...card} />
            <div className={styles['actions']}>
              {round === null ? null : (
                <Button
                  size="small"
                  aria-label={say(words.kept.useNamed, { text: short(card.text) })}
                  onClick={() => put({ ...card, round })}
                >
                  {words.kept.use}
                </Button>
              )}
              <Button
                size="small"
                aria-label={say(words.kept.parkNamed, { text: short(card.text) })}
                onClick={() => park(card)}
              >
                {words.kept.park}
              </Button>
              <Button
                size="small"
                look="quiet"
                aria-label={say(words.kept.deleteNamed, { text: short(card.text) })}
                onClick={() => remove([card.id])}
              >
                {words.kept.delete}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

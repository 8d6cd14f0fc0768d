/** My cards of one round, newest first, as long as nobody else has seen them: changed and withdrawn by their author. */
import { cards as words, say } from '@strideboard/words';
import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useSessionStore } from '../session/use-session.ts';
import { IconButton } from '../ui/Button.tsx';
import styles from './Card.module.css';
import { type OwnCard, useCardBox, useCardBoxStore } from './card-box.ts';
import { CardText } from './CardText.tsx';
import { Composer } from './Composer.tsx';
import { short } from '../room/workshop/short-text.ts';

/** The cards. */
export function OwnCards({ round }: { readonly round: string }) {
  const box = useCardBoxStore();
  const session = useSessionStore();
  const all = useCardBox((state) => state.cards);
  const [editing, setEditing] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const cards = all.filter((card) => card.round === round).reverse();
  const withdraw = (card: OwnCard): void => {
    heading.current?.focus();
    box.getState().remove([card.id]);
    session.getState().tell({
      text: words.own.withdrawn,
      action: { label: words.own.undo, run: () => box.getState().put(card) },
    });
  };
  return (
    <section aria-labelledby="own-cards">
      <h3 ref={heading} id="own-cards" tabIndex={-1} className={styles['heading']}>
        {words.silent.mine} <span>{cards.length}</span>
      </h3>
      {cards.length === 0 ? <p className={styles['none']}>{words.silent.none}</p> : null}
      <ul className={styles['grid']}>
        {cards.map((card) => (
          <li key={card.id} className={styles['card']} data-look="mine">
            {editing === card.id ? (
              <Composer
                begins
                name={card.id}
                label={words.write.labelEdit}
                save={words.write.save}
                start={card}
                onCancel={() => setEditing(null)}
                onSave={(draft) => {
                  box.getState().put({ ...card, ...draft });
                  setEditing(null);
                }}
              />
            ) : (
              <>
                <CardText {...card} />
                <div className={styles['tools']}>
                  <IconButton
                    label={say(words.own.edit, { text: short(card.text) })}
                    onClick={() => setEditing(card.id)}
                  >
                    <Pencil size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={say(words.own.withdraw, { text: short(card.text) })}
                    onClick={() => withdraw(card)}
                  >
                    <Trash2 size={14} aria-hidden />
                  </IconButton>
                </div>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

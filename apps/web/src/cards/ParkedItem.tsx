/** One parked note: what it says, who parked it, and how it ends. */
import type { WorkshopCard } from '@strideboard/model';
import { cards as words, say } from '@strideboard/words';
import { type SubmitEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { useConnection, useMayEdit, useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { Button } from '../ui/Button.tsx';
import { Menu, type MenuPlace } from '../ui/Menu.tsx';
import { timeText } from '../ui/time-text.ts';
import { Became } from './Became.tsx';
import { CardText } from './CardText.tsx';
import styles from './ParkingView.module.css';
import { short } from '../room/workshop/short-text.ts';
import { useAuthors } from '../room/workshop/use-card-authors.ts';
import { type CardActions, MADE, useCardActions } from './use-card-actions.ts';
import { clusterCards } from '../room/workshop/card-clusters.ts';

/** The note. */
export function ParkedItem({ card }: { readonly card: WorkshopCard }) {
  const room = useRoom();
  const mayEdit = useMayEdit();
  const role = useRole();
  const me = useConnection(({ principal }) => principal);
  const actions = useCardActions();
  const authorOf = useAuthors();
  const text = short(card.text);
  const mayWithdraw = role === 'facilitate' || (role !== 'view' && card.author === me);
  const who = authorOf(card)?.name ?? words.wall.someone;
  return (
    <li className={styles['item']} data-testid={`parked-${card.key}`} data-settled={card.state !== ''}>
      <div className={styles['what']}>
        <CardText {...card} />
        <p className={styles['by']}>{say(words.parking.by, { who, when: timeText(card.at, room.now()) })}</p>
        {card.became === null ? null : <Became id={card.became} />}
        <Ended card={card} />
      </div>
      <div className={styles['actions']}>
        {mayEdit && card.state === '' ? <Settle card={card} actions={actions} /> : null}
        {mayEdit && card.state !== '' ? (
          <Button
            size="small"
            aria-label={say(words.parking.reopenNamed, { text })}
            onClick={() => void actions.settle(card, null)}
          >
            {words.parking.reopen}
          </Button>
        ) : null}
        {mayEdit && card.state === '' && card.round !== '' ? (
          <Button
            size="small"
            look="quiet"
            aria-label={say(words.parking.backNamed, { text })}
            onClick={() => void actions.unpark(card)}
          >
            {words.parking.back}
          </Button>
        ) : null}
        {mayWithdraw && card.state === '' ? (
          <Button
            size="small"
            look="quiet"
            aria-label={say(words.parking.withdrawNamed, { text })}
            onClick={() => void actions.withdraw(card)}
          >
            {words.parking.withdraw}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** How it ended, by whom and when. */
function Ended({ card: { state, settled, ticket } }: { readonly card: WorkshopCard }) {
  const room = useRoom();
  if (state === '') return null;
  const ends: Readonly<Record<string, string>> = words.parking.ends;
  const end = ends[state] ?? state;
  const by = settled === null ? undefined : room.document.people().get(settled.by)?.name;
  return (
    <p className={styles['ended']}>
      {settled === null
        ? say(words.parking.endedAsNobody, { end })
        : say(words.parking.endedAs, {
            end,
            who: by ?? words.wall.someone,
            when: timeText(settled.at, room.now()),
          })}
      {ticket === '' ? null : <span>{say(words.parking.ticketIs, { ticket })}</span>}
    </p>
  );
}

interface SettleProps {
  readonly card: WorkshopCard;
  readonly actions: CardActions;
}

/** The four ways to end. */
function Settle({ card, actions }: SettleProps) {
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [ticket, setTicket] = useState<string | null>(null);
  const text = short(card.text);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (actions.settle(card, 'ticket', (ticket ?? '').trim())) setTicket(null);
  };
  if (ticket !== null)
    return (
      <form
        className={styles['ticket']}
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          setTicket(null);
        }}
      >
        <input
          ref={(input) => input?.focus()}
          aria-label={words.parking.ticketOf}
          placeholder={words.parking.ticketOf}
          maxLength={200}
          value={ticket}
          onChange={(event) => setTicket(event.target.value)}
        />
        <Button type="submit" size="small">
          {words.parking.ticketSave}
        </Button>
      </form>
    );
  const [cluster] = clusterCards([card]);
  return (
    <fieldset aria-label={say(words.parking.settle, { text })} className={styles['settle']}>
      <Button size="small" onClick={() => void actions.settle(card, 'done')}>
        {words.parking.makeDone}
      </Button>
      <Button
        size="small"
        aria-haspopup="menu"
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMenu({ x: left, y: bottom + 4 });
        }}
      >
        {words.parking.makeRecord}
      </Button>
      <Button size="small" onClick={() => setTicket('')}>
        {words.parking.makeTicket}
      </Button>
      <Button size="small" onClick={() => void actions.settle(card, 'dropped')}>
        {words.parking.makeDropped}
      </Button>
      {menu === null || cluster === undefined
        ? null
        : createPortal(
            <Menu
              label={say(words.parking.recordAs, { text })}
              place={menu}
              items={MADE.map((kind) => ({
                id: kind,
                label: words.wall.make[kind],
                run: () => {
                  if (actions.promote(cluster, kind)) actions.settle(card, 'record');
                },
              }))}
              onClose={() => setMenu(null)}
            />,
            document.body,
          )}
    </fieldset>
  );
}

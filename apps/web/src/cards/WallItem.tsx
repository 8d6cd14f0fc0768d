/** One cluster on the wall: the card on top, those under it, and what can be done with them. */
import { cards as words, say } from '@strideboard/words';
import { EllipsisVertical, Layers } from 'lucide-react';
import { type DragEvent, useId, useState } from 'react';
import { createPortal } from 'react-dom';
import { useConnection, useMayEdit } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { IconButton } from '../ui/Button.tsx';
import { Menu, type MenuPlace } from '../ui/Menu.tsx';
import { Author } from './Author.tsx';
import { Became } from './Became.tsx';
import { CardText } from './CardText.tsx';
import { clusterMenu } from './cluster-menu.ts';
import { GatherDialog } from './GatherDialog.tsx';
import { JoinDialog } from './JoinDialog.tsx';
import { Originals } from './Originals.tsx';
import { short } from '../room/workshop/short-text.ts';
import { useAuthors } from '../room/workshop/use-card-authors.ts';
import { useCardActions } from './use-card-actions.ts';
import styles from './WallItem.module.css';
import type { CardCluster } from '../room/workshop/card-clusters.ts';

interface WallItemProps {
  readonly cluster: CardCluster;
  readonly clusters: readonly CardCluster[];
  /** The heading it stands under. */
  readonly under: string | null;
}

const DRAGGED = 'application/x-strideboard-card';

/** The cluster; dragged onto another one the two are put together, and its menu does the same by keyboard. */
export function WallItem({ cluster, clusters, under }: WallItemProps) {
  const { face, cards, on, letters } = cluster;
  const became = cluster.became[0] ?? null;
  const mayEdit = useMayEdit();
  const role = useRole();
  const me = useConnection(({ principal }) => principal);
  const actions = useCardActions();
  const authorOf = useAuthors();
  const [menu, setMenu] = useState<MenuPlace | null>(null);
  const [asks, setAsks] = useState<'gather' | 'join' | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [isOver, setOver] = useState(false);
  const bodyId = useId();
  const author = authorOf(face);
  const items = clusterMenu(
    { cluster, clusters, actions, role, mayEdit, me, author },
    {
      onGather: () => setAsks('gather'),
      onJoin: () => setAsks('join'),
    },
  );
  const onDragOver = (event: DragEvent): void => {
    if (!mayEdit || !event.dataTransfer.types.includes(DRAGGED)) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    const key = event.dataTransfer.getData(DRAGGED);
    event.preventDefault();
    setOver(false);
    if (key !== '' && key !== cluster.key) actions.gather([key], face);
  };
  return (
    <li
      className={styles['item']}
      data-cards={Math.min(cards.length, 3)}
      data-over={isOver || undefined}
      data-testid={`card-${face.key}`}
      draggable={mayEdit}
      onDragStart={(event) => {
        // The whole cluster goes along with the card that leads it.
        event.dataTransfer.setData(DRAGGED, cluster.key);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <article className={styles['card']} aria-label={short(face.text)} data-became={became !== null}>
        <div className={styles['head']}>
          <Author author={author} card={face} />
          {items.length === 0 ? null : (
            <IconButton
              label={say(words.wall.actions, { text: short(face.text) })}
              aria-haspopup="menu"
              className={styles['more']}
              onClick={(event) => {
                const { left, bottom } = event.currentTarget.getBoundingClientRect();
                setMenu({ x: left, y: bottom + 4 });
              }}
            >
              <EllipsisVertical size={15} aria-hidden />
            </IconButton>
          )}
        </div>
        <CardText text={face.text} letters={letters} on={on.filter((id) => id !== under)} />
        {became === null ? null : <Became id={became} />}
        {cards.length === 1 ? null : (
          <>
            <button
              type="button"
              className={styles['stack']}
              aria-expanded={isOpen}
              aria-controls={isOpen ? bodyId : undefined}
              onClick={() => setOpen(!isOpen)}
            >
              <Layers size={13} aria-hidden />
              {say(words.wall.cluster, { count: cards.length })}
            </button>
            {isOpen ? (
              <div id={bodyId}>
                <Originals cards={cards} onTakeOut={mayEdit ? (card) => void actions.release(card) : null} />
              </div>
            ) : null}
          </>
        )}
      </article>
      {menu === null
        ? null
        : // The card holds its content in; a menu lies over everything.
          createPortal(
            <Menu
              label={say(words.wall.actions, { text: short(face.text) })}
              place={menu}
              items={items}
              onClose={() => setMenu(null)}
            />,
            document.body,
          )}
      {asks === 'join' ? (
        <JoinDialog on={on} onChoose={(threat) => void actions.join(cluster, threat)} onClose={() => setAsks(null)} />
      ) : null}
      {asks === 'gather' ? (
        <GatherDialog
          others={clusters.filter(({ key }) => key !== cluster.key)}
          onChoose={(into) => void actions.gather([cluster.key], into)}
          onClose={() => setAsks(null)}
        />
      ) : null}
    </li>
  );
}

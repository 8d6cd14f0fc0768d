/** Who is here: initials in their colours; the own one opens the name dialog. */
import { say } from '@strideboard/words';
import { useState, useSyncExternalStore } from 'react';
import { listedDiagram } from '../room/current-diagram.ts';
import { readDiagramMode } from '../room/peer-diagrams.ts';
import type { Peer } from '../room/peers.ts';
import { createIdlePeers } from '../room/idle-peers.ts';
import { usePeers } from '../room/use-peers.ts';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { initials } from '../ui/initials.ts';
import styles from './People.module.css';

const SHOWN = 4;

/** The row of avatars: me first, then at most four others and a count. */
export function People() {
  const { board, start } = useWords();
  const { memory } = useEnvironment();
  const session = useSessionStore();
  const peers = usePeers();
  const { peers: store } = useRoom();
  const [watch] = useState(() => createIdlePeers(store, Date.now));
  const idle = useSyncExternalStore(watch.subscribe, watch.list);
  const colour = useConnection((state) => state.colour);
  const me = memory.preferences().name ?? start.guest;
  const shown = peers.slice(0, SHOWN);
  const diagrams = useModel((model) => model.diagrams);
  /** The name, and where there are several diagrams which one they look at. */
  const where = (peer: Peer): string => {
    const place = placeOf(peer);
    return idle.has(peer.client) ? say(board.people.idle, { name: place }) : place;
  };
  const placeOf = ({ name, presence }: Peer): string => {
    const diagram = listedDiagram(diagrams, readDiagramMode(presence.mode));
    const title = diagrams.find(({ id }) => id === diagram)?.title ?? '';
    return diagrams.length < 2 || title === '' ? name : say(board.people.onDiagram, { name, diagram: title });
  };
  const openPeople = (): void => session.getState().openDialog('people');
  return (
    <ul className={styles['people']} aria-label={board.people.list}>
      <li>
        <button
          type="button"
          className={styles['avatar']}
          style={{ background: colour ?? undefined }}
          title={`${me} (${board.people.you}) · ${board.people.rename}`}
          onClick={() => session.getState().openDialog('name')}
        >
          <span aria-hidden="true">{initials(me)}</span>
          <span className="visually-hidden">{`${me} (${board.people.you}). ${board.people.rename}`}</span>
        </button>
      </li>
      {shown.map((peer) => (
        <li key={peer.client}>
          <button
            type="button"
            className={styles['avatar']}
            data-idle={idle.has(peer.client) || undefined}
            style={{ background: peer.colour }}
            title={where(peer)}
            aria-haspopup="dialog"
            onClick={openPeople}
          >
            <span aria-hidden="true">{initials(peer.name)}</span>
            <span className="visually-hidden">{where(peer)}</span>
          </button>
        </li>
      ))}
      {peers.length > SHOWN ? (
        <li>
          <button
            type="button"
            className={styles['more']}
            title={peers.map((peer) => peer.name).join(', ')}
            aria-haspopup="dialog"
            onClick={openPeople}
          >
            <span aria-hidden="true">+{peers.length - SHOWN}</span>
            <span className="visually-hidden">{say(board.people.more, { count: peers.length - SHOWN })}</span>
          </button>
        </li>
      ) : null}
    </ul>
  );
}

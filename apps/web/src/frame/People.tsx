/** Who is here: initials in their colours. A click on somebody follows their view; the own one opens the name dialog. */
import { following, say } from '@strideboard/words';
import { Eye, Users } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { listedDiagram } from '../room/current-diagram.ts';
import { followPeer, stopFollowingPeer, windowOf } from '../room/following.ts';
import { createIdlePeers } from '../room/idle-peers.ts';
import { readDiagramMode } from '../room/peer-diagrams.ts';
import type { Peer } from '../room/peers.ts';
import { followersOf, usePeople } from '../room/people.ts';
import { usePeers } from '../room/use-peers.ts';
import { useConnection, useModel, useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { initials } from '../ui/initials.ts';
import styles from './People.module.css';

const SHOWN = 4;

/** The row of avatars: me first, then at most four others, and the way to everybody. */
export function People() {
  const { board } = useWords();
  const session = useSessionStore();
  const room = useRoom();
  const peers = usePeers();
  const [watch] = useState(() => createIdlePeers(room.peers, Date.now));
  const idle = useSyncExternalStore(watch.subscribe, watch.list);
  const followed = useSession((state) => state.following);
  const window = followed === null ? undefined : windowOf(peers, followed);
  const place = usePlaceOf();
  /** The name, and where there are several diagrams which one they look at. */
  const where = (peer: Peer): string => {
    const name = place(peer);
    return idle.has(peer.client) ? say(board.people.idle, { name }) : name;
  };
  const others = peers.length - SHOWN;
  return (
    <ul className={styles['people']} aria-label={board.people.list}>
      <li>
        <Me />
      </li>
      {peers.slice(0, SHOWN).map((peer) => (
        <li key={peer.client}>
          <Avatar
            peer={peer}
            name={where(peer)}
            isIdle={idle.has(peer.client)}
            isFollowed={peer === window}
            onFollow={() => (peer === window ? stopFollowingPeer(room, session) : void followPeer(room, session, peer))}
          />
        </li>
      ))}
      {peers.length > 0 ? (
        <li className={styles['rest']}>
          <button
            type="button"
            className={styles['more']}
            title={`${following.everybody}: ${peers.map(({ name }) => name).join(', ')}`}
            aria-haspopup="dialog"
            onClick={() => session.getState().openDialog('people')}
          >
            {others > 0 ? <span aria-hidden="true">+{others}</span> : <Users size={13} aria-hidden />}
            <span className="visually-hidden">
              {others > 0
                ? `${say(board.people.more, { count: others })}. ${following.everybody}`
                : following.everybody}
            </span>
          </button>
        </li>
      ) : null}
    </ul>
  );
}

/** The own avatar, and how many follow what it looks at. */
function Me() {
  const { board, start } = useWords();
  const { memory } = useEnvironment();
  const session = useSessionStore();
  const colour = useConnection((state) => state.colour);
  const principal = useConnection((state) => state.principal);
  const followers = followersOf(usePeople(), principal);
  const me = memory.preferences().name ?? start.guest;
  const count = followers.length;
  const names = followers.map(({ name }) => name).join(', ');
  const sign = count === 0 ? '' : ` · ${say(following.followers, { names, count })}`;
  return (
    <button
      type="button"
      className={styles['avatar']}
      style={{ background: colour ?? undefined }}
      title={`${me} (${board.people.you}) · ${board.people.rename}${sign}`}
      onClick={() => session.getState().openDialog('name')}
    >
      <span aria-hidden="true">{initials(me)}</span>
      <span className="visually-hidden">{`${me} (${board.people.you}). ${board.people.rename}${sign}`}</span>
      {count === 0 ? null : (
        <span className={styles['followers']} data-testid="followers" aria-hidden="true">
          <Eye size={10} aria-hidden />
          {count}
        </span>
      )}
    </button>
  );
}

interface AvatarProps {
  readonly peer: Peer;
  /** The name with what else is to be known. */
  readonly name: string;
  readonly isIdle: boolean;
  readonly isFollowed: boolean;
  readonly onFollow: () => void;
}

/** Another person; pressed while I follow them. In another window of my own there is nobody to follow. */
function Avatar({ peer, name, isIdle, isFollowed, onFollow }: AvatarProps) {
  const isMe = useConnection(({ principal }) => principal === peer.principal);
  const look = {
    className: styles['avatar'],
    'data-idle': isIdle || undefined,
    style: { background: peer.colour },
  };
  const letters = <span aria-hidden="true">{initials(peer.name)}</span>;
  if (isMe) {
    const text = say(following.ownTab, { name });
    return (
      <span {...look} title={text}>
        {letters}
        <span className="visually-hidden">{text}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      {...look}
      title={say(isFollowed ? following.avatarTipOn : following.avatarTip, { name })}
      aria-pressed={isFollowed}
      onClick={onFollow}
    >
      {letters}
      <span className="visually-hidden">{say(following.avatar, { name })}</span>
    </button>
  );
}

/** Names a person, where there are several diagrams together with the one they look at. */
function usePlaceOf(): (peer: Peer) => string {
  const { board } = useWords();
  const diagrams = useModel((model) => model.diagrams);
  return ({ name, presence }) => {
    const diagram = listedDiagram(diagrams, readDiagramMode(presence.mode));
    const title = diagrams.find(({ id }) => id === diagram)?.title ?? '';
    return diagrams.length < 2 || title === '' ? name : say(board.people.onDiagram, { name, diagram: title });
  };
}

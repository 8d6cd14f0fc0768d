/** The head of a shared screen: which board, whose view, and who is here, in large type. */
import { say, together } from '@strideboard/words';
import { MonitorPlay } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { followPeer, stopFollowing } from '../room/following.ts';
import { usePeople } from '../room/people.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useRole } from '../room/workshop/use-workshop.ts';
import { plainAddress } from '../session/watching.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import styles from './WatchBar.module.css';

const LEAD = 'facilitator';
const NOBODY = '';

/** The bar; follows the facilitator at first. */
export function WatchBar() {
  const words = together.watch;
  const { board } = useWords();
  const room = useRoom();
  const session = useSessionStore();
  const people = usePeople();
  const role = useRole();
  const title = useModel((model) => model.meta.title);
  const [wanted, setWanted] = useState(LEAD);
  const isFollowing = useSession((state) => state.following !== null);
  const canvas = useSession((state) => state.canvasSize.width > 0);
  const target = people.find((one) => (wanted === LEAD ? one.role === 'facilitate' : one.principal === wanted));
  const client = target?.client ?? null;
  useEffect(() => {
    document.documentElement.dataset['watch'] = '';
    session.setState({ leftOpen: false, rightOpen: false });
    return () => {
      delete document.documentElement.dataset['watch'];
    };
  }, [session]);
  useEffect(() => {
    // A screen only looks on: a link that may do more opens as any other.
    if (role !== null && role !== 'view') location.replace(plainAddress());
  }, [role]);
  const go = useEffectEvent(() => {
    if (target !== undefined) followPeer(room.live, session, target);
  });
  useEffect(() => {
    if (client !== null && !isFollowing && canvas) go();
  }, [client, isFollowing, canvas]);
  const choose = (next: string): void => {
    stopFollowing(session);
    setWanted(next);
  };
  return (
    <section className={styles['bar']} aria-label={words.bar} data-testid="watch-bar">
      <MonitorPlay size={22} aria-hidden />
      <h1>{say(words.title, { board: title || board.untitled })}</h1>
      <span className={styles['here']}>
        {say(words.here, { count: new Set(people.map(({ principal }) => principal)).size })}
      </span>
      <label>
        {words.follow}{' '}
        <select value={wanted} onChange={({ target: { value } }) => choose(value)}>
          <option value={LEAD}>{words.facilitator}</option>
          {people.map(({ client: id, principal, name }) => (
            <option key={id} value={principal}>
              {say(words.person, { name: name.slice(0, 60) })}
            </option>
          ))}
          <option value={NOBODY}>{words.nobody}</option>
        </select>
      </label>
    </section>
  );
}

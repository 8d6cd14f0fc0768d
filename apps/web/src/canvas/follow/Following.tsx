/** Looking where somebody else looks: the coloured frame with "Stop", the invitation of a facilitator, and the sign of who leads. */
import { following as words, say } from '@strideboard/words';
import { Eye } from 'lucide-react';
import { type CSSProperties, useEffect, useMemo } from 'react';
import { stopFollowingPeer, windowOf } from '../../room/following.ts';
import { followersOf, type PersonHere, usePeople } from '../../room/people.ts';
import { useConnection } from '../../room/use-room.ts';
import { useRegisterActions } from '../../session/action-registry.ts';
import { useEnvironment } from '../../session/environment.ts';
import { useSession } from '../../session/use-session.ts';
import { Button } from '../../ui/Button.tsx';
import { useBench } from '../bench.ts';
import { followActions } from './follow-actions.ts';
import styles from './Following.module.css';
import { useFollowing, useInvitations } from './use-following.ts';

/** Mounted while the canvas is open. */
export function Following() {
  const bench = useBench();
  const { room, session } = bench;
  const { memory } = useEnvironment();
  const people = usePeople();
  const following = useSession((state) => state.following);
  const leads = useSession((state) => state.leads);
  const walking = useSession((state) => state.walking);
  const me = useConnection((state) => state.principal);
  const { invitations, offer } = useInvitations(bench);
  useFollowing(bench);
  const actions = useMemo(() => {
    const atOnce = {
      read: () => memory.preferences().goesAtOnce,
      set: (goesAtOnce: boolean) => memory.setPreferences({ goesAtOnce }),
    };
    return followActions({ room, session }, { people, offer, invitations, atOnce });
  }, [room, session, memory, people, offer, invitations]);
  useRegisterActions('following', actions);
  const followers = followersOf(people, me);
  useSayFollowers(followers);
  const followed = following === null ? undefined : windowOf(people, following);
  return (
    <>
      {followed === undefined ? null : (
        <div
          className={styles['frame']}
          style={inColour(followed.colour)}
          data-testid="follow-frame"
          aria-hidden="true"
        />
      )}
      <div className={styles['top']} data-walking={walking || undefined}>
        {followed === undefined ? null : (
          <section
            className={styles['followed']}
            style={inColour(followed.colour)}
            aria-label={say(words.frame, { name: followed.name })}
            data-testid="following"
            data-person={followed.name}
          >
            <Eye size={15} aria-hidden />
            <span>{say(words.frame, { name: followed.name })}</span>
            <button
              type="button"
              aria-label={say(words.stopNamed, { name: followed.name })}
              onClick={() => stopFollowingPeer(room, session)}
            >
              {words.stop}
            </button>
          </section>
        )}
        {leads ? (
          <section className={styles['card']} aria-label={words.bring} data-testid="leading">
            <p>
              {words.leading} <span>{say(words.count, { count: followers.length })}</span>
            </p>
            <Button size="small" aria-label={words.bringEnd} onClick={() => session.setState({ leads: false })}>
              {words.end}
            </Button>
          </section>
        ) : null}
        {offer === null ? null : (
          <section
            className={styles['card']}
            aria-label={say(words.offerLabel, { name: offer.person.name })}
            data-testid="spotlight-offer"
          >
            <p>{say(words.offer, { name: offer.person.name })}</p>
            <div className={styles['answers']}>
              <Button size="small" look="primary" onClick={() => invitations.accept()}>
                {words.accept}
              </Button>
              <Button size="small" onClick={() => invitations.decline()}>
                {words.decline}
              </Button>
            </div>
          </section>
        )}
      </div>
    </>
  );
}

/** Says once who has begun to follow; who stops is not worth a word. */
function useSayFollowers(followers: readonly PersonHere[]): void {
  const { session } = useBench();
  const names = followers.map(({ name }) => name).join(', ');
  const count = followers.length;
  useEffect(() => {
    if (count > 0) session.getState().announce(say(words.followers, { names, count }));
  }, [session, names, count]);
}

const inColour = (colour: string): CSSProperties => ({ '--person': colour }) as CSSProperties; // custom properties are not in the type

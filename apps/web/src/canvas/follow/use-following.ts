/** What keeps a followed view and the invitations alive while the canvas is open. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createIdlePeers } from '../../room/idle-peers.ts';
import { createInvitations, type Invitations } from '../../room/invitations.ts';
import type { Offer } from '../../room/spotlight.ts';
import { recallAnswered, rememberAnswered } from '../../room/spotlight.ts';
import { useEnvironment } from '../../session/environment.ts';
import type { Bench } from '../bench.ts';
import { followPerson } from './follow-person.ts';
import { createViewGlide } from './glide-view.ts';

const onFrame = (step: (now: number) => void): (() => void) => {
  const frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
};

const after = (ms: number, what: () => void): (() => void) => {
  const timer = setTimeout(what, ms);
  return () => clearTimeout(timer);
};

/** Follows whom the session says. */
export function useFollowing({ room, session, canvas }: Bench): void {
  useEffect(
    () =>
      followPerson(
        { room, session, canvas },
        {
          idle: createIdlePeers(room.peers, Date.now),
          mayGlide: () => !document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches,
          glide: (show) =>
            createViewGlide({
              view: () => session.getState().viewport,
              size: () => session.getState().canvasSize,
              show,
              onFrame,
            }),
          isConnected: () => room.connection.state().phase === 'live',
          after,
        },
      ),
    [room, session, canvas],
  );
}

/** The invitations of this board and the one that waits for an answer. */
export function useInvitations({ room, session }: Bench): {
  readonly invitations: Invitations;
  readonly offer: Offer | null;
} {
  const { memory } = useEnvironment();
  const invitations = useMemo(() => {
    const { roomId } = room.link;
    return createInvitations(room, session, {
      atOnce: () => memory.preferences().goesAtOnce,
      answered: () => recallAnswered(roomId),
      setAnswered: (key) => rememberAnswered(roomId, key),
    });
  }, [room, session, memory]);
  useEffect(() => invitations.start(), [invitations]);
  const offer = useSyncExternalStore(invitations.subscribe, invitations.waiting);
  return { invitations, offer };
}

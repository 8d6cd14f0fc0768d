/** My own hand: raising it, lowering it, and noticing that a facilitator has lowered it. */
import { say, together } from '@strideboard/words';
import { useCallback, useEffect } from 'react';
import { useRoom } from '../room/use-room.ts';
import { useSessionStore } from '../session/use-session.ts';
import type { RaisedHand } from './raised-hands.ts';

/** Raises my hand, or lowers it when it is raised. `hands` is the queue as shown. */
export function useHand(hands: readonly RaisedHand[]): () => void {
  const words = together.hands;
  const room = useRoom();
  const session = useSessionStore();
  useEffect(() => {
    const put = (hand: number | null): void => room.presence.set({ hand });
    const stopSession = session.subscribe((now, before) => {
      if (now.hand !== before.hand) put(now.hand);
    });
    const stopDocument = room.document.subscribe(() => {
      const { hand } = session.getState();
      const { principal } = room.connection.state();
      const lowered = room.document.workshop().handsLoweredAt[principal ?? ''] ?? 0;
      if (hand === null || lowered < hand) return;
      session.setState({ hand: null });
      session.getState().tell({ text: words.loweredByOther });
    });
    return () => {
      stopSession();
      stopDocument();
      put(null);
    };
  }, [room, session, words]);
  return useCallback(() => {
    const now = session.getState();
    const { principal, phase } = room.connection.state();
    if (now.hand !== null) {
      session.setState({ hand: null });
      now.announce(words.lowered);
      return;
    }
    if (phase !== 'live' || principal === null) {
      now.tell({ text: words.notNow });
      return;
    }
    // A hand raised in the very moment another was lowered is a new one.
    const lowered = room.document.workshop().handsLoweredAt[principal] ?? 0;
    session.setState({ hand: Math.max(Math.round(room.now()), lowered + 1) });
    now.announce(say(words.raised, { count: hands.filter(({ isMe }) => !isMe).length + 1 }));
  }, [room, session, words, hands]);
}

/** The conversations of the board with what is unread and what names me. */
import { type CommentMessage, type CommentThread, manualOf } from '@strideboard/model';
import { useCallback, useEffect, useMemo } from 'react';
import { useModel, useRoom } from '../room/use-room.ts';
import { silentRound } from '../room/workshop/phases.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import type { SessionStore } from '../session/session-store.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { namedIn } from './comment-parts.ts';
import { countByOthers, readThreads, type SeenComments, type ThreadState } from './list-threads.ts';
import { addToMemory, browserStorage, mergeSeen } from './seen-memory.ts';
import { type CommentPeople, useCommentPeople } from './use-comment-people.ts';

/** The conversations as of now, and the people in them. */
export function useThreads(): { readonly threads: readonly ThreadState[]; readonly people: CommentPeople } {
  const people = useCommentPeople();
  const all = useModel((model) => model.comments);
  const isSilent = useWorkshop((workshop) => silentRound(workshop) !== null);
  const comments = useMemo(() => (isSilent ? all.filter(isNoFinding) : all), [all, isSilent]);
  const seen = useSession((state) => state.seenComments ?? null);
  const namesMe = useNamesMe(people);
  const threads = useMemo(
    () => readThreads(comments, { me: people.me, seen, namesMe }),
    [comments, people.me, seen, namesMe],
  );
  return { threads, people };
}

/** While everybody writes in silence, findings of the engine are hidden, and what was said about them with them (ux 79). */
const isNoFinding = ({ anchor }: CommentThread): boolean => anchor?.kind !== 'threat' || manualOf(anchor.id) !== null;

/** Answers whether a comment of somebody else names me. */
function useNamesMe({ me, readable }: CommentPeople): (message: CommentMessage) => boolean {
  return useCallback(
    ({ author, body }) => me !== null && author !== me && namedIn(body, readable).includes(me),
    [me, readable],
  );
}

/** Remembers that conversations were seen as they are now. */
export function markSeen(
  session: SessionStore,
  roomId: string,
  { threads, me }: { readonly threads: readonly CommentThread[]; readonly me: string | null },
): void {
  const before = session.getState().seenComments ?? {};
  const seen: SeenComments = Object.fromEntries(threads.map((thread) => [thread.id, countByOthers(thread, me)]));
  if (Object.entries(seen).every(([id, count]) => (before[id] ?? 0) >= count)) return;
  addToMemory(browserStorage(), roomId, { seen });
  session.setState({ seenComments: mergeSeen(before, seen) });
}

/** What is looked at is seen, unless the page itself is out of sight. */
export function useSeeThread(thread: CommentThread, me: string | null): void {
  const session = useSessionStore();
  const { link } = useRoom();
  const isKnown = useSession(({ seenComments = null }) => seenComments !== null);
  const see = useCallback(() => {
    if (document.visibilityState === 'visible' && isKnown) markSeen(session, link.roomId, { threads: [thread], me });
  }, [session, link, thread, me, isKnown]);
  useEffect(() => {
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [see]);
}

/** The one polite voice of the board: what was done by keyboard and is not seen otherwise, and what others change. Shows nothing. */
import { useEffect } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { useWords } from '../session/words.ts';
import { followNews } from './follow-news.ts';

/** Always mounted, so that assistive technology hears additions. */
export function Announcer() {
  const said = useSession((state) => state.said);
  useNews();
  return (
    <p className="visually-hidden" role="status" data-testid="announcements">
      {said?.text ?? ''}
    </p>
  );
}

/** Tells of others once the board has arrived: what was there before is no news. */
function useNews(): void {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const words = useWords();
  const isHere = useConnection(({ synced }) => synced);
  useEffect(() => {
    if (!isHere) return undefined;
    return followNews(room, {
      words,
      isHeard: () => session.getState().hearsOthers,
      tell: (text) => session.getState().announce(text),
    });
  }, [room, session, words, isHere]);
}

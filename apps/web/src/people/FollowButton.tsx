/** Follows a person from the list, or stops. */
import { following as words, say } from '@strideboard/words';
import { followPeer, stopFollowingPeer } from '../room/following.ts';
import { useRoom } from '../room/use-room.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import type { BoardPerson } from './use-board-people.ts';

interface FollowButtonProps {
  readonly person: BoardPerson;
  /** Told when it began: their view is behind the dialog. */
  readonly onFollow: () => void;
}

/** Nothing for oneself and for who is not here. */
export function FollowButton({ person: { principal, name, window }, onFollow }: FollowButtonProps) {
  const room = useRoom();
  const session = useSessionStore();
  const isFollowed = useSession((state) => state.following?.principal === principal);
  if (window === null) return null;
  return isFollowed ? (
    <Button size="small" aria-label={say(words.stopNamed, { name })} onClick={() => stopFollowingPeer(room, session)}>
      {words.row.stop}
    </Button>
  ) : (
    <Button
      size="small"
      aria-label={say(words.follow, { name })}
      onClick={() => {
        if (followPeer(room, session, { principal, client: window, name })) onFollow();
      }}
    >
      {words.row.follow}
    </Button>
  );
}

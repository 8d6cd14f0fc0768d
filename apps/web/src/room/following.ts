/** Beginning and ending to follow another person's view; what moves the view is the canvas. */
import { following as words, say } from '@strideboard/words';
import type { SessionStore } from '../session/session-store.ts';
import { looksAt, readFollows } from './follow-rule.ts';
import type { Peer } from './peers.ts';
import type { Room } from './room.ts';

/** Whom to follow. */
type Target = Pick<Peer, 'principal' | 'client' | 'name'>;

/** Follows a person's view from now on, unless they look at mine already. Whether it began. */
export function followPeer(room: Pick<Room, 'peers' | 'connection'>, session: SessionStore, peer: Target): boolean {
  const { principal, client, name } = peer;
  const me = room.connection.state().principal ?? '';
  if (principal === me) return false;
  if (looksAt(readFollows(room.peers.list()), principal, me)) {
    session.getState().tell({ text: say(words.already, { name }) });
    return false;
  }
  // Nobody leads and follows at once.
  session.setState({ following: { principal, client }, leads: false });
  return true;
}

/** Follows nobody any more. What they had selected stays selected, and what they looked at open, as mine. */
export function stopFollowing(session: SessionStore): void {
  const { mirrored, selection, following, walkStep, looksAt } = session.getState();
  if (following === null) return;
  const isTheirs = mirrored !== null && selection === mirrored;
  session.setState({
    following: null,
    mirrored: null,
    walkStep: walkStep && { ...walkStep, mirrored: false },
    looksAt: looksAt && { ...looksAt, mirrored: false },
    ...(isTheirs ? { selection: [...mirrored] } : {}),
  });
}

/** Stops by the person's own wish, and says so to those who cannot see it. */
export function stopFollowingPeer(room: Pick<Room, 'peers'>, session: SessionStore): void {
  const { following } = session.getState();
  if (following === null) return;
  const peer = windowOf(room.peers.list(), following);
  stopFollowing(session);
  if (peer !== undefined) session.getState().announce(say(words.ended, { name: peer.name }));
}

/** The window that is followed; another one of the same person when that is gone. */
export const windowOf = <One extends Pick<Peer, 'client' | 'principal'>>(
  peers: readonly One[],
  { client, principal }: Pick<Peer, 'client' | 'principal'>,
): One | undefined =>
  peers.find((peer) => peer.client === client) ?? peers.find((peer) => peer.principal === principal);

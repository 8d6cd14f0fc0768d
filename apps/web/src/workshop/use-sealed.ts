/** How many cards are held back by those who are here, me included. */
import { useRole } from '../room/workshop/use-workshop.ts';
import { usePeers } from '../room/use-peers.ts';
import { useConnection, useRoom } from '../room/use-room.ts';
import type { Sealing } from './move.ts';

/** One entry for each browser of somebody who may write cards. */
export function useSealing(): readonly Sealing[] {
  const { presence } = useRoom();
  const me = useConnection(({ principal }) => principal);
  const role = useRole();
  const others = usePeers().flatMap(({ principal, presence: { sealed, user } }) =>
    user.role === 'view' ? [] : [{ principal, sealed }],
  );
  const own = presence.own()['sealed'];
  return me === null || role === 'view'
    ? others
    : [...others, { principal: me, sealed: typeof own === 'number' ? own : null }];
}

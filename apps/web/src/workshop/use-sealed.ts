/** How many cards are held back by those who are here, me included. */
import { useSyncExternalStore } from 'react';
import { useRole } from '../room/workshop/use-workshop.ts';
import { useConnection, useRoom } from '../room/use-room.ts';
import type { Sealing } from './move.ts';

/** One entry for each browser of somebody who may write cards. */
export function useSealing(): readonly Sealing[] {
  const { presence, peers } = useRoom();
  const me = useConnection(({ principal }) => principal);
  const role = useRole();
  // As text, so that nothing renders for their cursors.
  const told = useSyncExternalStore(peers.subscribe, () =>
    JSON.stringify(
      peers
        .list()
        .flatMap(({ principal, presence: { sealed, user } }): readonly Sealing[] =>
          user.role === 'view' ? [] : [{ principal, sealed }],
        ),
    ),
  );
  const others = JSON.parse(told) as readonly Sealing[]; // written just above
  const own = presence.own()['sealed'];
  return me === null || role === 'view'
    ? others
    : [...others, { principal: me, sealed: typeof own === 'number' ? own : null }];
}

/** What goes on with cards whatever is in view: mine are kept, counted for the others, and published when their round is revealed. */
import { useEffect } from 'react';
import { useConnection, useRoom } from '../room/use-room.ts';
import { silentRound } from '../room/workshop/phases.ts';
import { useRole, useWorkshop } from '../room/workshop/use-workshop.ts';
import { useSessionStore } from '../session/use-session.ts';
import { useCardBoxStore } from './card-box.ts';
import { keepCards } from './keep-cards.ts';
import { ParkNote } from './ParkNote.tsx';
import { startPublishing } from './publishing.ts';
import { SilentRow } from './SilentRow.tsx';
import { useWarnOfHidden } from './use-warn-of-hidden.ts';

/** The row while everybody writes in silence, and the field for a note to park. */
export function CardsPart() {
  const silent = useWorkshop(silentRound);
  const role = useRole();
  const isKnown = useConnection(({ principal }) => principal !== null);
  useKeptCards();
  useWarnOfHidden();
  return (
    <>
      {silent === null ? null : <SilentRow round={silent} />}
      {role === null || role === 'view' || !isKnown ? null : <ParkNote />}
    </>
  );
}

function useKeptCards(): void {
  const { live: room } = useRoom();
  const session = useSessionStore();
  const box = useCardBoxStore();
  useEffect(() => {
    const { roomId } = room.link;
    const stopKeeping = keepCards({ box, storage: browserStorage(), roomId, events: window });
    let stopPublishing = (): void => {};
    let isOver = false;
    void room.whole.then(() => {
      if (!isOver) stopPublishing = startPublishing({ room, session, box });
    });
    return () => {
      isOver = true;
      stopPublishing();
      stopKeeping();
    };
  }, [room, session, box]);
}

/** Some private modes throw on the mere access. */
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

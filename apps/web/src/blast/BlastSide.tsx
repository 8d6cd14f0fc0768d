/** The blast radius beside the diagram while it is open: the whole panel, or a line above the tabs while they are looked at. */
import type { ElementId } from '@strideboard/model';
import { veil } from '@strideboard/words';
import { useEffect } from 'react';
import { reachedKey } from '../analysis/blast-path.ts';
import { useBlastStore } from '../analysis/blast-store.ts';
import { useIsVeiled } from '../analysis/use-veil.ts';
import { createWorkerPort } from '../analysis/worker-port.ts';
import { meantBy } from '../room/current-diagram.ts';
import { useRoom } from '../room/use-room.ts';
import { useEnvironment } from '../session/environment.ts';
import { useSession, useSessionStore } from '../session/use-session.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { BLAST_OPENER } from './blast-opener.ts';
import workerUrl from './blast-worker.ts?worker&url';
import { BlastBar } from './BlastBar.tsx';
import { BlastPanel } from './BlastPanel.tsx';
import { type BlastPort, followBlast } from './follow-blast.ts';

/** Mounted exactly as long as a blast radius is open. Hidden together with everything else the engine found. */
export function BlastSide() {
  const isVeiled = useIsVeiled();
  const session = useSessionStore();
  const isShown = useSession(({ tab }) => tab === 'blast');
  if (!isVeiled) return <Followed />;
  return isShown ? (
    <EmptyState title={veil.title} text={veil.text}>
      <Button onClick={() => session.getState().showTab('element')}>{veil.back}</Button>
    </EmptyState>
  ) : null;
}

function Followed() {
  const isShown = useSession(({ tab }) => tab === 'blast');
  useFollowing();
  useChosenBySelection();
  useReturnOfFocus();
  return isShown ? <BlastPanel /> : <BlastBar />;
}

function useFollowing(): void {
  const { startWorker } = useEnvironment();
  const { document, packs } = useRoom();
  const session = useSessionStore();
  const store = useBlastStore();
  useEffect(() => {
    const port: BlastPort = createWorkerPort(() => startWorker(workerUrl));
    return followBlast({ document, packs: packs.store, session, store, port });
  }, [startWorker, document, packs, session, store]);
}

/** Selecting one thing that is reached, on the canvas or anywhere, shows how. */
function useChosenBySelection(): void {
  const room = useRoom();
  const session = useSessionStore();
  const store = useBlastStore();
  useEffect(
    () =>
      session.subscribe(({ selection }, { selection: before }) => {
        const [only] = selection;
        if (selection === before || only === undefined || selection.length > 1) return;
        const meant = meantBy(room.index(), only as ElementId); // ids of flows are simply not reached
        const entry = store.getState().answer?.after.reached.find(({ subject }) => subject === meant);
        const chosen = store.getState().chosen ?? '';
        if (entry !== undefined && !chosen.startsWith(`${meant} `)) store.setState({ chosen: reachedKey(entry) });
      }),
    [room, session, store],
  );
}

/** When it ends while the keyboard is in it, the keyboard goes back to the button that opens it, or to the panel. */
function useReturnOfFocus(): void {
  useEffect(
    () => () => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      (document.getElementById(BLAST_OPENER) ?? document.getElementById('details'))?.focus();
    },
    [],
  );
}

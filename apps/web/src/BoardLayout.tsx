/** The board's screen: bar, tabs, palette, canvas, details, messages and dialogs. The only place where features meet. */
import { lazyPart } from './session/lazy-part.ts';
import { Suspense, useLayoutEffect, useState } from 'react';
import { ActionsContext, createActionRegistry } from './session/action-registry.ts';
import { BlastContext, createBlastStore } from './analysis/blast-store.ts';
import { useAnalysis } from './analysis/use-analysis.ts';
import { Canvas } from './canvas/Canvas.tsx';
import styles from './BoardLayout.module.css';
import { TabRow } from './frame/TabRow.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useHistoryKeys } from './frame/use-history-keys.ts';
import { useWarnOnLeave } from './frame/use-warn-on-leave.ts';
import { recallDiagram } from './room/remember-diagram.ts';
import { useModel, usePacks, useRoom } from './room/use-room.ts';
import { useSession, useSessionStore } from './session/use-session.ts';
import { useWords } from './session/words.ts';
import { Messages } from './ui/Messages.tsx';

// The diagram comes first; what stands beside and above it is fetched while people already look at it.
const Details = lazyPart(async () => (await import('./beside.ts')).Details);
const Left = lazyPart(async () => (await import('./beside.ts')).Left);
const Banners = lazyPart(async () => (await import('./beside.ts')).Banners);
const Breadcrumb = lazyPart(async () => (await import('./beside.ts')).Breadcrumb);
const PackBanner = lazyPart(async () => (await import('./pack-dialog/PackBanner.tsx')).PackBanner);
const BoardExtras = lazyPart(async () => (await import('./beside.ts')).BoardExtras);
const BoardReview = lazyPart(async () => (await import('./BoardReview.tsx')).BoardReview);
const BoardLayer = lazyPart(async () => (await import('./beside.ts')).BoardLayer);
const BoardWorkshop = lazyPart(async () => (await import('./beside.ts')).BoardWorkshop);
const Seek = lazyPart(async () => (await import('./beside.ts')).Seek);

/** Lays the board out; below 900 px the details become a sheet over the canvas. */
export function BoardLayout() {
  const { board } = useWords();
  const leftOpen = useSession((state) => state.leftOpen);
  const rightOpen = useSession((state) => state.rightOpen);
  const review = useSession((state) => state.review);
  const session = useSessionStore();
  const hasDetails = useModel(({ diagrams }) => diagrams.some(({ details }) => details !== null));
  const [blast] = useState(createBlastStore);
  const [actions] = useState(createActionRegistry);
  const hasPackTrouble = usePacks(({ missing, unfit }) => missing.length + unfit.length > 0);
  const isWithoutPacks = useAnalysis(({ leftOut }) => leftOut.length > 0);
  useRecalledDiagram();
  useHistoryKeys();
  useWarnOnLeave();
  return (
    <ActionsContext value={actions}>
      <BlastContext value={blast}>
        <div className={styles['board']} data-left={leftOpen} data-right={rightOpen}>
          <button
            type="button"
            className={styles['skip']}
            onClick={() => {
              session.getState().showTab('threats');
              document.getElementById('details')?.focus();
            }}
          >
            {board.skipToThreats}
          </button>
          <TopBar />
          <TabRow />
          <Suspense fallback={<div className={styles['noBanner']} />}>
            <Banners rest={hasPackTrouble || isWithoutPacks ? <PackBanner /> : null} />
          </Suspense>
          <div className={styles['workshop']}>
            <Suspense>
              <BoardWorkshop />
            </Suspense>
          </div>
          <nav className={styles['left']} aria-label={board.regions.palette} hidden={!leftOpen}>
            <Suspense>
              <Left />
            </Suspense>
          </nav>
          <main className={styles['canvas']} aria-label={board.regions.canvas}>
            <Canvas>
              <Suspense>
                <BoardLayer />
              </Suspense>
            </Canvas>
            <Suspense>
              <Seek />
            </Suspense>
            {hasDetails ? (
              <Suspense>
                <Breadcrumb />
              </Suspense>
            ) : null}
          </main>
          <aside
            id="details"
            tabIndex={-1}
            className={styles['right']}
            aria-label={board.regions.panel}
            hidden={!rightOpen}
          >
            <Suspense>
              <Details />
            </Suspense>
          </aside>
          {review === null ? null : (
            <Suspense>
              <BoardReview place={review} />
            </Suspense>
          )}
          <Messages />
          <Suspense>
            <BoardExtras />
          </Suspense>
        </div>
      </BlastContext>
    </ActionsContext>
  );
}

/** Comes back to the diagram looked at before a reload, before anything is painted. */
function useRecalledDiagram(): void {
  const session = useSessionStore();
  const { link } = useRoom();
  useLayoutEffect(() => {
    const recalled = recallDiagram(link.roomId);
    if (recalled !== null) session.getState().pinDiagram(recalled);
  }, [session, link]);
}

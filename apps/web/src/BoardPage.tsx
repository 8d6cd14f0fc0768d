/** One board from opening to leaving: wires room, session and analysis together and shows what the connection allows. */
import { lazyPart, persistently } from './session/lazy-part.ts';
import type { LoggedGesture } from '@strideboard/document';
import { type BoardLink, CLOSE_REASON } from '@strideboard/wire';
import { say } from '@strideboard/words';
import { Suspense, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { type AnalysisStore, openAnalysis } from './analysis/analysis-store.ts';
import workerUrl from './analysis/analysis-worker.ts?worker&url';
import { AnalysisContext } from './analysis/use-analysis.ts';
import { BoardLayout } from './BoardLayout.tsx';
import {
  gesturesToReplay,
  isRecoverable,
  type Recovered,
  type Recovery,
  type RecoveryReason,
} from './room/recovery.ts';
import { openRoom, type Room } from './room/room.ts';
import { RoomContext, useModel, useRoomWithPacks } from './room/use-room.ts';
import { useLanguage } from './session/language.ts';
import { useEnvironment } from './session/environment.ts';
import { useFirstContent } from './session/first-content.ts';
import { createSession, type SessionStore } from './session/session-store.ts';
import { SessionContext, useSessionStore } from './session/use-session.ts';
import { useWords } from './session/words.ts';
import { Notice } from './start/Notice.tsx';

const BoardRecovery = lazyPart(async () => (await import('./BoardRecovery.tsx')).BoardRecovery);

/** The first picture and the panels come before the copy of the app, ms. */
const KEEP_APP_AFTER_MS = 1_000;

interface Opened {
  readonly room: Room;
  readonly session: SessionStore;
  readonly analysis: AnalysisStore;
  /** What became of work the server had not stored, after the board had to be opened anew. */
  readonly recovered: Recovered | null;
}

/** The board behind one link. */
export function BoardPage({ link }: { readonly link: BoardLink }) {
  const opened = useOpened(link);
  return opened === null ? <Notice problem={null} /> : <Open opened={opened} />;
}

function Open({ opened }: { readonly opened: Opened }) {
  return (
    <RoomContext value={useRoomWithPacks(opened.room)}>
      <SessionContext value={opened.session}>
        <AnalysisContext value={opened.analysis}>
          <Gate room={opened.room} />
          {opened.recovered === null ? null : (
            <Suspense>
              <BoardRecovery recovered={opened.recovered} />
            </Suspense>
          )}
        </AnalysisContext>
      </SessionContext>
    </RoomContext>
  );
}

function useOpened(link: BoardLink): Opened | null {
  const { base, memory, startWorker } = useEnvironment();
  const firstContent = useFirstContent();
  const { roomId, linkId, secret } = link;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [recovery, setRecovery] = useState<(Recovery & { readonly at: number }) | null>(null);
  useEffect(() => {
    const beginning = firstContent.take(roomId);
    const room = openRoom({
      base,
      link: { roomId, linkId, secret },
      memory,
      startWorker,
      firstContent: beginning?.model ?? null,
      onContentRefused: (code) =>
        void import('./files/tell-refused.ts').then(({ tellRefused }) => tellRefused(session, code)),
      recovery,
      onRecovered: (recovered) => setOpened((now) => (now?.room === room ? { ...now, recovered } : now)),
    });
    const today = (): string => new Date().toISOString().slice(0, 10);
    const { document, whole, packs } = room;
    const judge = { document, whole, packs: packs.store, today, startWorker: () => startWorker(workerUrl) };
    const analysis = openAnalysis(judge);
    const { singleKeys, hearsOthers } = memory.preferences();
    const session = createSession({ windowWidth: innerWidth, singleKeys, hearsOthers });
    if (beginning?.notice != null) session.getState().tell({ text: beginning.notice, tone: 'problem' });
    const brought = beginning?.pack ?? null;
    if (brought !== null)
      void persistently(() => import('./packs/keep-brought.ts')).then(({ keepBrought }) =>
        keepBrought(packs, brought, session),
      );
    // An open board lives exactly as long as this effect; there is no earlier moment to hand it to the page.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- see above
    setOpened({ room, session, analysis, recovered: null });
    const stopWatching = watchRefusals(room, (reason, gestures) => {
      const now = Date.now();
      const replayed = gesturesToReplay(reason, gestures, recovery === null ? null : now - recovery.at);
      const { epoch } = room.connection.state();
      setRecovery({ reason, gestures: replayed, epoch, copy: room.document.model(), at: now });
    });
    return () => {
      // Strict mode opens everything twice: what was not yet written must be there for the second opening.
      if (beginning !== null && !room.connection.state().synced) firstContent.put(roomId, beginning);
      stopWatching();
      setOpened(null);
      analysis.dispose();
      room.dispose();
    };
  }, [base, memory, startWorker, firstContent, roomId, linkId, secret, recovery]);
  return opened;
}

/** Calls once when the server has refused this copy of the board, with what it has not stored. */
function watchRefusals(
  room: Room,
  onRefused: (reason: RecoveryReason, gestures: readonly LoggedGesture[]) => void,
): () => void {
  let isOver = false;
  const leaving = new AbortController();
  const left = leaving.signal;
  const unsubscribe = room.connection.subscribe(() => {
    const { phase, problem } = room.connection.state();
    const code = problem?.code;
    if (isOver || phase !== 'stopped' || !isRecoverable(code)) return;
    isOver = true;
    void room.unsaved().then((gestures) => {
      if (!left.aborted) onRefused(code, gestures);
    });
  });
  return () => {
    leaving.abort();
    unsubscribe();
  };
}

/** Shows the board as soon as there is one to show: the server's, or this browser's copy while the server is away. */
function Gate({ room }: { readonly room: Room }) {
  const { connection } = room;
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const [shown, setShown] = useState(false);
  const ready = state.synced || (state.cached && state.phase === 'offline' && state.epoch !== null);
  if (ready && !shown) setShown(true);
  if (ready || shown) return <Board room={room} />;
  if (state.phase === 'stopped') {
    const { code = 'link-invalid', reason } = state.problem ?? {};
    const problem = reason === CLOSE_REASON.participantRemoved ? reason : code;
    return <Notice problem={problem} onRetry={() => connection.retry()} />;
  }
  return (
    <Notice
      problem={state.problem?.code === 'server-unreachable' ? 'server-unreachable' : null}
      onRetry={() => connection.retry()}
    />
  );
}

function Board({ room }: { readonly room: Room }) {
  const words = useWords();
  const { memory, scriptAddress } = useEnvironment();
  const title = useModel((model) => model.meta.title);
  const session = useSessionStore();
  const language = useLanguage();
  const { roomId } = room.link;
  useEffect(() => {
    const { role } = room.connection.state();
    if (memory.preferences().name === null && role !== 'view') session.getState().openDialog('name');
  }, [memory, room, session]);
  useEffect(() => {
    document.title = say(words.board.pageTitle, { title: title || words.board.untitled });
    // Before its first content is written a new board has no title; the list of boards keeps the one it was made with.
    if (title !== '') memory.remember(roomId, { title });
  }, [title, words, language, memory, roomId]);
  useEffect(() => {
    // The board first: keeping the app for a day without the network takes the line for a while.
    const timer = setTimeout(() => {
      void persistently(() => import('./offline/keep-app.ts')).then(({ keepApp }) => keepApp(scriptAddress));
    }, KEEP_APP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [scriptAddress]);
  const said = useRef(language);
  useLayoutEffect(() => {
    if (said.current !== language) session.getState().forgetSaid();
    said.current = language;
  }, [session, language]);
  // Another language puts up everything that says something anew. What it shows lives above: the room with its connection and history, the
  // analysis, and the session with selection, view and what is open.
  return <BoardLayout key={language} />;
}

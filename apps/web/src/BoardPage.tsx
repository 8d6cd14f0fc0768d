/** One board from opening to leaving: wires room, session and analysis together and shows what the connection allows. */
import type { BoardLink } from '@strideboard/wire';
import { say } from '@strideboard/words';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { type AnalysisStore, createAnalysisStore } from './analysis/analysis-store.ts';
import workerUrl from './analysis/analysis-worker.ts?worker&url';
import type { AnalysisReply } from './analysis/protocol.ts';
import { AnalysisContext } from './analysis/use-analysis.ts';
import { BoardLayout } from './BoardLayout.tsx';
import { openRoom, type Room } from './room/room.ts';
import { RoomContext, useModel } from './room/use-room.ts';
import { useEnvironment } from './session/environment.ts';
import { useFirstContent } from './session/first-content.ts';
import { createSession, type SessionStore } from './session/session-store.ts';
import { SessionContext, useSessionStore } from './session/use-session.ts';
import { useWords } from './session/words.ts';
import { Notice } from './start/Notice.tsx';

interface Opened {
  readonly room: Room;
  readonly session: SessionStore;
  readonly analysis: AnalysisStore;
}

/** The board behind one link. */
export function BoardPage({ link }: { readonly link: BoardLink }) {
  const opened = useOpened(link);
  if (opened === null) return <Notice problem={null} />;
  return (
    <RoomContext value={opened.room}>
      <SessionContext value={opened.session}>
        <AnalysisContext value={opened.analysis}>
          <Gate room={opened.room} />
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
  useEffect(() => {
    const beginning = firstContent.take(roomId);
    const room = openRoom({ base, link: { roomId, linkId, secret }, memory, firstContent: beginning?.model ?? null });
    const worker = startWorker(workerUrl);
    const analysis = createAnalysisStore(room.document, {
      postMessage: (request) => worker.postMessage(request),
      listen: (reply) => {
        worker.onmessage = ({ data }: MessageEvent<AnalysisReply>) => reply(data);
      },
      terminate: () => worker.terminate(),
    });
    const session = createSession({ windowWidth: innerWidth });
    if (beginning?.notice != null) session.getState().tell({ text: beginning.notice, tone: 'problem' });
    // An open board lives exactly as long as this effect; there is no earlier moment to hand it to the page.
    // eslint-disable-next-line react-hooks/set-state-in-effect -- see above
    setOpened({ room, session, analysis });
    return () => {
      // Strict mode opens everything twice: what was not yet written must be there for the second opening.
      if (beginning !== null && !room.connection.state().synced) firstContent.put(roomId, beginning);
      setOpened(null);
      analysis.dispose();
      room.dispose();
    };
  }, [base, memory, startWorker, firstContent, roomId, linkId, secret]);
  return opened;
}

/** Shows the board as soon as there is one to show: the server's, or this browser's copy while the server is away. */
function Gate({ room }: { readonly room: Room }) {
  const { connection } = room;
  const state = useSyncExternalStore(connection.subscribe, connection.state);
  const [shown, setShown] = useState(false);
  const ready = state.synced || (state.cached && state.phase === 'offline' && state.epoch !== null);
  if (ready && !shown) setShown(true);
  if (ready || shown) return <Board room={room} />;
  if (state.phase === 'stopped') return <Notice problem={state.problem?.code ?? 'link-invalid'} />;
  return (
    <Notice
      problem={state.problem?.code === 'server-unreachable' ? 'server-unreachable' : null}
      onRetry={() => connection.retry()}
    />
  );
}

function Board({ room }: { readonly room: Room }) {
  const words = useWords();
  const { memory } = useEnvironment();
  const title = useModel((model) => model.meta.title);
  const session = useSessionStore();
  const { roomId } = room.link;
  useEffect(() => {
    const { role } = room.connection.state();
    if (memory.preferences().name === null && role !== 'view') session.getState().openDialog('name');
  }, [memory, room, session]);
  useEffect(() => {
    document.title = say(words.board.pageTitle, { title: title || words.board.untitled });
    memory.remember(roomId, { title: title || null });
  }, [title, words, memory, roomId]);
  return <BoardLayout />;
}

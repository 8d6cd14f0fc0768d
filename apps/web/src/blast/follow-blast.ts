/** Keeps a blast radius up to date: follows board and session, asks the worker, keeps the newest answer. */
import type { BoardDocument } from '@strideboard/document';
import type { Model } from '@strideboard/model';
import type { BlastReply, BlastRequest } from '../analysis/blast-protocol.ts';
import { type BlastStore, NO_BLAST } from '../analysis/blast-store.ts';
import type { BlastView, SessionStore } from '../session/session-store.ts';

/** The page's end of the worker. */
export interface BlastPort {
  postMessage(request: BlastRequest): void;
  listen(reply: (reply: BlastReply) => void): void;
  /** Calls the listener when the worker cannot go on: it did not load, or broke. */
  onFailure(listener: () => void): void;
  terminate(): void;
}

interface FollowBlastOptions {
  readonly document: Pick<BoardDocument, 'model' | 'subscribe'>;
  readonly session: SessionStore;
  readonly store: BlastStore;
  readonly port: BlastPort;
}

/** Follows until the end it returns. At most one request is on its way; while it is, only the newest state waits. */
export function followBlast({ document, session, store, port }: FollowBlastOptions): () => void {
  let run = 0;
  let asked: BlastView | null = null;
  let isWaiting = false;
  let sent: Model | null = null;

  const ask = (): void => {
    const { blast } = session.getState();
    isWaiting = asked !== null;
    if (blast === null || isWaiting) return;
    const { elements, flows } = document.model();
    const isKnown = sent?.elements === elements && sent.flows === flows;
    sent = document.model();
    asked = blast;
    run += 1;
    const { start, assumed } = blast;
    port.postMessage({ run, model: isKnown ? null : { elements, flows }, start, assumed });
  };
  port.listen((reply) => {
    if ('steps' in reply) {
      store.setState({ steps: reply.steps });
      return;
    }
    if (reply.run !== run) return;
    const isWanted = asked?.start === session.getState().blast?.start;
    asked = null;
    if (isWanted) {
      if (!reply.ok) store.setState({ phase: 'failed' });
      else store.setState({ answer: reply.answer, phase: reply.answer === null ? 'gone' : 'answered' });
    }
    if (isWaiting) ask();
  });
  port.onFailure(() => store.setState({ phase: 'failed' }));
  const stops = [
    document.subscribe(({ model }) => {
      if (model.elements !== sent?.elements || model.flows !== sent.flows) ask();
    }),
    session.subscribe(({ blast }, { blast: before }) => {
      if (blast === before) return;
      if (blast?.start !== before?.start) store.setState({ answer: null, phase: 'working', chosen: null });
      ask();
    }),
  ];
  ask();

  return () => {
    for (const stop of stops) stop();
    port.terminate();
    store.setState(NO_BLAST);
  };
}

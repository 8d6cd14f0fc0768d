/** Keeps a blast radius up to date: follows board, packs and session, asks the worker, keeps the newest answer. */
import type { BoardDocument } from '@strideboard/document';
import type { Model } from '@strideboard/model';
import type { PackBase, PackTranslation } from '@strideboard/packs';
import type { StoreApi } from 'zustand/vanilla';
import type { BlastReply, BlastRequest } from '../analysis/blast-protocol.ts';
import { type BlastStore, NO_BLAST } from '../analysis/blast-store.ts';
import type { WorkerPort } from '../analysis/worker-port.ts';
import type { PacksInUse } from '../packs/packs-in-use.ts';
import type { BlastView, SessionStore } from '../session/session-store.ts';

/** The page's end of the worker. */
export type BlastPort = WorkerPort<BlastRequest, BlastReply>;

interface FollowBlastOptions {
  readonly document: Pick<BoardDocument, 'model' | 'subscribe'>;
  readonly packs: Pick<
    StoreApi<Pick<PacksInUse, 'additions'> & Partial<Pick<PacksInUse, 'spoken'>>>,
    'getState' | 'subscribe'
  >;
  readonly session: SessionStore;
  readonly store: BlastStore;
  readonly port: BlastPort;
}

/** How often in a row a worker may fail: the second time it is left alone until something changes or a person asks again. */
const ATTEMPTS = 2;

/**
 * Follows until the end it returns. At most one request is on its way; while it is, only the newest state waits. A worker that fails is
 * replaced by one that knows nothing, which gets model and packs anew.
 */
export function followBlast({ document, packs, session, store, port }: FollowBlastOptions): () => void {
  let run = 0;
  let failures = 0;
  let asked: BlastView | null = null;
  let isWaiting = false;
  let sent: Model | null = null;
  let judgedWith: readonly PackBase[] | null = null;
  let saidIn: PackTranslation | null = null;

  const ask = (): void => {
    const { blast } = session.getState();
    isWaiting = asked !== null;
    if (blast === null || isWaiting) return;
    const { elements, flows } = document.model();
    const { additions, spoken } = packs.getState();
    const translation = spoken?.translation ?? null;
    const isKnown = sent?.elements === elements && sent.flows === flows;
    const isSame = translation === saidIn && isSamePacks(judgedWith, additions);
    sent = document.model();
    judgedWith = additions;
    saidIn = translation;
    asked = blast;
    run += 1;
    const { start, assumed } = blast;
    const model = isKnown ? null : { elements, flows };
    port.postMessage({ run, model, additions: isSame ? null : additions, translation, start, assumed });
  };
  /** After something changed, a worker that was given up gets its chances anew. */
  const askAnew = (): void => {
    if (failures >= ATTEMPTS) failures = 0;
    ask();
  };
  const failed = (): void => {
    run += 1;
    failures += 1;
    asked = sent = judgedWith = null;
    port.restart();
    if (failures < ATTEMPTS) ask();
    else store.setState({ phase: 'failed' });
  };
  port.listen((reply) => {
    if ('steps' in reply) {
      store.setState({ steps: reply.steps });
      return;
    }
    if (reply.run !== run) return;
    if (!reply.ok) {
      failed();
      return;
    }
    failures = 0;
    const isWanted = asked?.start === session.getState().blast?.start;
    asked = null;
    if (isWanted) store.setState({ answer: reply.answer, phase: reply.answer === null ? 'gone' : 'answered' });
    if (isWaiting) ask();
  });
  port.onFailure(failed);
  store.setState({
    retry: () => {
      if (failures < ATTEMPTS) return;
      store.setState({ phase: 'working' });
      askAnew();
    },
  });
  const stops = [
    document.subscribe(({ model }) => {
      if (model.elements !== sent?.elements || model.flows !== sent.flows) askAnew();
    }),
    packs.subscribe(({ additions, spoken }) => {
      if ((spoken?.translation ?? null) !== saidIn || !isSamePacks(judgedWith, additions)) askAnew();
    }),
    session.subscribe(({ blast }, { blast: before }) => {
      if (blast === before) return;
      if (blast?.start !== before?.start) store.setState({ answer: null, phase: 'working', chosen: null });
      askAnew();
    }),
  ];
  ask();

  return () => {
    for (const stop of stops) stop();
    port.terminate();
    store.setState(NO_BLAST);
  };
}

const isSamePacks = (before: readonly PackBase[] | null, after: readonly PackBase[]): boolean =>
  before !== null && before.length === after.length && before.every((pack, at) => pack === after[at]);

/** Keeps threats, questions and badges in step with the open board: follows the document, asks the worker, keeps the newest answer. */
import type { BoardDocument } from '@strideboard/document';
import type { Model, ModelDiff } from '@strideboard/model';
import type { PackBase, PackTranslation } from '@strideboard/packs';
import {
  changeOf,
  isNoChange,
  mergeChanges,
  type ModelChange,
  type ModelLookup,
  type Question,
} from '@strideboard/stride';
import type { StoreApi } from 'zustand/vanilla';
import type { AnalysisState } from './analysis-knowledge.ts';
import { type Said, withAnalysis, withDecisions, withDelta } from './analysis-state.ts';
import { unpackQuestions } from './packed-questions.ts';
import type { AnalysisReply, AnalysisRequest } from './protocol.ts';
import type { WorkerPort } from './worker-port.ts';

/** The page's end of the worker. */
export type AnalysisPort = WorkerPort<AnalysisRequest, AnalysisReply>;

/** What a board is judged by besides the built-in pack. */
export interface JudgedWith {
  readonly additions: readonly PackBase[];
  /** The built-in pack in another language than its own. */
  readonly spoken?: { readonly translation: PackTranslation } | null;
  /** Whether that language is still to come: nothing is judged before, so that it is not judged twice. */
  readonly awaitsTexts?: boolean;
  /** Ids of packs that it should be judged by as well and is not. */
  readonly absent: readonly string[];
}

/** What is followed, and with whom it is talked over. */
export interface Following {
  readonly document: Pick<BoardDocument, 'model' | 'subscribe'>;
  readonly packs: Pick<StoreApi<JudgedWith>, 'getState' | 'subscribe'>;
  readonly port: AnalysisPort;
  /** The day, ISO 8601: standing decisions end. */
  readonly today: () => string;
}

/** Parts of a model that are joined with what is found, besides decisions. */
const JOINED = ['standing', 'records', 'mitigations', 'manual'] as const;

/** How often in a row the analysis is started anew before it waits for the model to change. */
const ATTEMPTS = 3;

/** How often it is looked whether a new day has begun: standing decisions end with their last one. */
const DAY_CHECK_MS = 60_000;

/**
 * Follows a document. The worker gets the whole model once, then only changes; at most one request is on its way, and what changes meanwhile
 * is joined to one change. When the worker fails it is started anew with the whole model. Returns the way to stop.
 */
export function followBoard(store: StoreApi<AnalysisState>, { document, packs, port, today }: Following): () => void {
  let run = 0;
  let isBusy = false;
  let failures = 0;
  /** Whether the worker knows the model up to what is waiting. */
  let isFollowing = false;
  let waiting: ModelChange | null = null;
  let explained: readonly string[] = [];
  let turn: ReturnType<typeof setTimeout> | undefined;
  /** The packs that the worker was started with, and those behind the last whole answer. */
  let asked: readonly PackBase[] = [];
  let judged: readonly PackBase[] = [];
  let translation: PackTranslation | null = null;

  const said = (): Said => {
    const { additions, absent } = packs.getState();
    const expected = additions.filter((pack) => !judged.includes(pack)).map(({ board }) => board.id);
    return { model: document.model(), today: today(), absent: [...absent, ...expected] };
  };
  const send = (request: AnalysisRequest): void => {
    isBusy = true;
    port.postMessage(request);
  };
  const start = (): void => {
    const { additions, spoken, awaitsTexts = false } = packs.getState();
    if (awaitsTexts) return;
    run += 1;
    isFollowing = true;
    waiting = null;
    explained = [];
    asked = additions;
    translation = spoken?.translation ?? null;
    const { elements, flows, applied } = document.model();
    send({ kind: 'start', run, model: { elements, flows, applied }, additions, translation });
  };
  const next = (): void => {
    if (isBusy) return;
    if (!isFollowing) return;
    if (waiting !== null) {
      run += 1;
      const change = waiting;
      waiting = null;
      send({ kind: 'follow', run, change });
      return;
    }
    const { vanished } = store.getState();
    const unexplained = vanished.map(({ id }) => id);
    if (unexplained.join('|') === explained.join('|')) return;
    run += 1;
    explained = unexplained;
    send({ kind: 'explain', run, threats: unexplained });
  };
  const failed = (reason: string): void => {
    store.setState({ problem: reason });
    isBusy = false;
    isFollowing = false;
    failures += 1;
    port.restart();
    if (failures < ATTEMPTS) start();
  };
  /** Goes on in turns, until it is done or another run has begun. */
  const unpack = (work: ReturnType<typeof unpackQuestions>, done: (questions: readonly Question[]) => void): void => {
    const mine = run;
    const step = work.next();
    if (step.done === true) done(step.value);
    else turn = setTimeout(() => (run === mine ? unpack(work, done) : undefined));
  };
  const take = (reply: Exclude<AnalysisReply, { kind: 'names' | 'failed' }>): void => {
    failures = 0;
    if (reply.kind === 'whole') {
      unpack(unpackQuestions(reply.questions), (questions) => {
        isBusy = false;
        judged = store.getState().leftOut.length === 0 ? asked : [];
        store.setState(withAnalysis(store.getState(), { ...reply.analysis, questions }, said()));
        next();
      });
      return;
    }
    isBusy = false;
    if (reply.kind === 'delta') {
      store.setState(withDelta(store.getState(), reply.delta, said()));
      // Facts may have changed under what is already gone.
      explained = [];
    } else store.setState({ causes: reply.causes });
    next();
  };
  port.listen((reply) => {
    if (reply.kind === 'names') {
      store.setState({ names: reply.names, leftOut: reply.leftOut });
      return;
    }
    if (reply.run !== run) return;
    if (reply.kind === 'failed') {
      failed(reply.reason);
      return;
    }
    take(reply);
  });
  port.onFailure(failed);
  const stopFollowingPacks = packs.subscribe(({ additions, spoken }) => {
    store.setState(withDecisions(store.getState(), said()));
    const isSaidSo = (spoken?.translation ?? null) === translation;
    if (
      isFollowing &&
      isSaidSo &&
      additions.length === asked.length &&
      additions.every((pack, at) => pack === asked[at])
    )
      return;
    failures = 0;
    start();
  });
  const unsubscribe = document.subscribe(({ model, previous, diff }) => {
    const applied = model.applied === previous.applied ? null : model.applied;
    const change = changeOf(diff, changedIn(model, diff), applied);
    if (!isNoChange(change)) {
      if (isFollowing) waiting = waiting === null ? change : mergeChanges(waiting, change);
      else {
        failures = 0;
        start();
      }
    }
    if (diff.decisions.length > 0 || JOINED.some((part) => model[part] !== previous[part]))
      store.setState(withDecisions(store.getState(), said()));
    next();
  });
  let day = today();
  const clock = setInterval(() => {
    if (today() === day) return;
    day = today();
    store.setState(withDecisions(store.getState(), said()));
  }, DAY_CHECK_MS);
  start();

  return () => {
    clearInterval(clock);
    clearTimeout(turn);
    unsubscribe();
    stopFollowingPacks();
    port.terminate();
  };
}

/** What of a model a difference names, by id; an index of all of it would cost more than the difference. */
function changedIn({ elements, flows }: Model, diff: Pick<ModelDiff, 'elements' | 'flows'>): ModelLookup {
  return { elements: namedIn(elements, diff.elements), flows: namedIn(flows, diff.flows) };
}

function namedIn<Item extends { readonly id: string }>(
  items: readonly Item[],
  { added, changed }: { readonly added: readonly Item['id'][]; readonly changed: readonly Item['id'][] },
): ReadonlyMap<Item['id'], Item> {
  const wanted = new Set([...added, ...changed]);
  return new Map(wanted.size === 0 ? [] : items.filter(({ id }) => wanted.has(id)).map((item) => [item.id, item]));
}

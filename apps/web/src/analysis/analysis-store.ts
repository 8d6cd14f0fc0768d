/** Threats, questions and badges of the open board: follows the document, asks the worker, keeps the newest answer. */
import type { BoardDocument } from '@strideboard/document';
import type { Model, SubjectId, ThreatId } from '@strideboard/model';
import {
  type Analysis,
  joinDecisions,
  countBadges,
  type Question,
  type SubjectCounts,
  type Threat,
  type VanishedThreat,
} from '@strideboard/stride';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AnalysisReply, AnalysisRequest, JudgementNames } from './protocol.ts';

/** What the analysis knows right now. */
export interface AnalysisState {
  /** `null` until the first answer. */
  readonly analysis: Analysis | null;
  readonly threats: readonly Threat[];
  readonly threatById: ReadonlyMap<ThreatId, Threat>;
  readonly threatsBySubject: ReadonlyMap<SubjectId, readonly Threat[]>;
  readonly questionsBySubject: ReadonlyMap<SubjectId, readonly Question[]>;
  /** Decisions whose threat no longer arises; kept, and shown on request. */
  readonly vanished: readonly VanishedThreat[];
  /** Names of what findings refer to; empty until the worker has said them. */
  readonly names: JudgementNames;
  /** Open counts per subject, for badges. */
  readonly badges: ReadonlyMap<SubjectId, SubjectCounts>;
  /** Set while the analysis cannot answer; the last good answer stays. */
  readonly problem: string | null;
}

/** The store plus its end. */
export interface AnalysisStore {
  readonly store: StoreApi<AnalysisState>;
  dispose(): void;
}

interface AnalysisPort {
  postMessage(request: AnalysisRequest): void;
  listen(reply: (reply: AnalysisReply) => void): void;
  terminate(): void;
}

const NOTHING: AnalysisState = {
  analysis: null,
  threats: [],
  vanished: [],
  names: { controls: {}, classes: {}, tactics: {}, techniques: {} },
  threatById: new Map(),
  threatsBySubject: new Map(),
  questionsBySubject: new Map(),
  badges: new Map(),
  problem: null,
};

/** Follows a document. At most one request is on its way; while it is, only the newest model waits. */
export function createAnalysisStore(document: BoardDocument, port: AnalysisPort): AnalysisStore {
  const store = createStore<AnalysisState>()(() => NOTHING);
  let run = 0;
  let busy = false;
  let waiting: Model | null = null;

  const ask = (model: Model): void => {
    if (busy) {
      waiting = model;
      return;
    }
    busy = true;
    run += 1;
    port.postMessage({ run, model });
  };
  const refresh = (analysis: Analysis): void => {
    const { threats, vanished } = joinDecisions(analysis.findings, document.model().decisions);
    store.setState({ ...stateOf(analysis, threats), vanished });
  };
  port.listen((reply) => {
    if ('names' in reply) {
      store.setState({ names: reply.names });
      return;
    }
    if (reply.run !== run) return;
    busy = false;
    if (reply.ok) refresh(reply.analysis);
    else store.setState({ problem: reply.reason });
    if (waiting !== null) {
      const next = waiting;
      waiting = null;
      ask(next);
    }
  });
  const unsubscribe = document.subscribe(({ model, diff }) => {
    const { analysis } = store.getState();
    const facts =
      diff.elements.added.length +
        diff.elements.removed.length +
        diff.elements.changed.length +
        diff.flows.added.length +
        diff.flows.removed.length +
        diff.flows.changed.length >
      0;
    if (facts || analysis === null) ask(model);
    else if (diff.decisions.length > 0) refresh(analysis);
  });
  ask(document.model());

  return {
    store,
    dispose: () => {
      unsubscribe();
      port.terminate();
    },
  };
}

function stateOf(analysis: Analysis, threats: readonly Threat[]): Omit<AnalysisState, 'vanished' | 'names'> {
  const threatsBySubject = new Map<SubjectId, Threat[]>();
  for (const threat of threats) {
    const [subject] = threat.finding.subjects;
    if (subject !== undefined) append(threatsBySubject, subject, threat);
  }
  const questionsBySubject = new Map<SubjectId, Question[]>();
  for (const question of analysis.questions) append(questionsBySubject, question.subject, question);
  return {
    analysis,
    threats,
    threatById: new Map(threats.map((threat) => [threat.finding.id, threat])),
    threatsBySubject,
    questionsBySubject,
    badges: countBadges(threats, analysis.questions),
    problem: null,
  };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

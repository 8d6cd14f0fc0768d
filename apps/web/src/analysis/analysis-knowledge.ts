/** What the page knows of threats, questions and badges: the shape of the store, light enough for the first load. */
import type { SubjectId, ThreatId } from '@strideboard/model';
import type { PackProblem } from '@strideboard/packs';
import type {
  Analysis,
  Prompt,
  Question,
  StandingUse,
  SubjectCounts,
  Threat,
  VanishedCause,
  VanishedThreat,
  WrittenStand,
} from '@strideboard/stride';
import type { JudgementNames } from './protocol.ts';

/** What the analysis knows right now. */
export interface AnalysisState {
  /** `null` until the first answer. */
  readonly analysis: Analysis | null;
  readonly threats: readonly Threat[];
  readonly threatById: ReadonlyMap<ThreatId, Threat>;
  readonly threatsBySubject: ReadonlyMap<SubjectId, readonly Threat[]>;
  readonly questionsBySubject: ReadonlyMap<SubjectId, readonly Question[]>;
  /** Threats that people wrote and that are to decide. */
  readonly written: readonly WrittenStand[];
  /** Decisions whose threat no longer arises; kept, and shown on request. */
  readonly vanished: readonly VanishedThreat[];
  /** What removed them, by threat id; empty until the worker has said it. */
  readonly causes: ReadonlyMap<string, VanishedCause>;
  /** Standing decisions with the threats that inherit them. */
  readonly standing: readonly StandingUse[];
  /** Names of what findings refer to by id; empty until the worker has said them. */
  readonly names: JudgementNames;
  /** Why the board's own packs are left out of the judgement; empty when they are not. */
  readonly leftOut: readonly PackProblem[];
  /** Open counts per subject, for badges. */
  readonly badges: ReadonlyMap<SubjectId, SubjectCounts>;
  /** Set while the analysis cannot answer; the last good answer stays. */
  readonly problem: string | null;
  /** Set while everybody writes cards in silence: all of the above is hidden, and only this may be asked for. */
  readonly veil: { readonly prompts: readonly Prompt[] } | null;
}

/** Before the first answer. */
export const NOTHING_KNOWN: AnalysisState = {
  analysis: null,
  threats: [],
  threatById: new Map(),
  threatsBySubject: new Map(),
  questionsBySubject: new Map(),
  written: [],
  vanished: [],
  causes: new Map(),
  standing: [],
  names: { rules: {}, controls: {}, catalogue: [], classes: {}, tactics: {}, techniques: {}, exclusions: [] },
  leftOut: [],
  badges: new Map(),
  problem: null,
  veil: null,
};

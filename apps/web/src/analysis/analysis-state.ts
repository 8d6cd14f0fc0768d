/** What the page knows of the analysis, and how it follows what the worker says: what did not change keeps its identity. */
import type { Model, SubjectId } from '@strideboard/model';
import {
  type Analysis,
  type AnalysisDelta,
  countBadge,
  countBadges,
  createScope,
  heaviestFirst,
  type JoinedThreats,
  joinDecisions,
  patchAnalysis,
  type Question,
  type SubjectCounts,
  type Threat,
  writtenToDecide,
} from '@strideboard/stride';
import type { AnalysisState } from './analysis-knowledge.ts';

/** What people said, and the day on which standing decisions are held against their end. */
export interface Said {
  readonly model: Pick<Model, 'elements' | 'flows' | 'decisions' | 'standing' | 'records' | 'mitigations' | 'manual'>;
  /** ISO date. */
  readonly today: string;
  /** Ids of packs that the board names and that judge nothing here: nobody can say that their threats are gone. */
  readonly absent: readonly string[];
}

/** The state with a whole analysis. */
export function withAnalysis(before: AnalysisState, analysis: Analysis, said: Said): AnalysisState {
  const state = { ...before, ...questionsOf(before, analysis), ...threatsOf(before, analysis, said) };
  const badges = reuseCounts(before.badges, countBadges(state.threats, analysis.questions));
  return { ...state, analysis, badges, problem: null };
}

/** The state with what changed in the analysis: what it costs goes with the change, not with the board, copying lists apart. */
export function withDelta(before: AnalysisState, delta: AnalysisDelta, said: Said): AnalysisState {
  if (before.analysis === null) return before;
  const analysis = patchAnalysis(before.analysis, delta);
  const asked = patchQuestions(before, delta.questions);
  // Where nothing stands for whole boundaries, only findings and decisions make threats.
  const isSettled = analysis.findings === before.analysis.findings && said.model.standing.length === 0;
  const state = { ...before, ...asked.state, ...(isSettled ? {} : threatsOf(before, analysis, said)) };
  return { ...state, analysis, badges: patchBadges(before, state, asked.touched), problem: null };
}

/** The state with other decisions. */
export function withDecisions(before: AnalysisState, said: Said): AnalysisState {
  if (before.analysis === null) return before;
  const state = { ...before, ...threatsOf(before, before.analysis, said) };
  return { ...state, badges: patchBadges(before, state, NOBODY), problem: null };
}

type Threats = Pick<AnalysisState, 'threats' | 'threatById' | 'threatsBySubject' | 'written' | 'vanished' | 'standing'>;

function threatsOf(before: AnalysisState, analysis: Analysis, { model, today, absent }: Said): Threats {
  const standing = { decisions: model.standing, today, isWithin: createScope(model) };
  const joined: JoinedThreats = joinDecisions(analysis.findings, model.decisions, { standing, assumed: model, before });
  const threats = reuseList(before.threats, joined.threats);
  const bySubject = new Map<SubjectId, Threat[]>();
  for (const threat of threats) {
    const [subject] = threat.finding.subjects;
    if (subject !== undefined) append(bySubject, subject, threat);
  }
  const isSame = threats === before.threats;
  return {
    threats,
    threatById: isSame ? before.threatById : new Map(threats.map((threat) => [threat.finding.id, threat])),
    threatsBySubject: isSame ? before.threatsBySubject : reuseLists(before.threatsBySubject, bySubject),
    written: writtenToDecide(model),
    vanished: absent.length === 0 ? joined.vanished : joined.vanished.filter(({ rule }) => !isOf(rule, absent)),
    standing: joined.standing,
  };
}

const NOBODY: ReadonlySet<SubjectId> = new Set();

/** Only subjects whose threats are others, or whose questions are (`asked`), are counted anew. */
function patchBadges(
  before: AnalysisState,
  after: Pick<AnalysisState, 'threatsBySubject' | 'questionsBySubject'>,
  asked: ReadonlySet<SubjectId>,
): AnalysisState['badges'] {
  const touched = new Set(asked);
  if (after.threatsBySubject !== before.threatsBySubject) {
    for (const [id, list] of after.threatsBySubject) if (before.threatsBySubject.get(id) !== list) touched.add(id);
    for (const id of before.threatsBySubject.keys()) if (!after.threatsBySubject.has(id)) touched.add(id);
  }
  if (touched.size === 0) return before.badges;
  const badges = new Map(before.badges);
  for (const id of touched) {
    const counts = countBadge(after.threatsBySubject.get(id) ?? [], after.questionsBySubject.get(id)?.length ?? 0);
    if (counts === null) badges.delete(id);
    else badges.set(id, reuseCount(before.badges.get(id), counts));
  }
  return badges;
}

/** Whether a rule belongs to one of the packs: ids of all but the built-in one begin with the pack's and a colon. */
const isOf = (rule: string, packs: readonly string[]): boolean => packs.some((id) => rule.startsWith(`${id}:`));

function questionsOf(before: AnalysisState, { questions }: Analysis): Pick<AnalysisState, 'questionsBySubject'> {
  const bySubject = new Map<SubjectId, Question[]>();
  for (const question of questions) append(bySubject, question.subject, question);
  return { questionsBySubject: reuseLists(before.questionsBySubject, bySubject) };
}

/** Only subjects that the change names get another list, in the order of the whole. */
function patchQuestions(
  { questionsBySubject }: AnalysisState,
  { put, gone }: AnalysisDelta['questions'],
): { readonly state: Pick<AnalysisState, 'questionsBySubject'>; readonly touched: ReadonlySet<SubjectId> } {
  const bySubject = new Map<SubjectId, Question[]>();
  for (const question of put) append(bySubject, question.subject, question);
  const out = new Set([...gone, ...put.map(({ id }) => id)]);
  const ofGone = gone.map((id) => (id.split('~')[0] ?? '') as SubjectId); // ids of questions begin with their subject's
  const touched = new Set([...bySubject.keys(), ...ofGone]);
  if (touched.size === 0) return { state: { questionsBySubject }, touched };
  const patched = new Map(questionsBySubject);
  for (const id of touched) {
    const left = (questionsBySubject.get(id) ?? []).filter((question) => !out.has(question.id));
    const list = [...left, ...(bySubject.get(id) ?? [])].sort(heaviestFirst);
    if (list.length === 0) patched.delete(id);
    else patched.set(id, list);
  }
  return { state: { questionsBySubject: patched }, touched };
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

const reuseList = <Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] =>
  before.length === after.length && before.every((item, at) => item === after[at]) ? before : after;

function reuseLists<K, Item>(
  before: ReadonlyMap<K, readonly Item[]>,
  after: ReadonlyMap<K, readonly Item[]>,
): ReadonlyMap<K, readonly Item[]> {
  return new Map([...after].map(([key, list]) => [key, reuseList(before.get(key) ?? [], list)]));
}

const reuseCounts = (before: AnalysisState['badges'], after: AnalysisState['badges']): AnalysisState['badges'] =>
  new Map([...after].map(([id, counts]) => [id, reuseCount(before.get(id), counts)]));

const reuseCount = (old: SubjectCounts | undefined, counts: SubjectCounts): SubjectCounts =>
  old !== undefined &&
  old.critical === counts.critical &&
  old.high === counts.high &&
  old.medium === counts.medium &&
  old.low === counts.low &&
  old.questions === counts.questions
    ? old
    : counts;

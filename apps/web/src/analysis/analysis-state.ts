/** What the page knows of the analysis, and how it follows what the worker says: what did not change keeps its identity. */
import type { Model, SubjectId } from '@strideboard/model';
import {
  type Analysis,
  type AnalysisDelta,
  countBadges,
  createScope,
  type JoinedThreats,
  joinDecisions,
  patchAnalysis,
  type Question,
  type SubjectCounts,
  type Threat,
} from '@strideboard/stride';
import type { AnalysisState } from './analysis-knowledge.ts';

/** What people said, and the day on which standing decisions are held against their end. */
export interface Said {
  readonly model: Pick<Model, 'elements' | 'flows' | 'decisions' | 'standing'>;
  /** ISO date. */
  readonly today: string;
  /** Ids of packs that the board names and that judge nothing here: nobody can say that their threats are gone. */
  readonly absent: readonly string[];
}

/** The state with a whole analysis. */
export function withAnalysis(before: AnalysisState, analysis: Analysis, said: Said): AnalysisState {
  return withThreats({ ...before, ...questionsOf(before, analysis) }, analysis, said);
}

/** The state with what changed in the analysis. */
export function withDelta(before: AnalysisState, delta: AnalysisDelta, said: Said): AnalysisState {
  if (before.analysis === null) return before;
  const analysis = patchAnalysis(before.analysis, delta);
  const questions =
    analysis.questions === before.analysis.questions ? {} : patchQuestions(before, analysis, delta.questions);
  return withThreats({ ...before, ...questions }, analysis, said);
}

/** The state with other decisions. */
export const withDecisions = (before: AnalysisState, said: Said): AnalysisState =>
  before.analysis === null ? before : withThreats(before, before.analysis, said);

function withThreats(before: AnalysisState, analysis: Analysis, { model, today, absent }: Said): AnalysisState {
  const standing = { decisions: model.standing, today, isWithin: createScope(model) };
  const joined: JoinedThreats = joinDecisions(analysis.findings, model.decisions, { standing, before });
  const threats = reuseList(before.threats, joined.threats);
  const bySubject = new Map<SubjectId, Threat[]>();
  for (const threat of threats) {
    const [subject] = threat.finding.subjects;
    if (subject !== undefined) append(bySubject, subject, threat);
  }
  const isSame = threats === before.threats;
  return {
    ...before,
    analysis,
    threats,
    threatById: isSame ? before.threatById : new Map(threats.map((threat) => [threat.finding.id, threat])),
    threatsBySubject: isSame ? before.threatsBySubject : reuseLists(before.threatsBySubject, bySubject),
    vanished: absent.length === 0 ? joined.vanished : joined.vanished.filter(({ rule }) => !isOf(rule, absent)),
    standing: joined.standing,
    badges:
      isSame && analysis === before.analysis
        ? before.badges
        : reuseCounts(before.badges, countBadges(threats, analysis.questions)),
    problem: null,
  };
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
  { questions }: Analysis,
  { put, gone }: AnalysisDelta['questions'],
): Pick<AnalysisState, 'questionsBySubject'> {
  const touched = new Set<string>([...put.map(({ subject }) => subject), ...gone.map((id) => id.split('~')[0] ?? '')]);
  const lists = new Map<SubjectId, Question[]>();
  for (const question of questions) if (touched.has(question.subject)) append(lists, question.subject, question);
  const patched = new Map(questionsBySubject);
  for (const subject of touched) {
    const id = subject as SubjectId; // from the id of a question
    const list = lists.get(id);
    if (list === undefined) patched.delete(id);
    else patched.set(id, list);
  }
  return { questionsBySubject: patched };
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

function reuseCounts(
  before: AnalysisState['badges'],
  after: AnalysisState['badges'],
): ReadonlyMap<SubjectId, SubjectCounts> {
  return new Map(
    [...after].map(([id, counts]) => {
      const old = before.get(id);
      const isSame =
        old !== undefined &&
        old.critical === counts.critical &&
        old.high === counts.high &&
        old.medium === counts.medium &&
        old.low === counts.low &&
        old.questions === counts.questions;
      return [id, isSame ? old : counts];
    }),
  );
}

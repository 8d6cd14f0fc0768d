/** What a facilitator does in each phase, where it is done, and whether the board shows that it is. */
import type { Model, Workshop } from '@strideboard/model';
import type { PhaseId } from '../room/workshop/phases.ts';
import type { Door } from './doors.ts';

/** What is looked at. */
export interface ChecklistFacts {
  readonly model: Pick<Model, 'elements' | 'flows' | 'records'>;
  readonly workshop: Pick<Workshop, 'rounds' | 'ballots' | 'cards'>;
  /** Critical and high threats that are open. */
  readonly urgent: number;
  /** Questions about elements that nobody has answered. */
  readonly questions: number;
  /** Sealed cards of everybody here who may write some, by person. */
  readonly sealed: readonly number[];
  /** How many others are here. */
  readonly others: number;
}

/** By the words it is told with; what only the team can know has no mark. */
export interface ChecklistItem {
  readonly id: ItemId;
  readonly door: Door | null;
  readonly isDone: boolean | null;
}

const ITEMS = {
  prepare: [
    ['goals', 'records'],
    ['diagram', null],
    ['invite', 'share'],
    ['here', null],
  ],
  scope: [
    ['exclusions', 'records'],
    ['assumptions', 'records'],
  ],
  draw: [
    ['flows', null],
    ['labels', null],
    ['walk', 'walk'],
    ['questions', 'questions'],
  ],
  silent: [
    ['round', null],
    ['written', 'cards'],
  ],
  reveal: [
    ['reveal', null],
    ['group', 'revealed'],
    ['promote', 'revealed'],
    ['gap', 'gap'],
  ],
  vote: [
    ['ballot', 'vote'],
    ['closed', 'vote'],
  ],
  decide: [
    ['register', 'register'],
    ['log', 'records'],
    ['owners', 'records'],
  ],
  review: [
    ['coverage', 'check'],
    ['parking', 'parking'],
    ['export', 'export'],
  ],
} as const satisfies Readonly<Record<PhaseId, readonly (readonly [string, Door | null])[]>>;
type ItemId = (typeof ITEMS)[PhaseId][number][0];

/** The things to do in a phase. */
export function checklistOf(phase: PhaseId, facts: ChecklistFacts): readonly ChecklistItem[] {
  const marks = marksOf(facts);
  return ITEMS[phase].map(([id, door]) => ({ id, door, isDone: marks[id] ?? null }));
}

function marksOf({
  model,
  workshop,
  urgent,
  questions,
  sealed,
  others,
}: ChecklistFacts): Partial<Record<ItemId, boolean>> {
  const { elements, flows, records } = model;
  const { rounds, ballots, cards } = workshop;
  const has = (kind: (typeof records)[number]['kind']): boolean => records.some((record) => record.kind === kind);
  const decisions = records.filter(({ kind, state }) => kind === 'decision' && state !== 'superseded');
  const round = rounds.at(-1)?.state;
  const revealed = cards.filter(({ gone }) => !gone);
  return {
    goals: has('goal'),
    diagram: elements.length > 0,
    here: others > 0,
    exclusions: has('exclusion') || elements.some(({ outOfScope }) => outOfScope !== null),
    assumptions: has('assumption'),
    flows: elements.length > 0 && isConnected(model),
    labels: flows.length > 0 && flows.every(({ label }) => label.trim() !== ''),
    questions: elements.length > 0 && questions === 0,
    round: round === 'silent' || round === 'revealed',
    written: round === 'revealed' || (round === 'silent' && sealed.length > 0 && sealed.every((count) => count > 0)),
    reveal: round === 'revealed',
    group: revealed.some(({ key, cluster }) => key !== cluster),
    promote: revealed.some(({ became }) => became !== null),
    ballot: ballots.length > 0,
    closed: ballots.at(-1)?.state === 'closed',
    register: elements.length > 0 && urgent === 0,
    log: decisions.length > 0,
    owners: decisions.length > 0 && decisions.every(({ owner }) => owner.trim() !== ''),
    parking: revealed.every(({ lane, state, became }) => lane !== 'park' || state !== '' || became !== null),
  };
}

/** Whether everything that can send or receive does, here or where it is shown again. */
function isConnected({ elements, flows }: ChecklistFacts['model']): boolean {
  const ends = new Set<string>(flows.flatMap(({ source, target }) => [source, target]));
  for (const element of elements) if (element.of !== null && ends.has(element.id)) ends.add(element.of);
  return elements.every(({ id, kind }) => ['boundary', 'note', 'ref'].includes(kind) || ends.has(id));
}

/** Where a workshop stands in its agenda, and how the agenda falls into the four questions (Shostack, “The Four Question Framework”). */
import type { Workshop } from '@strideboard/model';
import { type AgendaItem, PHASE_IDS, type PhaseId, phaseOf, readAgenda } from '../room/workshop/phases.ts';

/** One of the four questions, as the words name them. */
type PhaseQuestion = 'working' | 'wrong' | 'doing' | 'good';

/** The question a phase belongs to. */
const QUESTION_OF: Readonly<Record<PhaseId, PhaseQuestion>> = {
  prepare: 'working',
  scope: 'working',
  draw: 'working',
  silent: 'wrong',
  reveal: 'wrong',
  vote: 'wrong',
  decide: 'doing',
  review: 'good',
};

/** What is stored as the phase once a workshop is over. */
export const OVER = 'over';

/** A running workshop: its agenda and the item that runs. */
export interface Standing {
  readonly items: readonly AgendaItem[];
  /** Index of the item that runs. */
  readonly at: number;
}

/** Where the workshop stands; `null` while none runs. A phase that the agenda does not have is shown where it belongs by default. */
export function standingOf(workshop: Pick<Workshop, 'phase' | 'agenda'>): Standing | null {
  const phase = phaseOf(workshop);
  if (phase === null || workshop.phase === null) return null;
  const items = readAgenda(workshop.agenda);
  const at = placeOf(items, phase, workshop.phase.id);
  if (at !== -1) return { items, at };
  const order = PHASE_IDS.indexOf(phase);
  const later = items.findIndex((item) => PHASE_IDS.indexOf(item.phase) > order);
  const place = later === -1 ? items.length : later;
  return { items: items.toSpliced(place, 0, { phase, minutes: 0 }), at: place };
}

function placeOf(items: readonly AgendaItem[], phase: PhaseId, stored: string): number {
  const turn = Number(stored.split('#')[1] ?? 1);
  const places = items.flatMap((item, at) => (item.phase === phase ? [at] : []));
  return places[turn - 1] ?? places.at(-1) ?? -1;
}

/** How the phase at a place of an agenda is stored: with its turn when it has been there before. */
export function storedPhase(items: readonly AgendaItem[], at: number): string {
  const phase = items[at]?.phase ?? PHASE_IDS[0];
  const turn = items.slice(0, at + 1).filter((item) => item.phase === phase).length;
  return turn < 2 ? phase : `${phase}#${String(turn)}`;
}

/** Neighbours that belong to one question. */
export interface QuestionGroup {
  readonly question: PhaseQuestion;
  readonly items: readonly { readonly phase: PhaseId; readonly at: number }[];
}

/** The agenda in its order, cut where the question changes. */
export function byQuestion(items: readonly AgendaItem[]): readonly QuestionGroup[] {
  const groups: { question: PhaseQuestion; items: { phase: PhaseId; at: number }[] }[] = [];
  for (const [at, { phase }] of items.entries()) {
    const question = QUESTION_OF[phase];
    const last = groups.at(-1);
    if (last?.question === question) last.items.push({ phase, at });
    else groups.push({ question, items: [{ phase, at }] });
  }
  return groups;
}

/** The phases of a workshop along the four questions, and the agenda they make (design: ux, “Running a workshop”). */
import type { Workshop } from '@strideboard/model';

/** Ids of phases as stored, in their default order. */
export const PHASE_IDS = ['prepare', 'scope', 'draw', 'silent', 'reveal', 'vote', 'decide', 'review'] as const;
/** One of {@link PHASE_IDS}. */
export type PhaseId = (typeof PHASE_IDS)[number];

/** Minutes a phase takes unless the agenda says otherwise; 0 has no end. */
export const DEFAULT_MINUTES: Readonly<Record<PhaseId, number>> = {
  prepare: 0,
  scope: 10,
  draw: 15,
  silent: 10,
  reveal: 15,
  vote: 10,
  decide: 20,
  review: 10,
};

/** One line of an agenda. */
export interface AgendaItem {
  readonly phase: PhaseId;
  readonly minutes: number;
}

const MINUTES_LIMIT = 600;

/** The default agenda. */
export const DEFAULT_AGENDA: readonly AgendaItem[] = PHASE_IDS.map((phase) => ({
  phase,
  minutes: DEFAULT_MINUTES[phase],
}));

/** As stored: `silent/10`. */
export const writeAgenda = (items: readonly AgendaItem[]): readonly string[] =>
  items.map(({ phase, minutes }) => `${phase}/${minutes}`);

/** Reads an agenda; lines that make no sense are left out, and an empty one is the default. */
export function readAgenda(stored: Workshop['agenda']): readonly AgendaItem[] {
  const items = stored.flatMap((line): readonly AgendaItem[] => {
    const [phase, minutes] = line.split('/');
    const id = PHASE_IDS.find((known) => known === phase);
    if (id === undefined) return [];
    const count = Number(minutes ?? DEFAULT_MINUTES[id]);
    const isMinutes = Number.isInteger(count) && count >= 0 && count <= MINUTES_LIMIT;
    return [{ phase: id, minutes: isMinutes ? count : DEFAULT_MINUTES[id] }];
  });
  return items.length === 0 ? DEFAULT_AGENDA : items;
}

/** The phase that runs; `null` while none does or an unknown one is named. One that comes again is stored with its turn: `silent#2`. */
export function phaseOf({ phase }: Pick<Workshop, 'phase'>): PhaseId | null {
  const [id] = phase?.id.split('#', 1) ?? [];
  return PHASE_IDS.find((known) => known === id) ?? null;
}

/** The round in which everybody writes in silence now, the newest; `null` for none. While there is one, cards are secret and findings hidden. */
export function silentRound({ rounds }: Pick<Workshop, 'rounds'>): Workshop['rounds'][number] | null {
  const last = rounds.at(-1);
  return last?.state === 'silent' ? last : null;
}

/** The ballot that is open now, the newest; `null` for none. */
export function openBallot({ ballots }: Pick<Workshop, 'ballots'>): Workshop['ballots'][number] | null {
  const last = ballots.at(-1);
  return last?.state === 'open' ? last : null;
}

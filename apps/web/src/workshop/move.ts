/** What a facilitator is asked before a workshop goes to another phase: nothing sealed is forgotten, nothing is revealed by accident. */
import type { Workshop } from '@strideboard/model';
import { openBallot, type PhaseId, phaseOf, silentRound } from '../room/workshop/phases.ts';

/** The question; `reveal` and `leave` are about the round that is sealed, `vote` about the ballot that is open. */
export type MoveQuestion = 'round' | 'reveal' | 'leave' | 'vote';

type Running = Pick<Workshop, 'phase' | 'rounds' | 'ballots'>;

/** What is asked before going to a phase; `null` for nothing. */
export function questionBefore(workshop: Running, to: PhaseId): MoveQuestion | null {
  const isSealed = silentRound(workshop) !== null;
  if (to === 'silent') return isSealed ? null : 'round';
  if (isSealed) return to === 'reveal' ? 'reveal' : 'leave';
  return phaseOf(workshop) === 'vote' && to !== 'vote' && openBallot(workshop) !== null ? 'vote' : null;
}

/** One person's browser, as far as it says how many cards it holds back. */
export interface Sealing {
  readonly principal: string;
  readonly sealed: number | null;
}

/** How many cards are sealed, and of how many people: several windows of one person hold the same cards. */
export function sealedCards(browsers: readonly Sealing[]): { readonly cards: number; readonly people: number } {
  const byPerson = new Map<string, number>();
  for (const { principal, sealed } of browsers)
    byPerson.set(principal, Math.max(byPerson.get(principal) ?? 0, sealed ?? 0));
  const counts = [...byPerson.values()].filter((count) => count > 0);
  return { cards: counts.reduce((sum, count) => sum + count, 0), people: counts.length };
}

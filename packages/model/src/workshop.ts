/** What a workshop shares while it runs: phase, timer, rounds, ballots, cards, dots and facilitator locks. Not part of a model's file. */

import type { StrideLetter } from './register.ts';

/** A round of silent writing. */
export interface WorkshopRound {
  readonly id: string;
  readonly state: 'silent' | 'revealed' | 'discarded';
  readonly prompt: string;
  readonly at: number;
  /** The interface shows its cards without their authors: a courtesy, the document holds them. */
  readonly hidesNames: boolean;
}

/** A vote with dots and, once it is closed, its result: dots by target, late ones apart. */
export interface WorkshopBallot {
  readonly id: string;
  readonly state: 'open' | 'closed';
  /** Dots per person. */
  readonly dots: number;
  readonly what: string;
  /** When it was opened first. */
  readonly at: number;
  /** Whether one person may give several dots to one target. */
  readonly several: boolean;
  /** What is voted on, in the order it is listed: ids of threats or keys of cards. Empty = whatever people give dots to. */
  readonly on: readonly string[];
  /** When it was closed last; `null` while nobody closed it. Tells one closing from the next. */
  readonly closedAt: number | null;
  readonly tally: Readonly<Record<string, { readonly dots: number; readonly late: number }>>;
  /** How many people gave dots that count, and how many whose dots are late. */
  readonly voters: { readonly onTime: number; readonly late: number };
}

/** One revealed card. `key` is `principal|cardId`. */
export interface WorkshopCard {
  readonly key: string;
  readonly author: string;
  readonly round: string;
  readonly lane: 'threat' | 'park';
  readonly letters: readonly StrideLetter[];
  readonly on: readonly string[];
  readonly text: string;
  readonly late: boolean;
  readonly at: number;
  readonly gone: boolean;
  /** Key of the card that leads its cluster; its own key when it stands alone. */
  readonly cluster: string;
  /** The threat or record it turned into. */
  readonly became: string | null;
  /** How a parked card ended, a word; empty while it is open. */
  readonly state: string;
  /** Who ended it and when, ms since 1970 UTC, as claimed; `null` while it is open or where nobody said. */
  readonly settled: { readonly by: string; readonly at: number } | null;
  /** Where it went on: the number or address of a ticket; empty for nothing said. */
  readonly ticket: string;
  /** Why it has that state. */
  readonly why: string;
  /** Somebody said that no rule found what it says, whatever they have in common. */
  readonly apart: boolean;
}

/** A lock only facilitators can lift; the server enforces it. */
export interface FacilitatorLock {
  readonly root: 'nodes' | 'edges';
  readonly id: string;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

/** Everything shared about a running workshop. Times are server time, ms since 1970 UTC. */
export interface Workshop {
  readonly phase: { readonly id: string; readonly startedAt: number; readonly by: string } | null;
  readonly timer: { readonly endsAt: number; readonly durationMs: number; readonly pausedLeftMs: number | null } | null;
  readonly rounds: readonly WorkshopRound[];
  readonly ballots: readonly WorkshopBallot[];
  readonly spotlight: { readonly principal: string; readonly mode: 'ask' | 'now'; readonly at: number } | null;
  readonly agenda: readonly string[];
  /** When a principal's hand was lowered last; hands raised before that count as lowered. */
  readonly handsLoweredAt: Readonly<Record<string, number>>;
  readonly cards: readonly WorkshopCard[];
  readonly locks: readonly FacilitatorLock[];
}

/** No workshop has begun. */
export const EMPTY_WORKSHOP: Workshop = Object.freeze({
  phase: null,
  timer: null,
  rounds: [],
  ballots: [],
  spotlight: null,
  agenda: [],
  handsLoweredAt: {},
  cards: [],
  locks: [],
});

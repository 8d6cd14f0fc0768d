/** From stored workshop keys to what people see: clusters followed, dots counted within their limit (I12). Pure and total. */

import { compareText } from './flow.ts';
import type { ModelIssue } from './model.ts';
import { readEnd, type StoredBallot, type StoredCard, type StoredVote } from './stored-workshop.ts';
import { nonEmpty, text } from './stored-values.ts';
import type { FacilitatorLock, Workshop, WorkshopBallot, WorkshopCard, WorkshopRound } from './workshop.ts';

/** Everything of a workshop as read. */
export interface ReadWorkshop extends Pick<Workshop, 'phase' | 'timer' | 'spotlight' | 'agenda'> {
  readonly rounds: Iterable<WorkshopRound>;
  readonly ballots: Iterable<StoredBallot>;
  readonly hands: Iterable<readonly [string, number]>;
  readonly cards: Iterable<StoredCard>;
  /** Marks by card key, then field. */
  readonly marks: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly votes: Iterable<StoredVote>;
  readonly locks: Iterable<FacilitatorLock>;
}

/** Assembles the workshop: rounds and ballots by (time, id), cards and locks by key. */
export function assembleWorkshop(read: ReadWorkshop): {
  readonly workshop: Workshop;
  readonly issues: readonly ModelIssue[];
} {
  const issues: ModelIssue[] = [];
  const byTime = (
    a: { readonly at: number; readonly id: string },
    b: { readonly at: number; readonly id: string },
  ): number => a.at - b.at || compareText(a.id, b.id);
  const stored = [...read.cards].sort((a, b) => compareText(a.key, b.key));
  const leaders = followClusters(stored, read.marks, issues);
  const cards = stored.map((card): WorkshopCard => {
    const marks = read.marks.get(card.key) ?? {};
    const lane = marks['lane'];
    return {
      ...card,
      lane: lane === 'park' || lane === 'threat' ? lane : card.lane,
      cluster: leaders.get(card.key) ?? card.key,
      became: nonEmpty(marks['became'], 200),
      ...readEnd(marks['state']),
      why: text(marks['why'], 1_000),
      apart: nonEmpty(marks['apart'], 64) !== null,
    };
  });
  const workshop: Workshop = {
    phase: read.phase,
    timer: read.timer,
    spotlight: read.spotlight,
    agenda: read.agenda,
    rounds: [...read.rounds].sort(byTime),
    ballots: countDots([...read.ballots].sort(byTime), read.votes, issues),
    handsLoweredAt: Object.fromEntries([...read.hands].sort(([a], [b]) => compareText(a, b))),
    cards,
    locks: [...read.locks].sort((a, b) => compareText(a.root, b.root) || compareText(a.id, b.id)),
  };
  return { workshop, issues };
}

/** The leading card of each: chains are followed, a cycle leads to its smallest key. Each step is walked once. */
function followClusters(
  cards: readonly StoredCard[],
  marks: ReadWorkshop['marks'],
  issues: ModelIssue[],
): ReadonlyMap<string, string> {
  const known = new Set(cards.map(({ key }) => key));
  const nextOf = (key: string): string | null => {
    const next = marks.get(key)?.['cluster'];
    return typeof next === 'string' && next !== key && known.has(next) ? next : null;
  };
  const leaders = new Map<string, string>();
  for (const { key: start } of cards) {
    const path = new Map<string, number>();
    let at: string | null = start;
    while (at !== null && !leaders.has(at) && !path.has(at)) {
      path.set(at, path.size);
      at = nextOf(at);
    }
    let leader: string;
    if (at !== null && path.has(at)) {
      const cycle = [...path.keys()].slice(path.get(at)).sort(compareText);
      leader = cycle[0] ?? start;
      issues.push({ code: 'card-cluster-cycle', ids: cycle });
    } else leader = at === null ? ([...path.keys()].at(-1) ?? start) : (leaders.get(at) ?? at);
    for (const key of path.keys()) leaders.set(key, leader);
  }
  return leaders;
}

/** At most a ballot's dots of each person count, in key order and on what is voted on, so a tampered client gains nothing. */
function countDots(
  ballots: readonly StoredBallot[],
  votes: Iterable<StoredVote>,
  issues: ModelIssue[],
): readonly WorkshopBallot[] {
  const counts = new Map(ballots.map((ballot) => [ballot.id, createCount(ballot)]));
  const inKeyOrder = [...votes].sort(
    (a, b) =>
      compareText(a.principal, b.principal) || compareText(a.ballot, b.ballot) || compareText(a.target, b.target),
  );
  const over = new Set<string>();
  for (const vote of inKeyOrder) {
    if (counts.get(vote.ballot)?.add(vote) === false) over.add(`${vote.principal}|${vote.ballot}`);
  }
  for (const purse of over) issues.push({ code: 'votes-over-limit', ids: [purse] });
  return ballots.map((ballot) => ({ ...ballot, ...(counts.get(ballot.id)?.result() ?? NOTHING_COUNTED) }));
}

type Counted = Pick<WorkshopBallot, 'tally' | 'voters'>;
const NOTHING_COUNTED: Counted = { tally: {}, voters: { onTime: 0, late: 0 } };

/** Counts the dots of one ballot; `add` says whether all dots of a vote could be counted. */
function createCount({ dots: limit, several, on, closedAt }: StoredBallot) {
  const targets = on.length === 0 ? null : new Set(on);
  const tally = new Map<string, { dots: number; late: number }>();
  const spent = new Map<string, number>();
  const voters = { onTime: new Set<string>(), late: new Set<string>() };
  return {
    add({ principal, target, dots, late }: StoredVote): boolean {
      if (targets?.has(target) === false) return true;
      const used = spent.get(principal) ?? 0;
      const counted = Math.min(dots, several ? dots : 1, limit - used);
      if (counted <= 0) return false;
      spent.set(principal, used + counted);
      const isLate = late === true || (late !== false && late === closedAt);
      voters[isLate ? 'late' : 'onTime'].add(principal);
      const sum = tally.get(target) ?? { dots: 0, late: 0 };
      tally.set(target, isLate ? { ...sum, late: sum.late + counted } : { ...sum, dots: sum.dots + counted });
      return counted === dots;
    },
    result: (): Counted => ({
      tally: Object.fromEntries([...tally].sort(([a], [b]) => compareText(a, b))),
      voters: { onTime: voters.onTime.size, late: voters.late.size },
    }),
  };
}

/**
 * Verbs of a workshop: phase, timer, rounds, ballots, spotlight, hands, cards, dots, facilitator locks. Never in history. Cards and dots are
 * written only once their round is revealed or their ballot closed: until then they exist in their author's browser alone.
 */

import { CARD_MARKS, isRoomId, STRIDE_LETTERS, type StrideLetter, withDescendants } from '@strideboard/model';
import { LIMITS, lockKey } from '@strideboard/wire';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';

const facilitating = <Arguments>(name: string, plan: Verb<Arguments>['plan']): Verb<Arguments> => ({
  name,
  undoable: false,
  root: 'workshop',
  plan,
});
const isTime = (value: number): boolean => Number.isFinite(value) && value >= 0;
const isWord = (value: string, limit = 64): boolean => value !== '' && value.length <= limit;

/** Begins a phase now. */
const setPhase = facilitating<{ readonly phase: string }>('setPhase', (gesture, { phase }) => {
  if (!isWord(phase)) return refuse('value-unreadable');
  gesture.put('workshop', null, 'phase', [phase, gesture.at, gesture.author.principal]);
  return accept([]);
});

/** Sets the timer, in server time; `null` takes it away. */
const setTimer = facilitating<{
  readonly timer: { readonly endsAt: number; readonly durationMs: number; readonly pausedLeftMs: number | null } | null;
}>('setTimer', (gesture, { timer }) => {
  if (timer !== null && ![timer.endsAt, timer.durationMs, timer.pausedLeftMs ?? 0].every(isTime))
    return refuse('value-unreadable');
  gesture.put('workshop', null, 'timer', timer && [timer.endsAt, timer.durationMs, timer.pausedLeftMs]);
  return accept([]);
});

/** Begins, reveals or discards a round of silent writing; without an id a new one begins. Gives its id. */
const setRound = facilitating<{
  readonly round?: string;
  readonly state: 'silent' | 'revealed' | 'discarded';
  readonly prompt?: string;
}>('setRound', (gesture, { round, state, prompt }) => {
  if (!['silent', 'revealed', 'discarded'].includes(state) || (prompt ?? '').length > LIMITS.text)
    return refuse('value-unreadable');
  const known = gesture.workshop.rounds.find(({ id }) => id === round);
  if (round !== undefined && known === undefined) return refuse('unknown-id', [round]);
  const id = round ?? gesture.newId();
  gesture.put('workshop', null, `round|${id}`, [state, prompt ?? known?.prompt ?? '', known?.at ?? gesture.at]);
  return accept([id]);
});

/** Opens or closes a ballot; without an id a new one opens. Gives its id. */
const setBallot = facilitating<{
  readonly ballot?: string;
  readonly state: 'open' | 'closed';
  readonly dots?: number;
  readonly what?: string;
}>('setBallot', (gesture, { ballot, state, dots, what }) => {
  const known = gesture.workshop.ballots.find(({ id }) => id === ballot);
  if (ballot !== undefined && known === undefined) return refuse('unknown-id', [ballot]);
  const count = dots ?? known?.dots ?? 0;
  const about = what ?? known?.what ?? '';
  if (!['open', 'closed'].includes(state) || !Number.isInteger(count) || count < 1 || count > 100 || about.length > 500)
    return refuse('value-unreadable');
  const id = ballot ?? gesture.newId();
  gesture.put('workshop', null, `ballot|${id}`, [state, count, about, known?.at ?? gesture.at]);
  return accept([id]);
});

/** Offers everybody a view (`ask`) or takes them there (`now`); `null` ends it. */
const setSpotlight = facilitating<{ readonly mode: 'ask' | 'now' | null; readonly principal?: string }>(
  'setSpotlight',
  (gesture, { mode, principal = gesture.author.principal }) => {
    if (mode !== null && !['ask', 'now'].includes(mode)) return refuse('value-unreadable');
    gesture.put('workshop', null, 'spotlight', mode === null ? null : [principal, mode, gesture.at]);
    return accept([]);
  },
);

/** The phases in their order. */
const setAgenda = facilitating<{ readonly agenda: readonly string[] }>('setAgenda', (gesture, { agenda }) => {
  if (agenda.length > 50 || !agenda.every((phase) => isWord(phase))) return refuse('value-unreadable');
  gesture.put('workshop', null, 'agenda', [...agenda]);
  return accept([]);
});

/** Lowers a hand: one raised before now counts as lowered. */
const lowerHand = facilitating<{ readonly principal: string }>('lowerHand', (gesture, { principal }) => {
  if (!isWord(principal, 100) || principal.includes('|')) return refuse('value-unreadable');
  gesture.put('workshop', null, `hand|${principal}`, gesture.at);
  return accept([]);
});

/** One card of mine, as it is published. `late` when it was written by a browser that was away at the reveal. */
export interface PublishedCard {
  readonly id: string;
  readonly round: string;
  readonly lane: 'threat' | 'park';
  readonly letters: readonly StrideLetter[];
  readonly on: readonly string[];
  readonly text: string;
  readonly at: number;
  readonly late?: boolean;
  readonly gone?: boolean;
}

/** Publishes my cards, all at once. Cards of a round that is not revealed are refused; parked ones are never secret. */
const publishCards: Verb<{ readonly cards: readonly PublishedCard[] }> = {
  name: 'publishCards',
  undoable: false,
  root: 'cards',
  plan(gesture, { cards }) {
    if (cards.length === 0) return refuse('nothing-given');
    for (const card of cards) {
      const problem = cardProblem(gesture, card);
      if (problem !== null) return problem;
      const { id, late = false, gone = false, ...rest } = card;
      const value = {
        ...rest,
        letters: [...card.letters],
        on: [...card.on],
        ...(late ? { late: true } : {}),
        ...(gone ? { gone: 1 } : {}),
      };
      gesture.put('cards', null, `${gesture.author.principal}|${id}`, value);
    }
    return accept(cards.map(({ id }) => id));
  },
};

function cardProblem(
  gesture: Gesture,
  { id, round, lane, letters, on, text, at }: PublishedCard,
): CommandResult | null {
  const isRevealed = gesture.workshop.rounds.some((known) => known.id === round && known.state === 'revealed');
  if (lane !== 'park' && !isRevealed) return refuse('still-secret', [id]);
  if (text.length > LIMITS.text) return refuse('text-too-long', [id]);
  const isWhole =
    isRoomId(id) &&
    round.length <= 64 &&
    letters.every((letter) => STRIDE_LETTERS.includes(letter)) &&
    on.length <= 500 &&
    on.every((target) => isWord(target, 200)) &&
    isTime(at);
  return isWhole ? null : refuse('value-unreadable', [id]);
}

/** Publishes my dots on a closed ballot, all at once; targets without dots are cleared. */
const publishVotes: Verb<{
  readonly ballot: string;
  readonly dots: Readonly<Record<string, number>>;
  readonly late?: boolean;
}> = {
  name: 'publishVotes',
  undoable: false,
  root: 'votes',
  plan(gesture, { ballot, dots, late = false }) {
    const known = gesture.workshop.ballots.find(({ id }) => id === ballot);
    if (known === undefined) return refuse('unknown-id', [ballot]);
    if (known.state !== 'closed') return refuse('still-secret', [ballot]);
    const given = Object.entries(dots);
    const isWhole = given.every(([target, count]) => isWord(target, 200) && Number.isInteger(count) && count >= 0);
    if (!isWhole || given.reduce((sum, [, count]) => sum + count, 0) > known.dots)
      return refuse('out-of-range', [ballot]);
    for (const [target, count] of given)
      gesture.put('votes', null, `${gesture.author.principal}|${ballot}|${target}`, count === 0 ? null : [count, late]);
    return accept([ballot]);
  },
};

/** Arguments of {@link markCard}: `cluster` names another card, `became` a threat or record, `lane` and `state` are words. */
export interface MarkCardArguments {
  readonly card: string;
  readonly field: (typeof CARD_MARKS)[number];
  readonly value: string | null;
}

/** Clusters a card, or says what became of it. */
const markCard: Verb<MarkCardArguments> = {
  name: 'markCard',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { card, field, value }) {
    const keys = new Set(gesture.workshop.cards.map(({ key }) => key));
    if (!keys.has(card)) return refuse('unknown-id', [card]);
    if (!CARD_MARKS.includes(field) || (value !== null && !isWord(value, 200)))
      return refuse('value-unreadable', [card]);
    if (field === 'cluster' && value !== null && !keys.has(value)) return refuse('unknown-id', [value]);
    gesture.put('cardMarks', null, `${card}|${field}`, value);
    return accept([card]);
  },
};

/** Arguments of {@link facilitatorLock}. */
export interface FacilitatorLockArguments {
  readonly ids: readonly string[];
  readonly on: boolean;
  readonly reason?: string;
}

/** Freezes elements and flows for everybody but facilitators, or lifts that. A boundary takes its content and inner flows along. */
const facilitatorLock: Verb<FacilitatorLockArguments> = {
  name: 'facilitatorLock',
  undoable: false,
  root: 'locks',
  plan(gesture, { ids, on, reason = '' }) {
    if (ids.length === 0) return refuse('nothing-given');
    if (reason.length > LIMITS.text) return refuse('text-too-long');
    const elements = ids.flatMap((id) => gesture.element(id)?.id ?? []);
    const flows = ids.flatMap((id) => gesture.flow(id)?.id ?? []);
    const unknown = ids.filter((id) => gesture.element(id) === undefined && gesture.flow(id) === undefined);
    if (unknown.length > 0) return refuse('unknown-id', unknown);
    const inside = new Set(withDescendants(elements, gesture.model.elements).map(({ id }) => id));
    const inner = gesture.model.flows.filter(({ source, target }) => inside.has(source) && inside.has(target));
    const value = on ? [...gesture.stamp, reason] : null;
    for (const id of inside) gesture.put('locks', null, lockKey('nodes', id), value);
    for (const id of unique([...flows, ...inner.map((flow) => flow.id)]))
      gesture.put('locks', null, lockKey('edges', id), value);
    return accept([...inside, ...flows]);
  },
};

/** By the name they are called with. */
export const workshopVerbs = Object.freeze({
  setPhase,
  setTimer,
  setRound,
  setBallot,
  setSpotlight,
  setAgenda,
  lowerHand,
  publishCards,
  publishVotes,
  markCard,
  facilitatorLock,
});

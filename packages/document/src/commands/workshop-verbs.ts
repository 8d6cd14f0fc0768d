/**
 * Verbs of a workshop: phase, timer, rounds, ballots, spotlight, hands, dots, facilitator locks. Never in history. Dots are written only once
 * their ballot is closed: until then they exist in their author's browser alone.
 */

import { BALLOT_TARGETS, withDescendants } from '@strideboard/model';
import { LIMITS, lockKey } from '@strideboard/wire';
import { accept, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';
import { cardVerbs } from './card-verbs.ts';

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
  /** Whether the interface shows its cards without their authors. */
  readonly hidesNames?: boolean;
}>('setRound', (gesture, { round, state, prompt, hidesNames }) => {
  if (!['silent', 'revealed', 'discarded'].includes(state) || (prompt ?? '').length > LIMITS.text)
    return refuse('value-unreadable');
  const known = gesture.workshop.rounds.find(({ id }) => id === round);
  if (round !== undefined && known === undefined) return refuse('unknown-id', [round]);
  const id = round ?? gesture.newId();
  const value = [state, prompt ?? known?.prompt ?? '', known?.at ?? gesture.at];
  gesture.put('workshop', null, `round|${id}`, (hidesNames ?? known?.hidesNames) === true ? [...value, 1] : value);
  return accept([id]);
});

/** What a new ballot asks, or what changes of one. */
export interface BallotArguments {
  readonly ballot?: string;
  readonly state: 'open' | 'closed';
  readonly dots?: number;
  readonly what?: string;
  /** Whether one person may give several dots to one target; they may unless it is said. */
  readonly several?: boolean;
  /** What is voted on: ids of threats or keys of cards. */
  readonly on?: readonly string[];
}

/** Opens or closes a ballot; without an id a new one opens. Opened again, the next closing is another one. Gives its id. */
const setBallot = facilitating<BallotArguments>('setBallot', (gesture, { ballot, state, ...change }) => {
  const known = gesture.workshop.ballots.find(({ id }) => id === ballot);
  if (ballot !== undefined && known === undefined) return refuse('unknown-id', [ballot]);
  const { dots = known?.dots ?? 0, what = known?.what ?? '' } = change;
  const { several = known?.several ?? true, on = known?.on ?? [] } = change;
  const isDots = Number.isInteger(dots) && dots >= 1 && dots <= 100;
  const isOn = on.length <= BALLOT_TARGETS && on.every((target) => isWord(target, 200));
  if (!['open', 'closed'].includes(state) || !isDots || !isOn || what.length > 500) return refuse('value-unreadable');
  const id = ballot ?? gesture.newId();
  // A second closing by somebody who did not see the first is no other closing.
  const closedAt = state === 'closed' && known?.state !== 'closed' ? gesture.at : (known?.closedAt ?? null);
  const at = known?.at ?? gesture.at;
  gesture.put('workshop', null, `ballot|${id}`, [state, dots, what, at, several ? 1 : 0, [...on], closedAt]);
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

/** Publishes my dots on a closed ballot, all at once; targets without dots are cleared. Late ones wait for the next closing. */
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
    const isMany = given.some(([, count]) => count > 1) && !known.several;
    if (!isWhole || isMany || given.reduce((sum, [, count]) => sum + count, 0) > known.dots)
      return refuse('out-of-range', [ballot]);
    if (given.some(([target]) => known.on.length > 0 && !known.on.includes(target)))
      return refuse('unknown-id', [ballot]);
    const mark = late && (known.closedAt ?? true);
    for (const [target, count] of given)
      gesture.put('votes', null, `${gesture.author.principal}|${ballot}|${target}`, count === 0 ? null : [count, mark]);
    return accept([ballot]);
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
    const lines = unique([...flows, ...inner.map((flow) => flow.id)]);
    for (const id of lines) gesture.put('locks', null, lockKey('edges', id), value);
    return accept([...inside, ...lines]);
  },
};

/** By the name they are called with. */
export const workshopVerbs = Object.freeze({
  ...cardVerbs,
  setPhase,
  setTimer,
  setRound,
  setBallot,
  setSpotlight,
  setAgenda,
  lowerHand,
  publishVotes,
  facilitatorLock,
});

/**
 * Verbs of cards: published only once their round is revealed (until then they exist in their author's browser alone), then gathered, parked,
 * turned into threats or records. Publishing and withdrawing are never in history; what a team makes of cards is.
 */

import {
  CARD_MARKS,
  isRoomId,
  readCard,
  type RecordKind,
  STRIDE_LETTERS,
  type StrideLetter,
  type WorkshopCard,
} from '@strideboard/model';
import { isOwnKey, LIMITS } from '@strideboard/wire';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';
import { plainAt } from '../roots.ts';
import { recordVerbs } from './record-verbs.ts';
import { threatVerbs } from './threat-verbs.ts';

const isTime = (value: number): boolean => Number.isFinite(value) && value >= 0;
const isWord = (value: string, limit = 64): boolean => value !== '' && value.length <= limit;

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

/** Arguments of {@link markCard}: `cluster` names another card, `became` a threat or record, `why` is a text, the others are words. */
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
    if (!CARD_MARKS.includes(field) || (value !== null && !isWord(value, field === 'why' ? 1_000 : 200)))
      return refuse('value-unreadable', [card]);
    if (field === 'cluster' && value !== null && !keys.has(value)) return refuse('unknown-id', [value]);
    gesture.put('cardMarks', null, `${card}|${field}`, value);
    return accept([card]);
  },
};

/** Withdraws a published card: its place stays, its text goes. Facilitators may withdraw anybody's, nobody rewords another's. */
const withdrawCard: Verb<{ readonly card: string }> = {
  name: 'withdrawCard',
  undoable: false,
  root: 'cards',
  plan(gesture, { card }) {
    const { principal, role } = gesture.author;
    const isMine = isOwnKey(card, principal);
    const value = isMine || role === 'facilitate' ? plainAt(gesture.roots.cards, card) : null;
    if (readCard(card, value) === null || typeof value !== 'object' || value === null)
      return refuse('unknown-id', [card]);
    gesture.put('cards', null, card, { ...value, text: '', gone: 1 });
    return accept([card]);
  },
};

/** The cards of these keys; those that are not there are named. */
function cardsOf(gesture: Gesture, keys: readonly string[]): readonly WorkshopCard[] | CommandResult {
  if (keys.length === 0) return refuse('nothing-given');
  const known = new Map(gesture.workshop.cards.map((card) => [card.key, card]));
  const unknown = keys.filter((key) => !known.has(key));
  return unknown.length > 0 ? refuse('unknown-id', unknown) : unique(keys).flatMap((key) => known.get(key) ?? []);
}

const isRefusal = (found: readonly WorkshopCard[] | CommandResult): found is CommandResult => 'ok' in found;

/** Puts cards into the cluster of another; one that leads a cluster brings all of its cards along. */
const gatherCards: Verb<{ readonly cards: readonly string[]; readonly into: string }> = {
  name: 'gatherCards',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { cards: keys, into }) {
    const cards = cardsOf(gesture, keys);
    if (isRefusal(cards)) return cards;
    const target = gesture.workshop.cards.find(({ key }) => key === into);
    if (target === undefined) return refuse('unknown-id', [into]);
    const moved = cards.filter(({ key }) => key !== target.cluster);
    for (const { key } of moved) gesture.put('cardMarks', null, `${key}|cluster`, target.cluster);
    return accept(moved.map(({ key }) => key));
  },
};

/** Takes one card out of its cluster; where it led, the next one leads. */
const releaseCard: Verb<{ readonly card: string }> = {
  name: 'releaseCard',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { card: key }) {
    const { cards } = gesture.workshop;
    const card = cards.find((one) => one.key === key);
    if (card === undefined) return refuse('unknown-id', [key]);
    const others = cards.filter((one) => one.cluster === card.cluster && one.key !== key);
    const leader = card.cluster === key ? others[0] : cards.find((one) => one.key === card.cluster);
    gesture.put('cardMarks', null, `${key}|cluster`, null);
    for (const other of others) {
      const to = other.key === leader?.key ? null : (leader?.key ?? null);
      gesture.put('cardMarks', null, `${other.key}|cluster`, to);
    }
    return accept([key]);
  },
};

/** Arguments of {@link promoteCards}: what the cards turn into. */
export interface PromoteCardsArguments {
  readonly cards: readonly string[];
  readonly kind: 'threat' | RecordKind;
  readonly title: string;
  readonly text?: string;
  readonly on?: readonly string[];
  /** Of a threat only. */
  readonly letters?: readonly StrideLetter[];
}

/** Turns cards into one threat or record in one step, and notes on each what it became. Gives its id, `manual~<id>` for a threat. */
const promoteCards: Verb<PromoteCardsArguments> = {
  name: 'promoteCards',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { cards: keys, kind, title, text = '', on = [], letters = [] }) {
    const cards = cardsOf(gesture, keys);
    if (isRefusal(cards)) return cards;
    const from = cards.map(({ key }) => key);
    const made =
      kind === 'threat'
        ? threatVerbs.addThreat.plan(gesture, { title, text, letters, on, origin: 'card', from })
        : recordVerbs.addRecord.plan(gesture, { kind, title, text, about: on });
    if (!made.ok) return made;
    const [id = ''] = made.ids;
    const became = kind === 'threat' ? `manual~${id}` : id;
    for (const key of from) gesture.put('cardMarks', null, `${key}|became`, became);
    return accept([became]);
  },
};

/** Says that cards mean a threat that stands already, found by a rule or written: it stands for both. */
const joinCards: Verb<{ readonly cards: readonly string[]; readonly threat: string }> = {
  name: 'joinCards',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { cards: keys, threat }) {
    const cards = cardsOf(gesture, keys);
    if (isRefusal(cards)) return cards;
    if (!isWord(threat, 200) || threat.includes('|')) return refuse('unknown-id', [threat]);
    for (const { key } of cards) gesture.put('cardMarks', null, `${key}|became`, threat);
    return accept(cards.map(({ key }) => key));
  },
};

/** Moves cards to the parking lot, or back to the wall. */
const parkCards: Verb<{ readonly cards: readonly string[]; readonly parked: boolean }> = {
  name: 'parkCards',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { cards: keys, parked }) {
    const cards = cardsOf(gesture, keys);
    if (isRefusal(cards)) return cards;
    for (const { key } of cards) gesture.put('cardMarks', null, `${key}|lane`, parked ? 'park' : 'threat');
    return accept(cards.map(({ key }) => key));
  },
};

/** How a parked card may end. */
export const PARKED_ENDS = ['done', 'record', 'ticket', 'dropped'] as const;
/** One of {@link PARKED_ENDS}. */
export type ParkedEnd = (typeof PARKED_ENDS)[number];

/** Says how a parked card ended, and where it went on; `null` opens it again. */
const settleCard: Verb<{ readonly card: string; readonly end: ParkedEnd | null; readonly ticket?: string }> = {
  name: 'settleCard',
  undoable: true,
  root: 'cardMarks',
  plan(gesture, { card, end, ticket = '' }) {
    if (!gesture.workshop.cards.some(({ key }) => key === card)) return refuse('unknown-id', [card]);
    if ((end !== null && !PARKED_ENDS.includes(end)) || ticket.length > 200) return refuse('value-unreadable', [card]);
    const value = end === null ? null : [end, ...gesture.stamp, ...(ticket === '' ? [] : [ticket])];
    gesture.put('cardMarks', null, `${card}|state`, value);
    return accept([card]);
  },
};

/** By the name they are called with. */
export const cardVerbs = Object.freeze({
  publishCards,
  withdrawCard,
  markCard,
  gatherCards,
  releaseCard,
  promoteCards,
  joinCards,
  parkCards,
  settleCard,
});

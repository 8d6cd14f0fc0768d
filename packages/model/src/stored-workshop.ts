/** The stored shape of a running workshop: flat keys with plain values. Reading checks every value and never throws. */

import { isRoomId } from './ids.ts';
import { readLetters } from './stored-register.ts';
import {
  ID_LIMIT,
  isNumber,
  ownValue,
  readStamp,
  splitKey,
  STRING_LIMIT,
  text,
  textList,
  tuple,
} from './stored-values.ts';
import type { FacilitatorLock, Workshop, WorkshopBallot, WorkshopCard, WorkshopRound } from './workshop.ts';

/** A card as stored, before clusters are followed. */
export type StoredCard = Omit<WorkshopCard, 'cluster' | 'became' | 'state' | 'settled' | 'ticket' | 'why' | 'apart'>;
/** A ballot as stored, not counted yet. */
export type StoredBallot = Omit<WorkshopBallot, 'tally' | 'voters'>;
/** One person's dots on one target of one ballot. */
export interface StoredVote {
  readonly principal: string;
  readonly ballot: string;
  readonly target: string;
  readonly dots: number;
  /** `true`, or the closing they came too late for: once the ballot is closed again, they count. */
  readonly late: boolean | number;
}

/** Fields of a card mark. */
export const CARD_MARKS = ['cluster', 'became', 'lane', 'state', 'why', 'apart'] as const;

const DOT_LIMIT = 100;
/** Targets of a ballot at most. */
export const BALLOT_TARGETS = 200;
const instant = (value: unknown): number => (isNumber(value) ? value : 0);

/** Phase, timer, spotlight and agenda through a look-up of their keys. */
export function readProgress(at: (key: string) => unknown): Pick<Workshop, 'phase' | 'timer' | 'spotlight' | 'agenda'> {
  const [phase, startedAt, by] = tuple(at('phase'));
  const [endsAt, durationMs, left] = tuple(at('timer'));
  const [principal, mode, asked] = tuple(at('spotlight'));
  return {
    phase:
      typeof phase === 'string' && phase !== ''
        ? { id: phase.slice(0, 64), startedAt: instant(startedAt), by: text(by, 100) }
        : null,
    timer:
      isNumber(endsAt) && isNumber(durationMs)
        ? { endsAt, durationMs, pausedLeftMs: isNumber(left) ? left : null }
        : null,
    spotlight:
      typeof principal === 'string' && (mode === 'ask' || mode === 'now')
        ? { principal: principal.slice(0, 100), mode, at: instant(asked) }
        : null,
    agenda: textList(at('agenda'), 64),
  };
}

/** A round under key `round|<id>`; `null` for other keys. */
export function readRound(key: string, value: unknown): WorkshopRound | null {
  const [form, id] = splitKey(key) ?? ['', ''];
  const [state, prompt, at, hidesNames] = tuple(value);
  if (form !== 'round' || !isRoomId(id)) return null;
  if (state !== 'silent' && state !== 'revealed' && state !== 'discarded') return null;
  return { id, state, prompt: text(prompt), at: instant(at), hidesNames: hidesNames === 1 };
}

/** A ballot under key `ballot|<id>`, not counted yet; `null` for other keys. */
export function readBallot(key: string, value: unknown): StoredBallot | null {
  const [form, id] = splitKey(key) ?? ['', ''];
  const [state, dots, what, at, several, on, closedAt] = tuple(value);
  if (form !== 'ballot' || !isRoomId(id) || (state !== 'open' && state !== 'closed')) return null;
  const perPerson = isNumber(dots) ? Math.min(DOT_LIMIT, Math.max(0, Math.floor(dots))) : 0;
  return {
    ...{ id, state, dots: perPerson, what: text(what, ID_LIMIT), at: instant(at) },
    // A ballot of an earlier form says nothing about it.
    several: several !== 0,
    on: [...new Set(textList(on).slice(0, BALLOT_TARGETS))],
    closedAt: isNumber(closedAt) ? closedAt : null,
  };
}

/** When a hand was lowered, under key `hand|<principal>`; `null` for other keys. */
export function readHand(key: string, value: unknown): readonly [string, number] | null {
  const [form, principal] = splitKey(key) ?? ['', ''];
  return form === 'hand' && isNumber(value) ? [principal, value] : null;
}

/** A card under `principal|cardId`; `null` when it is none. */
export function readCard(key: string, value: unknown): StoredCard | null {
  const [author, id] = splitKey(key) ?? ['', ''];
  if (!isRoomId(id) || typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const record = Object.fromEntries(Object.entries(value));
  const get = (name: string): unknown => ownValue(record, name);
  const gone = get('gone') === 1 || get('gone') === true;
  return {
    key,
    author,
    round: text(get('round'), 64),
    lane: get('lane') === 'park' ? 'park' : 'threat',
    letters: readLetters(get('letters')),
    on: textList(get('on')),
    text: gone ? '' : text(get('text'), STRING_LIMIT),
    late: get('late') === true || get('late') === 1,
    at: instant(get('at')),
    gone,
  };
}

/** How a parked card ended: `[word, principal, at, ticket]`, or the word alone. */
export function readEnd(value: unknown): Pick<WorkshopCard, 'state' | 'settled' | 'ticket'> {
  const [word, by, at, ticket] = typeof value === 'string' ? [value] : tuple(value);
  const state = text(word, 64);
  const isSigned = state !== '' && typeof by === 'string' && by !== '';
  return {
    state,
    settled: isSigned ? { by: by.slice(0, 100), at: instant(at) } : null,
    ticket: text(ticket, ID_LIMIT),
  };
}

/** Card and field of a key `principal|cardId|field`; `null` when it is no such key. */
export function cardMarkOf(key: string): { readonly card: string; readonly field: (typeof CARD_MARKS)[number] } | null {
  const at = key.lastIndexOf('|');
  const field = CARD_MARKS.find((known) => known === key.slice(at + 1));
  return at > 0 && field !== undefined ? { card: key.slice(0, at), field } : null;
}

/** Dots under `principal|ballotId|target`; `null` when there are none. */
export function readVote(key: string, value: unknown): StoredVote | null {
  const [principal, rest] = splitKey(key) ?? ['', ''];
  const [ballot, target] = splitKey(rest) ?? ['', ''];
  const [dots, late] = tuple(value);
  if (target === '' || target.length > ID_LIMIT || !isNumber(dots) || dots < 1) return null;
  return { principal, ballot, target, dots: Math.floor(dots), late: readLate(late) };
}

const readLate = (late: unknown): boolean | number => (isNumber(late) && late > 1 ? late : late === true || late === 1);

/** A facilitator's lock under `nodes|id` or `edges|id`; `null` when it is none. */
export function readLock(key: string, value: unknown): FacilitatorLock | null {
  const [root, id] = splitKey(key) ?? ['', ''];
  const stamp = readStamp(value);
  if ((root !== 'nodes' && root !== 'edges') || !isRoomId(id) || value === null || value === undefined) return null;
  return { root, id, by: stamp?.by ?? '', at: stamp?.at ?? 0, reason: text(tuple(value)[2]) };
}

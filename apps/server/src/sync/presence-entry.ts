// Cleans one presence entry: known fields only, small, and signed by the server instead of by the sender.

import {
  isParticipantColour,
  isPresenceField,
  LIMITS,
  PARTICIPANT_COLOURS,
  type ParticipantColour,
  type PresenceUser,
} from '@strideboard/wire';
import type { Participant } from './participant.ts';

// Control characters, line and paragraph separators, marks and overrides of writing direction, lone surrogates.
const UNWANTED = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name without control and direction characters, blanks folded, at most `LIMITS.userName` characters. */
export function cleanName(name: unknown): string {
  return cleanText(name, LIMITS.userName);
}

/** One line of text without control and direction characters, blanks folded, at most `limit` characters; empty for what is no text. */
export function cleanText(text: unknown, limit: number): string {
  if (typeof text !== 'string') return '';
  const clean = text.slice(0, 1_000).replace(UNWANTED, '').replace(/\s+/g, ' ').trim();
  return Array.from(clean).slice(0, limit).join('').trimEnd(); // by code points, so that no pair is split
}

/** The colour a principal starts with: the same each time, another one when it is taken and free ones are left. */
export function pickColour(principal: string, taken: ReadonlySet<ParticipantColour>): ParticipantColour {
  let hash = 0;
  for (let index = 0; index < principal.length; index += 1) hash = (hash * 31 + principal.charCodeAt(index)) >>> 0;
  const start = hash % PARTICIPANT_COLOURS.length;
  const turned = [...PARTICIPANT_COLOURS.slice(start), ...PARTICIPANT_COLOURS.slice(0, start)];
  return turned.find((colour) => !taken.has(colour)) ?? turned[0] ?? PARTICIPANT_COLOURS[0];
}

/**
 * The entry as others may see it, as JSON: unknown fields dropped, `user` stamped with principal and role. Null when the entry is not an
 * object, too big, nested too deep, or holds a number that is not finite.
 */
export function cleanEntry(json: string, participant: Participant): { json: string; colour: ParticipantColour } | null {
  if (Buffer.byteLength(json) > LIMITS.awarenessBytes) return null;
  const state = parse(json);
  if (typeof state !== 'object' || state === null || Array.isArray(state) || !isPlain(state, LIMITS.awarenessDepth))
    return null;

  const claimed: unknown = 'user' in state ? state.user : null;
  const { name, colour } = (typeof claimed === 'object' && claimed !== null ? claimed : {}) as Record<string, unknown>; // fields checked below
  const user: PresenceUser = {
    id: participant.principal,
    name: cleanName(name),
    colour: isParticipantColour(colour) ? colour : pickColour(participant.principal, new Set()),
    role: participant.role,
    ...(participant.locked ? { locked: true } : {}),
  };
  const kept = Object.entries(state).filter(([field]) => isPresenceField(field) && field !== 'user');
  const stamped = JSON.stringify({ ...Object.fromEntries(kept), user });
  return Buffer.byteLength(stamped) > LIMITS.awarenessBytes ? null : { json: stamped, colour: user.colour };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // not JSON: dropped like every other bad entry
  }
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((inner) => isPlain(inner, depth - 1));
}

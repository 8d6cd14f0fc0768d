// The fields of a presence entry (awareness state). Everything but `user` is a claim of the sender: check each field on receipt.

import type { Role } from './access.ts';
import type { ParticipantColour } from './colours.ts';

/** Names a presence entry may have; the server drops every other field. */
export const PRESENCE_FIELDS = Object.freeze([
  'user',
  'cursor',
  'viewport',
  'selection',
  'typing',
  'drag',
  'follow',
  'laser',
  'hand',
  'sealed',
  'mode',
] as const);

/** Name of a presence field. */
export type PresenceField = (typeof PRESENCE_FIELDS)[number];

/** Who somebody is: `id` (principal) and `role` are stamped by the server, `name` is cleaned by it, `colour` comes from the fixed list. */
export type PresenceUser = {
  readonly id: string;
  readonly name: string;
  readonly colour: ParticipantColour;
  readonly role: Role;
  /** Stamped by the server while the whole board is locked, so that everybody learns of it at once. */
  readonly locked?: true;
};

/** Offset of a drag in progress: the top-most ids and one offset in canvas px. */
export type PresenceDrag = { readonly ids: readonly string[]; readonly dx: number; readonly dy: number };

/** One participant's presence. Canvas coordinates are px at zoom 1; an absent field and `null` mean the same. */
export type PresenceState = {
  readonly user?: PresenceUser | null;
  /** `[x, y]` in canvas px. */
  readonly cursor?: readonly [number, number] | null;
  /** `[centre x, centre y, zoom, width, height]`; centre and size in canvas px. */
  readonly viewport?: readonly [number, number, number, number, number] | null;
  /** Selected ids, at most `LIMITS.selectionIds`. */
  readonly selection?: readonly string[] | null;
  /** Id of the thing whose text is being edited. */
  readonly typing?: string | null;
  readonly drag?: PresenceDrag | null;
  /** Principal whose view is followed; one's own while one asks everybody to come. */
  readonly follow?: string | null;
  /** `[x, y]` of the laser pointer in canvas px. */
  readonly laser?: readonly [number, number] | null;
  /** Server time in ms since which the hand is raised. */
  readonly hand?: number | null;
  /** Number of hidden cards or dots. */
  readonly sealed?: number | null;
  readonly mode?: string | null;
};

/** Whether a text names a presence field. */
export function isPresenceField(name: string): name is PresenceField {
  return (PRESENCE_FIELDS as readonly string[]).includes(name); // widening for the look-up only
}

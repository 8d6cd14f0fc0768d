// Bodies of the HTTP API about one board's content: versions, authors, participants, settings. Times are ms since 1970.

import type { Role } from './access.ts';

/** Kinds of versions: given a name by a person, or made before something big happened. Permanent names. */
export const VERSION_KINDS = Object.freeze([
  'named',
  'automatic',
  'before-import',
  'before-layout',
  'before-restore',
  'before-epoch-change',
] as const);

/** Why a version was made. */
export type VersionKind = (typeof VERSION_KINDS)[number];

/**
 * Body of `POST …/versions`. `named` (the default) needs a label and a facilitator; editors may make `automatic`, `before-import` and
 * `before-layout`; the server itself makes the other two.
 */
export type VersionRequest = {
  readonly kind?: Exclude<VersionKind, 'before-restore' | 'before-epoch-change'>;
  /** At most `LIMITS.versionLabel` characters. */
  readonly label?: string;
};

/** One stored state of a board. Its bytes (`GET …/versions/:v`) are one Yjs update, format V1, like those of the export. */
export type VersionSummary = {
  readonly versionId: string;
  readonly epoch: number;
  readonly at: number;
  readonly kind: VersionKind;
  readonly label: string | null;
  /** Principal who made it or caused it. */
  readonly author: string | null;
  /** Stored size in bytes. */
  readonly bytes: number;
};

/** Reply of `GET …/versions`, newest first. */
export type VersionList = { readonly versions: readonly VersionSummary[] };

/** Reply of `PUT …/epoch` and `POST …/versions/:v/restore`: the new lineage and the version that holds what was before. */
export type EpochChange = { readonly epoch: number; readonly seq: number; readonly before: VersionSummary };

/** Who owns a Yjs client id. `claimed`: made under the principal's own hand; otherwise it arrived within a sync and the owner is presumed. */
export type Author = {
  readonly client: number;
  readonly principal: string;
  readonly claimed: boolean;
  readonly firstAt: number;
  /** Last writing seen, to the minute. */
  readonly lastAt: number;
};

/** Reply of `GET …/authors`, ordered by client id. */
export type AuthorList = { readonly authors: readonly Author[] };

/** One person who is here now, has written here, or was removed. */
export type ParticipantSummary = {
  readonly principal: string;
  /** Role that holds now; null for somebody who is not here. */
  readonly role: Role | null;
  /** Last writing seen, to the minute; null when nothing was written. */
  readonly lastWroteAt: number | null;
  readonly removedAt: number | null;
};

/** Reply of `GET …/participants`, ordered by principal. */
export type ParticipantList = { readonly participants: readonly ParticipantSummary[] };

/** Settings of a board. In a locked board `edit` may do no more than `comment`, at once for everybody who is here. */
export type RoomSettings = {
  readonly locked: boolean;
  /** Bytes the board may weigh, below what the operator allows; null = what the operator allows. */
  readonly quota: number | null;
};

/** Body of `PATCH /api/rooms/:id`: what is to change; the reply says how everything is now. */
export type RoomSettingsChange = Partial<RoomSettings>;

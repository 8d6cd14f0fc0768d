// Bodies of the HTTP API as types. All bodies are JSON; errors are `application/problem+json`; bearer = session token.

import type { Role } from './access.ts';
import type { CloseCode, CloseReason } from './close-codes.ts';
import type { ParticipantColour } from './colours.ts';

/** Paths of the HTTP API. */
export const API = Object.freeze({
  config: '/api/config',
  rooms: '/api/rooms',
  session: '/api/session',
  links: (roomId: string): string => `/api/rooms/${roomId}/links`,
  link: (roomId: string, linkId: string): string => `/api/rooms/${roomId}/links/${linkId}`,
  /** `PATCH` (lock) and `DELETE` of a board. */
  room: (roomId: string): string => `/api/rooms/${roomId}`,
  exportUpdate: (roomId: string): string => `/api/rooms/${roomId}/export`,
  /** `POST` of a `.yupdate` file; what was before is kept as a version. */
  importUpdate: (roomId: string): string => `/api/rooms/${roomId}/import`,
  /** `POST` of one update that is too big for a frame. */
  updates: (roomId: string): string => `/api/rooms/${roomId}/updates`,
  /** `PUT` of a freshly built document. */
  epoch: (roomId: string): string => `/api/rooms/${roomId}/epoch`,
  authors: (roomId: string): string => `/api/rooms/${roomId}/authors`,
  versions: (roomId: string): string => `/api/rooms/${roomId}/versions`,
  version: (roomId: string, versionId: string): string => `/api/rooms/${roomId}/versions/${versionId}`,
  restoreVersion: (roomId: string, versionId: string): string => `/api/rooms/${roomId}/versions/${versionId}/restore`,
  participants: (roomId: string): string => `/api/rooms/${roomId}/participants`,
  /** `DELETE` removes a participant, `PUT` lets one in again. */
  participant: (roomId: string, principal: string): string => `/api/rooms/${roomId}/participants/${principal}`,
  health: '/healthz',
  ready: '/readyz',
  metrics: '/metrics',
});

/**
 * Headers of requests and answers that carry bytes. `seq` = number of the newest stored update the bytes hold (or were built from), `epoch` =
 * number of the lineage. `GET …/export` answers with both; `PUT …/epoch` asks for `seq`.
 */
export const HEADER = Object.freeze({ seq: 'x-strideboard-seq', epoch: 'x-strideboard-epoch' } as const);

/** Stable codes of API errors. */
export const PROBLEM = Object.freeze({
  invalidRequest: 'invalid-request',
  notFound: 'not-found',
  linkRefused: 'link-refused',
  unauthorized: 'unauthorized',
  forbidden: 'forbidden',
  foreignOrigin: 'foreign-origin',
  unknownHost: 'unknown-host',
  lastFacilitateLink: 'last-facilitate-link',
  operatorOnly: 'operator-only',
  tooManyRequests: 'too-many-requests',
  /** The body is bigger than this address takes. */
  tooLarge: 'too-large',
  /** The firewall refused an update or a document; `closeCode` and `reason` say what a socket would have been told. */
  updateRefused: 'update-refused',
  /** The update builds on something the server does not have; `stateVector` says what it has. */
  resyncNeeded: 'resync-needed',
  /** Somebody stored something since the document was built; `seq` says how far the board is now. */
  boardChanged: 'board-changed',
  /** The session or the document belongs to another epoch. */
  epochChanged: 'epoch-changed',
  /** A facilitator removed this person from the board. */
  participantRemoved: 'participant-removed',
  tooManyVersions: 'too-many-versions',
  storeUnavailable: 'store-unavailable',
  /** Too many boards are open, or one takes too long to load. */
  overloaded: 'overloaded',
  internal: 'internal',
} as const);

/** One of the stable codes of API errors. */
export type ProblemCode = (typeof PROBLEM)[keyof typeof PROBLEM];

/** Body of every error (RFC 9457) with a stable code; `detail` says what to do. */
export type Problem = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  /** What a socket would have been closed with, and the reason text; present when the refusal is about the board's content or access. */
  readonly closeCode?: CloseCode;
  readonly reason?: CloseReason;
  /** State vector of the board as base64, with `resync-needed`. */
  readonly stateVector?: string;
  /** Epoch and number of the newest stored update, with `board-changed` and `epoch-changed`. */
  readonly epoch?: number;
  readonly seq?: number;
};

/** `GET /api/config`: how this server can be reached, for the share dialog. */
export type ServerConfig = {
  /** What copied links begin with, when the operator has said so. */
  readonly publicUrl: string | null;
  /** True when links work on this computer only. */
  readonly localOnly: boolean;
  /** Base addresses at which the server listens, loopback first. */
  readonly addresses: readonly string[];
  /** False when creating a board needs the operator's token. */
  readonly openCreate: boolean;
};

/** A link right after its creation: the only time the secret is shown. */
export type CreatedLink = {
  readonly linkId: string;
  readonly secret: string;
  readonly role: Role;
  /** Whole address to hand out. */
  readonly url: string;
  readonly label: string | null;
  /** Time in ms, or null when the link does not expire. */
  readonly expiresAt: number | null;
};

/** Reply of `POST /api/rooms`: the new room and its first facilitate link. */
export type CreatedRoom = { readonly roomId: string; readonly link: CreatedLink };

/** Body of `POST /api/session`. */
export type SessionRequest = {
  readonly roomId: string;
  readonly linkId: string;
  readonly secret: string;
  /** Proof from an earlier session that keeps the same principal across reloads; it grants no role. */
  readonly principalProof?: string;
};

/** Limits that hold on this server, in bytes. */
export type SessionLimits = {
  readonly frameBytes: number;
  readonly awarenessBytes: number;
  readonly valueBytes: number;
  readonly roomBytes: number;
};

/** Reply of `POST /api/session`. Times are ms since 1970 by the server's clock. */
export type Session = {
  readonly token: string;
  readonly expiresAt: number;
  /** Role of the link. While the board is `locked`, `edit` may do no more than `comment`; presence shows the role that holds now. */
  readonly role: Role;
  readonly locked?: boolean;
  readonly epoch: number;
  readonly principal: string;
  readonly principalProof: string;
  /** A colour that nobody else present has, while there are free ones. */
  readonly colour: ParticipantColour;
  readonly limits: SessionLimits;
  readonly serverTime: number;
};

/** Body of `POST /api/rooms/:id/links`. */
export type LinkRequest = {
  readonly role: Role;
  readonly label?: string;
  /** Time in ms at which the link ends. */
  readonly expiresAt?: number;
};

/** One link in the list of `GET /api/rooms/:id/links`; secrets are never listed. */
export type LinkSummary = {
  readonly linkId: string;
  readonly role: Role;
  readonly label: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly revokedAt: number | null;
  readonly createdBy: string | null;
};

/** Reply of `GET /api/rooms/:id/links`, oldest first. */
export type LinkList = { readonly links: readonly LinkSummary[] };

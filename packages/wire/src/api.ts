// Bodies of the HTTP API as types. All bodies are JSON; errors are `application/problem+json`; bearer = session token.

import type { Role } from './access.ts';
import type { ParticipantColour } from './colours.ts';

/** Paths of the HTTP API. */
export const API = Object.freeze({
  config: '/api/config',
  rooms: '/api/rooms',
  session: '/api/session',
  links: (roomId: string): string => `/api/rooms/${roomId}/links`,
  link: (roomId: string, linkId: string): string => `/api/rooms/${roomId}/links/${linkId}`,
  exportUpdate: (roomId: string): string => `/api/rooms/${roomId}/export`,
  health: '/healthz',
  ready: '/readyz',
});

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
  storeUnavailable: 'store-unavailable',
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
  readonly role: Role;
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

// Decoders of the HTTP replies: unknown JSON in, a reply of the promised shape or undefined out. Unknown fields are left alone.

import {
  type CreatedLink,
  type CreatedRoom,
  isParticipantColour,
  isRole,
  type LinkSummary,
  PROBLEM,
  type ProblemCode,
  type ServerConfig,
  type Session,
} from '@strideboard/wire';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shape =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const isLimits = shape({ frameBytes: isNumber, awarenessBytes: isNumber, valueBytes: isNumber, roomBytes: isNumber });
const isSession = shape({
  token: isText,
  expiresAt: isNumber,
  role: isRole,
  epoch: isNumber,
  principal: isText,
  principalProof: isText,
  colour: isParticipantColour,
  limits: isLimits,
  serverTime: isNumber,
});
const isLink = shape({
  linkId: isText,
  secret: isText,
  role: isRole,
  url: isText,
  label: orNull(isText),
  expiresAt: orNull(isNumber),
});
const isLinkSummary = shape({
  linkId: isText,
  role: isRole,
  label: orNull(isText),
  createdAt: isNumber,
  expiresAt: orNull(isNumber),
  revokedAt: orNull(isNumber),
  createdBy: orNull(isText),
});
const isConfig = shape({
  publicUrl: orNull(isText),
  localOnly: isFlag,
  addresses: listOf(isText),
  openCreate: isFlag,
});
const isRoom = shape({ roomId: isText, link: isLink });
const isLinkList = shape({ links: listOf(isLinkSummary) });

/** Reply of the exchange. */
export function readSession(body: unknown): Session | undefined {
  return isSession(body) ? (body as Session) : undefined; // every field was checked
}

/** Reply of the configuration request. */
export function readConfig(body: unknown): ServerConfig | undefined {
  return isConfig(body) ? (body as ServerConfig) : undefined; // every field was checked
}

/** Reply of room creation. */
export function readRoom(body: unknown): CreatedRoom | undefined {
  return isRoom(body) ? (body as CreatedRoom) : undefined; // every field was checked
}

/** Reply of link creation. */
export function readLink(body: unknown): CreatedLink | undefined {
  return isLink(body) ? (body as CreatedLink) : undefined; // every field was checked
}

/** Reply of the link list. */
export function readLinks(body: unknown): readonly LinkSummary[] | undefined {
  return isLinkList(body) ? (body as { links: readonly LinkSummary[] }).links : undefined; // every field was checked
}

/** The code of an error body, and what a socket would have been told; undefined when the body is not one of this server's errors. */
export function readProblem(
  body: unknown,
): { code: ProblemCode; detail?: string; close?: { code: number; reason: string } } | undefined {
  if (!isFields(body)) return undefined;
  const code = Object.values(PROBLEM).find((known) => known === body['code']);
  if (code === undefined) return undefined;
  const { detail, closeCode, reason } = body;
  return {
    code,
    ...(typeof detail === 'string' ? { detail } : {}),
    ...(typeof closeCode === 'number'
      ? { close: { code: closeCode, reason: typeof reason === 'string' ? reason : '' } }
      : {}),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Decoders of the HTTP replies: unknown JSON in, a reply of the promised shape or undefined out. Unknown fields are left alone.

import {
  type CreatedRoom,
  isParticipantColour,
  isRole,
  PROBLEM,
  type ProblemCode,
  type ServerConfig,
  type Session,
} from '@strideboard/wire';
import { isFields, isFlag, isNumber, isText, listOf, orNull, shape } from './reply-shapes.ts';

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
/** Whether a value is a link right after its creation. */
export const isLink = shape({
  linkId: isText,
  secret: isText,
  role: isRole,
  url: isText,
  label: orNull(isText),
  expiresAt: orNull(isNumber),
});
const isConfig = shape({
  publicUrl: orNull(isText),
  localOnly: isFlag,
  addresses: listOf(isText),
  openCreate: isFlag,
});
const isRoom = shape({ roomId: isText, link: isLink });

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

// Schemas that several routes share: who a request is for, what it must bring. They check requests and make the description of the API.

import { LIMITS } from '@strideboard/wire';
import type { FastifySchema } from 'fastify';

declare module 'fastify' {
  interface FastifySchema {
    /** What the route does, in one line of the API's description. */
    readonly summary?: string;
    readonly consumes?: readonly string[];
    readonly produces?: readonly string[];
    /** What the request must bring; see the description's security schemes. */
    readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  }
}

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;

/** Requests that bring a session token. */
export const SESSION = [{ session: [] }] as const;

/** Path of one board. */
export const OF_ROOM = { type: 'object', properties: { id: text(64) }, required: ['id'] } as const;

/** Paths of one thing of a board. */
export const OF_LINK = ofRoomAnd('linkId');
export const OF_VERSION = ofRoomAnd('versionId');
export const OF_PRINCIPAL = ofRoomAnd('principal');

/** Bytes of one Yjs update. */
export const BYTES = ['application/octet-stream'] as const;

/** A name of a link or a version. */
export const LABEL = { link: text(LIMITS.linkLabel), version: text(LIMITS.versionLabel) } as const;

/** A route about one board, for sessions. */
export function boardSchema(summary: string, more: FastifySchema = {}): FastifySchema {
  return { summary, params: OF_ROOM, security: SESSION, ...more };
}

function ofRoomAnd(name: string) {
  return {
    type: 'object',
    properties: { id: text(64), [name]: text(64) },
    required: ['id', name],
  } as const;
}

// Who a request speaks for: the session token in its Authorization header, checked against the link as it is now.

import type { FastifyRequest } from 'fastify';
import type { TokenClaims } from '../tokens.ts';
import type { HttpContext } from './context.ts';

/** The bearer text of a request, or an empty one. */
export function bearerText(request: FastifyRequest): string {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** The claims of a valid session for this room whose link is still live, or null. */
export async function readSession(
  { tokens, store, now }: Pick<HttpContext, 'tokens' | 'store' | 'now'>,
  request: FastifyRequest,
  room: string,
): Promise<TokenClaims | null> {
  const read = tokens.read(bearerText(request), now());
  if (!read.ok || read.claims.room !== room) return null;
  const link = await store.link(read.claims.link);
  const isLive = link !== null && link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now());
  return isLive ? read.claims : null;
}

// Who a request speaks for: the session token in its Authorization header, checked against board, link and person as they are now.

import { CLOSE, CLOSE_REASON, PROBLEM, type ProblemCode, type Role } from '@strideboard/wire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RoomRow } from '../store/store.ts';
import type { TokenClaims } from '../tokens.ts';
import type { HttpContext } from './context.ts';
import { type ProblemExtra, sendProblem } from './problems.ts';

/** A live session for a board, with the board's row as it is now. */
export type LiveSession = { readonly claims: TokenClaims; readonly room: RoomRow };

/** A session, or the problem to answer with. */
type SessionResult =
  | { readonly ok: true; readonly session: LiveSession }
  | { readonly ok: false; readonly code: ProblemCode; readonly extra: ProblemExtra };

/** What a route asks of a session beyond being live: one of some roles, and the epoch that holds now. */
type Demand = { readonly roles?: readonly Role[]; readonly presentEpoch?: boolean };

/** The bearer text of a request, or an empty one. */
export function bearerText(request: FastifyRequest): string {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** The live session of a request for a board; null after the refusal was sent. */
export async function liveSession(
  context: Pick<HttpContext, 'tokens' | 'store' | 'now'>,
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  demand: Demand = {},
): Promise<LiveSession | null> {
  const result = await readSession(context, request, demand);
  if (result.ok) return result.session;
  sendProblem(reply, result.code, result.extra);
  return null;
}

async function readSession(
  { tokens, store, now }: Pick<HttpContext, 'tokens' | 'store' | 'now'>,
  request: FastifyRequest<{ Params: { id: string } }>,
  { roles, presentEpoch = false }: Demand,
): Promise<SessionResult> {
  const read = tokens.read(bearerText(request), now());
  if (!read.ok || read.claims.room !== request.params.id) return refusal(PROBLEM.unauthorized);
  const { claims } = read;
  const [link, room, removedAt] = await Promise.all([
    store.link(claims.link),
    store.room(claims.room),
    store.removedAt(claims.room, claims.principal),
  ]);
  const isLinkLive = link !== null && link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now());
  if (!isLinkLive) return refusal(PROBLEM.unauthorized);
  if (removedAt !== null) {
    return refusal(PROBLEM.participantRemoved, {
      closeCode: CLOSE.forbidden,
      reason: CLOSE_REASON.participantRemoved,
    });
  }
  if (room === null || room.deletedAt !== null) {
    return refusal(PROBLEM.notFound, { closeCode: CLOSE.roomGone, reason: CLOSE_REASON.roomDeleted });
  }
  if (roles !== undefined && !roles.includes(claims.role)) {
    return refusal(PROBLEM.forbidden, { closeCode: CLOSE.forbidden, reason: CLOSE_REASON.writeNotAllowed });
  }
  return presentEpoch && room.epoch !== claims.epoch
    ? refusal(PROBLEM.epochChanged, {
        closeCode: CLOSE.epochChanged,
        reason: CLOSE_REASON.epochChanged,
        epoch: room.epoch,
      })
    : { ok: true, session: { claims, room } };
}

function refusal(code: ProblemCode, extra: ProblemExtra = {}): SessionResult {
  return { ok: false, code, extra };
}

// Exchange of a link for a session token. A wrong link, a wrong secret and an unknown room are answered alike, after the same work.

import { API, CLOSE, CLOSE_REASON, LIMITS, PROBLEM, type Session, type SessionRequest } from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import { pickColour } from '../sync/presence-entry.ts';
import { newPrincipal } from '../tokens.ts';
import type { HttpContext } from './context.ts';
import { sendProblem } from './problems.ts';

const BODY = {
  type: 'object',
  required: ['roomId', 'linkId', 'secret'],
  properties: {
    roomId: { type: 'string', maxLength: 64 },
    linkId: { type: 'string', maxLength: 64 },
    secret: { type: 'string', maxLength: 128 },
    principalProof: { type: 'string', maxLength: 256 },
  },
} as const;

/** `POST /api/session`. */
export function addSessionRoutes(app: FastifyInstance, context: HttpContext): void {
  const { config, store, tokens, front, rooms, sessionRate, now } = context;

  app.post<{ Body: SessionRequest }>(
    API.session,
    { schema: { summary: 'Exchanges a link for a session token', body: BODY } },
    async (request, reply) => {
      if (!sessionRate.take(front.addressKey(request.raw), now())) return sendProblem(reply, PROBLEM.tooManyRequests);
      const { roomId, linkId, secret, principalProof } = request.body;
      const [link, room] = await Promise.all([store.link(linkId), store.room(roomId)]);
      const isGenuine = tokens.isLinkSecret(secret, link?.mac ?? null);
      const isUsable = link !== null && link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now());
      if (!isGenuine || !isUsable || room === null || link.room !== roomId || room.deletedAt !== null) {
        return sendProblem(reply, PROBLEM.linkRefused);
      }

      const principal = tokens.principalOf(roomId, principalProof ?? '') ?? newPrincipal();
      if ((await store.removedAt(roomId, principal)) !== null) {
        return sendProblem(reply, PROBLEM.participantRemoved, {
          closeCode: CLOSE.forbidden,
          reason: CLOSE_REASON.participantRemoved,
        });
      }
      const colours = new Map(rooms.loaded(roomId)?.presence.colours() ?? []);
      const own = colours.get(principal);
      const expiresAt = now() + config.timing.tokenLife;
      const { role } = link;
      const session: Session = {
        token: tokens.sign({ room: roomId, link: linkId, role, principal, epoch: room.epoch, exp: expiresAt }),
        expiresAt,
        role,
        locked: room.locked,
        epoch: room.epoch,
        principal,
        principalProof: tokens.proof(roomId, principal),
        colour: own ?? pickColour(principal, new Set(colours.values())),
        limits: {
          frameBytes: config.limits.frameBytes,
          awarenessBytes: LIMITS.awarenessBytes,
          valueBytes: config.limits.valueBytes,
          roomBytes: config.limits.roomBytes,
        },
        serverTime: now(),
      };
      return session;
    },
  );
}

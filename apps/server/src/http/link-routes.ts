// Links of a board: list, create, revoke. Facilitators only; a revoked link closes its live sockets at once.

import { API, CLOSE_REASON, type LinkList, type LinkRequest, PROBLEM, ROLES } from '@strideboard/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TokenClaims } from '../tokens.ts';
import { cleanName } from '../sync/presence-entry.ts';
import { liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { makeLink } from './links.ts';
import { sendProblem } from './problems.ts';
import { boardSchema, LABEL, OF_LINK } from './schemas.ts';
import { othersFirst } from './uploads.ts';
import { written } from './writes.ts';

type OfRoom = { Params: { id: string } };
type OfLink = { Params: { id: string; linkId: string } };

const BODY = {
  type: 'object',
  required: ['role'],
  properties: {
    role: { enum: [...ROLES] },
    label: LABEL.link,
    expiresAt: { type: 'integer', minimum: 0 },
  },
} as const;

/** `GET`, `POST` and `DELETE` of `/api/rooms/:id/links`. */
export function addLinkRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store, rooms, audit, now } = context;

  const facilitator = async (request: FastifyRequest<OfRoom>, reply: FastifyReply): Promise<TokenClaims | null> =>
    (await liveSession(context, request, reply, { roles: ['facilitate'] }))?.claims ?? null;

  app.get<OfRoom>(
    API.links(':id'),
    { schema: boardSchema('Lists the links, without secrets') },
    async (request, reply) => {
      if ((await facilitator(request, reply)) === null) return reply;
      const links = await store.links(request.params.id);
      const body: LinkList = {
        links: links.map(({ id, role, label, createdAt, expiresAt, revokedAt, createdBy }) => ({
          linkId: id,
          role,
          label,
          createdAt,
          expiresAt,
          revokedAt,
          createdBy,
        })),
      };
      return body;
    },
  );

  app.post<OfRoom & { Body: LinkRequest }>(
    API.links(':id'),
    { schema: boardSchema('Creates a link', { body: BODY }) },
    async (request, reply) => {
      const claims = await facilitator(request, reply);
      if (claims === null) return reply;
      const { role, label, expiresAt } = request.body;
      const { row, created } = makeLink(context, request, {
        room: claims.room,
        role,
        label: cleanName(label) || null,
        expiresAt: expiresAt ?? null,
        createdBy: claims.principal,
      });
      const done = await written(context, reply, 'link', store.addLink(row));
      if (!done.ok) return reply;
      audit.note({
        room: claims.room,
        principal: claims.principal,
        action: 'link-created',
        detail: `${role} ${row.id}`,
      });
      return reply.code(201).send(created);
    },
  );

  app.delete<OfLink>(
    API.link(':id', ':linkId'),
    { schema: boardSchema('Revokes a link', { params: OF_LINK }) },
    async (request, reply) => {
      const claims = await facilitator(request, reply);
      if (claims === null) return reply;
      const { linkId } = request.params;
      const isLive = (link: { revokedAt: number | null; expiresAt: number | null }): boolean =>
        link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now());
      const live = (await store.links(claims.room)).filter(isLive);
      const link = live.find(({ id }) => id === linkId);
      if (link === undefined)
        return sendProblem(reply, PROBLEM.notFound, 'The board has no such link, or it is revoked already.');
      const keepsOne = live.some(
        ({ id, role, expiresAt }) => role === 'facilitate' && expiresAt === null && id !== linkId,
      );
      if (link.role === 'facilitate' && !keepsOne) return sendProblem(reply, PROBLEM.lastFacilitateLink);
      const done = await written(
        context,
        reply,
        'link',
        store.revokeLink({ room: claims.room, id: linkId, at: now() }),
      );
      if (!done.ok) return reply;
      audit.note({
        room: claims.room,
        principal: claims.principal,
        action: 'link-revoked',
        detail: `${link.role} ${linkId}`,
      });
      await othersFirst(); // whoever was being let in is in now
      rooms.expel(claims.room, ({ link: through }) => through === linkId, CLOSE_REASON.linkRevoked);
      return reply.code(204).send();
    },
  );
}

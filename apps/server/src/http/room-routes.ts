// Creating boards, and their state as bytes.

import { createHash, timingSafeEqual } from 'node:crypto';
import { API, type CreatedRoom, HEADER, PROBLEM } from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { newRoomId } from '../tokens.ts';
import { openClean } from '../sync/epochs.ts';
import { bearerText, liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { makeLink } from './links.ts';
import { sendProblem } from './problems.ts';

/** `POST /api/rooms` and `GET /api/rooms/:id/export`. */
export function addRoomRoutes(app: FastifyInstance, context: HttpContext): void {
  const { config, store, front, rooms, health, logger, createRate, now } = context;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  const isOperator = (text: string): boolean =>
    config.operatorToken !== null && timingSafeEqual(digest(text), digest(config.operatorToken));

  app.post(API.rooms, async (request, reply) => {
    const byOperator = isOperator(bearerText(request));
    if (!config.openCreate && !byOperator) return sendProblem(reply, PROBLEM.operatorOnly);
    if (!byOperator && !createRate.take(front.addressKey(request.raw), now()))
      return sendProblem(reply, PROBLEM.tooManyRequests);
    const roomId = newRoomId();
    const { row, created } = makeLink(context, request, {
      room: roomId,
      role: 'facilitate',
      label: null,
      expiresAt: null,
      createdBy: null,
    });
    try {
      await store.createRoom({ id: roomId, createdAt: now() }, row);
      health.succeeded();
    } catch (error) {
      logger.error({ err: error }, 'a room could not be created');
      health.failed();
      return sendProblem(reply, PROBLEM.storeUnavailable);
    }
    const body: CreatedRoom = { roomId, link: created };
    return reply.code(201).send(body);
  });

  app.get<{ Params: { id: string } }>(API.exportUpdate(':id'), async (request, reply) => {
    if ((await liveSession(context, request, reply)) === null) return reply;
    const opened = await openClean(rooms, request.params.id);
    if (!opened.ok) return sendProblem(reply, opened.problem === 'gone' ? PROBLEM.notFound : PROBLEM.storeUnavailable);
    const { doc, seq, epoch } = opened.room;
    const update = Buffer.from(Y.encodeStateAsUpdate(doc));
    return reply
      .type('application/octet-stream')
      .header('content-disposition', 'attachment; filename="board.yupdate"')
      .header(HEADER.seq, seq)
      .header(HEADER.epoch, epoch)
      .send(update);
  });
}

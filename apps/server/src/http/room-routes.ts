// Creating boards, and their state as bytes.

import { API, type CreatedRoom, HEADER, PROBLEM } from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { newRoomId } from '../tokens.ts';
import { openClean } from '../sync/epochs.ts';
import { bearerText, liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { makeLink } from './links.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { isSameText } from './same-text.ts';
import { boardSchema, BYTES } from './schemas.ts';

/** `POST /api/rooms` and `GET /api/rooms/:id/export`. */
export function addRoomRoutes(app: FastifyInstance, context: HttpContext): void {
  const { config, store, front, rooms, health, logger, audit, createRate, now } = context;
  const isOperator = (text: string): boolean => config.operatorToken !== null && isSameText(text, config.operatorToken);

  const create = { summary: 'Creates a board with its first facilitator link', security: [{}, { operator: [] }] };
  app.post(API.rooms, { schema: create }, async (request, reply) => {
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
    audit.note({ room: roomId, principal: null, action: 'room-created' });
    const body: CreatedRoom = { roomId, link: created };
    return reply.code(201).send(body);
  });

  const whole = boardSchema('The stored state as one Yjs update', { produces: BYTES });
  app.get<{ Params: { id: string } }>(API.exportUpdate(':id'), { schema: whole }, async (request, reply) => {
    if ((await liveSession(context, request, reply)) === null) return reply;
    const opened = await openClean(rooms, request.params.id);
    if (!opened.ok) return sendOpenProblem(reply, opened.problem);
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

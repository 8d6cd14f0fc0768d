// Updates that are too big for a frame: the same firewall and the same group commit as on the socket, durable before the answer.

import { API, CLOSE, CLOSE_REASON, PROBLEM } from '@strideboard/wire';
import type { FastifyReply } from 'fastify';
import * as Y from 'yjs';
import { decodeMessage } from '../firewall/message.ts';
import type { Refusal } from '../firewall/verdict.ts';
import { openClean } from '../sync/epochs.ts';
import { offerBigUpdate } from '../sync/offer.ts';
import type { Room, RoomWriter } from '../sync/room.ts';
import type { HttpContext } from './context.ts';
import { sendProblem } from './problems.ts';
import { type createUploads, othersFirst, type Upload } from './uploads.ts';

const STATUS_OF_CLOSE: Readonly<Record<number, number>> = Object.freeze({
  [CLOSE.malformed]: 400,
  [CLOSE.forbidden]: 403,
  [CLOSE.epochChanged]: 409,
  [CLOSE.roomFull]: 413,
  [CLOSE.refused]: 422,
  [CLOSE.locked]: 423,
});

/** Answers with what the firewall said. */
export function sendRefusal(reply: FastifyReply, { code, reason }: Pick<Refusal, 'code' | 'reason'>): FastifyReply {
  const problem = code === CLOSE.epochChanged ? PROBLEM.epochChanged : PROBLEM.updateRefused;
  return sendProblem(reply, problem, { status: STATUS_OF_CLOSE[code] ?? 422, closeCode: code, reason });
}

/** `POST /api/rooms/:id/updates`. */
export function addUpdateRoutes(context: HttpContext, uploads: ReturnType<typeof createUploads>): void {
  const { rooms, health, logger } = context;

  const sendResync = async (reply: FastifyReply, id: string): Promise<FastifyReply> => {
    const opened = await openClean(rooms, id);
    if (!opened.ok) return sendProblem(reply, PROBLEM.storeUnavailable);
    const { doc, epoch, seq } = opened.room;
    const stateVector = Buffer.from(Y.encodeStateVector(doc)).toString('base64');
    return sendProblem(reply, PROBLEM.resyncNeeded, { stateVector, epoch, seq });
  };

  /** The answer once everything applied is on disk, or was given up. */
  const sendWhenDurable = async (reply: FastifyReply, room: Room): Promise<FastifyReply> => {
    await rooms.settled(room);
    if (room.isClean()) return reply.code(204).send();
    const row = await context.store.room(room.id);
    return row !== null && row.epoch !== room.epoch
      ? sendRefusal(reply, { code: CLOSE.epochChanged, reason: CLOSE_REASON.epochChanged })
      : sendProblem(reply, PROBLEM.storeUnavailable);
  };

  const offer = async ({ session, body }: Upload, reply: FastifyReply): Promise<FastifyReply> => {
    const { room: id, principal, role: linkRole, epoch } = session.claims;
    await othersFirst();
    const message = decodeMessage(body);
    await othersFirst();
    const opened = await rooms.open(id);
    if (!opened.ok) return sendProblem(reply, opened.problem === 'gone' ? PROBLEM.notFound : PROBLEM.storeUnavailable);
    const { room } = opened;
    if (rooms.loaded(id) !== room) return offer({ session, body }, reply); // unloaded in this very moment
    if (room.epoch !== epoch) {
      return sendRefusal(reply, { code: CLOSE.epochChanged, reason: CLOSE_REASON.epochChanged });
    }
    const by: RoomWriter = {
      principal,
      mode: 'step2',
      get role() {
        return room.roleNow(linkRole); // as it is in the turn that asks
      },
    };
    const isLoaded = (): boolean => rooms.loaded(id) === room;
    const offered = await offerBigUpdate(room, { update: body, message, by }, { health, pause: othersFirst, isLoaded });
    if (offered === null) return offer({ session, body }, reply);
    switch (offered.kind) {
      case 'nothing':
      case 'applied':
        return sendWhenDurable(reply, room);
      case 'resync':
        if (offered.resync.cause === 'missing') return sendResync(reply, id);
        return sendRefusal(reply, { code: CLOSE.refused, reason: CLOSE_REASON.clientIdTaken });
      case 'refused': {
        const { why, code } = offered.refusal;
        logger.warn({ why, code, role: by.role, principal }, 'refused');
        return sendRefusal(reply, offered.refusal);
      }
      case 'unwritable':
        return sendProblem(reply, PROBLEM.storeUnavailable);
      case 'hole':
        logger.error({ principal, bytes: body.byteLength }, 'firewall hole: an update did not integrate');
        rooms.drop(room, CLOSE.gaveUp, CLOSE_REASON.commitFailed);
        return sendRefusal(reply, { code: CLOSE.refused, reason: CLOSE_REASON.contentRefused });
    }
  };

  uploads.add({
    method: 'POST',
    url: API.updates(':id'),
    roles: ['comment', 'edit', 'facilitate'],
    handle: (upload, _request, reply) => offer(upload, reply),
  });
}

// Updates that are too big for a frame: the same firewall and the same group commit as on the socket, durable before the answer.

import { API, CLOSE, CLOSE_REASON, PROBLEM } from '@strideboard/wire';
import type { FastifyReply } from 'fastify';
import * as Y from 'yjs';
import { decodeMessage } from '../firewall/message.ts';
import type { Refusal } from '../firewall/verdict.ts';
import { openClean } from '../sync/epochs.ts';
import { type Offered, offerBigUpdate } from '../sync/offer.ts';
import type { Room, RoomWriter } from '../sync/room.ts';
import { vetElsewhere } from '../sync/vet-elsewhere.ts';
import type { HttpContext } from './context.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { type createUploads, othersFirst, type Upload } from './uploads.ts';

/** Bodies of this size are vetted in a worker thread. */
const ELSEWHERE_BYTES = 512 * 1024;

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

/** Sends what became of an offered update: of `POST …/updates` and `POST …/import`. */
export type OfferAnswer = (
  reply: FastifyReply,
  room: Room,
  offered: { readonly by: RoomWriter; readonly result: Offered; readonly bytes: number },
) => Promise<FastifyReply>;

/** Builds the answers to offered updates. */
export function createOfferAnswer(context: HttpContext): OfferAnswer {
  const { rooms, logger, metrics, audit } = context;

  const sendResync = async (reply: FastifyReply, id: string): Promise<FastifyReply> => {
    const opened = await openClean(rooms, id);
    if (!opened.ok) return sendOpenProblem(reply, opened.problem);
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

  return async (reply, room, { by, result, bytes }) => {
    const { principal, role } = by;
    switch (result.kind) {
      case 'nothing':
      case 'applied':
        return sendWhenDurable(reply, room);
      case 'resync':
        metrics.resynced();
        if (result.resync.cause === 'missing') return sendResync(reply, room.id);
        return sendRefusal(reply, { code: CLOSE.refused, reason: CLOSE_REASON.clientIdTaken });
      case 'refused': {
        const { why, code, reason } = result.refusal;
        logger.warn({ why, code, role, principal }, 'refused');
        metrics.refused(reason);
        audit.refused({ room: room.id, principal, reason });
        return sendRefusal(reply, result.refusal);
      }
      case 'unwritable':
        return sendProblem(reply, PROBLEM.storeUnavailable);
      case 'hole':
        metrics.hole();
        logger.error({ principal, bytes }, 'firewall hole: an update did not integrate');
        rooms.drop(room, CLOSE.gaveUp, CLOSE_REASON.commitFailed);
        return sendRefusal(reply, { code: CLOSE.refused, reason: CLOSE_REASON.contentRefused });
    }
  };
}

/** `POST /api/rooms/:id/updates`. */
export function addUpdateRoutes(context: HttpContext, uploads: ReturnType<typeof createUploads>): void {
  const { rooms, health } = context;
  const answer = createOfferAnswer(context);

  const offer = async ({ session, body }: Upload, reply: FastifyReply): Promise<FastifyReply> => {
    const { room: id, principal, role: linkRole, epoch } = session.claims;
    await othersFirst();
    const opened = await openClean(rooms, id);
    if (!opened.ok) return sendOpenProblem(reply, opened.problem);
    const { room } = opened;
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
    const elsewhere = body.byteLength < ELSEWHERE_BYTES ? {} : { elsewhere: () => vetElsewhere(room, big, context) };
    const big = { update: body, by, decode: () => decodeMessage(body) };
    const result = await offerBigUpdate(room, big, { health, pause: othersFirst, isLoaded, ...elsewhere });
    if (result === null) return offer({ session, body }, reply);
    return answer(reply, room, { by, result, bytes: body.byteLength });
  };

  uploads.add({
    method: 'POST',
    url: API.updates(':id'),
    roles: ['comment', 'edit', 'facilitate'],
    summary: 'One update through the same firewall, for what is larger than a frame',
    handle: (upload, _request, reply) => offer(upload, reply),
  });
}

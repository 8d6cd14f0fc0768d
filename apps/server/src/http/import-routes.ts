// Bringing a file of updates into a board: vetted whole in a worker thread, with a version of what was before.

import { API, CLOSE, CLOSE_REASON, PROBLEM } from '@strideboard/wire';
import type { FastifyReply } from 'fastify';
import { decodeMessage } from '../firewall/message.ts';
import { openClean } from '../sync/epochs.ts';
import { offerBigUpdate } from '../sync/offer.ts';
import type { Room, RoomWriter } from '../sync/room.ts';
import { vetElsewhere } from '../sync/vet-elsewhere.ts';
import { thinVersions } from '../versions/version-keeping.ts';
import { versionOf } from '../versions/version.ts';
import type { HttpContext } from './context.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { createOfferAnswer, sendRefusal } from './update-routes.ts';
import { type createUploads, othersFirst, type Upload } from './uploads.ts';

/** `POST /api/rooms/:id/import`. */
export function addImportRoutes(context: HttpContext, uploads: ReturnType<typeof createUploads>): void {
  const { rooms, store, health, logger, versions, versionRate, audit, now } = context;
  const answer = createOfferAnswer(context);

  /** Keeps the present as a version; false when it could not be stored. */
  const keepPresent = async (room: Room, author: string): Promise<boolean> => {
    await rooms.settled(room);
    try {
      const version = await versionOf(room, { kind: 'before-import', label: null, author }, now());
      if (version === null) return false;
      await store.addVersion(version);
      versions.kept(room);
      await thinVersions(context, room.id);
      return true;
    } catch (error) {
      logger.error({ err: error }, 'the version before an import could not be stored');
      health.failed();
      return false;
    }
  };

  const bring = async ({ session, body }: Upload, reply: FastifyReply): Promise<FastifyReply> => {
    const { room: id, principal, epoch } = session.claims;
    const opened = await openClean(rooms, id);
    if (!opened.ok) return sendOpenProblem(reply, opened.problem);
    const { room } = opened;
    if (room.epoch !== epoch) {
      return sendRefusal(reply, { code: CLOSE.epochChanged, reason: CLOSE_REASON.epochChanged });
    }
    const by: RoomWriter = { principal, role: 'facilitate', mode: 'import' };
    const big = { update: body, by, decode: () => decodeMessage(body) };
    const result = await offerBigUpdate(room, big, {
      health,
      elsewhere: () => vetElsewhere(room, big, context),
      pause: othersFirst,
      before: () => keepPresent(room, principal),
      isLoaded: () => rooms.loaded(id) === room,
    });
    if (result === null) return bring({ session, body }, reply);
    if (result.kind === 'applied') {
      audit.note({ room: id, principal, action: 'imported', detail: `${body.byteLength} bytes` });
    }
    return answer(reply, room, { by, result, bytes: body.byteLength });
  };

  uploads.add({
    method: 'POST',
    url: API.importUpdate(':id'),
    roles: ['facilitate'],
    summary: 'Brings a `.yupdate` file into the board; what was before is kept as a version',
    handle: async (upload, _request, reply) =>
      versionRate.take(upload.session.claims.room, now())
        ? bring(upload, reply)
        : sendProblem(reply, PROBLEM.tooManyRequests),
  });
}

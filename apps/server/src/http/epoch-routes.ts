// Handing over a freshly built document, and restoring a version: both begin a new epoch.

import { API, CLOSE, CLOSE_REASON, HEADER, LIMITS, PROBLEM } from '@strideboard/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Built } from '../jobs/jobs.ts';
import { beginEpoch } from '../sync/epochs.ts';
import { documentOfVersion } from '../versions/version.ts';
import { liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { boardSchema, OF_VERSION } from './schemas.ts';
import type { createUploads, Upload } from './uploads.ts';
import { sendRefusal } from './update-routes.ts';
import { thinVersions } from '../versions/version-keeping.ts';
import { written } from './writes.ts';

type OfVersion = { Params: { id: string; versionId: string } };
/** `PUT /api/rooms/:id/epoch` and `POST …/versions/:v/restore`. */
export function addEpochRoutes(
  app: FastifyInstance,
  context: HttpContext,
  uploads: ReturnType<typeof createUploads>,
): void {
  const { config, store, desk, metrics, logger, versionRate, now } = context;

  /** The document of an upload, vetted whole in a worker thread; nobody else waits for it. Rejects when the job fails. */
  const build = (update: Uint8Array, principal: string): Promise<Built> =>
    desk.do({
      kind: 'build',
      update,
      principal,
      limits: {
        structs: config.limits.structs,
        typeDepth: config.limits.typeDepth,
        valueBytes: config.limits.valueBytes,
        newClients: Number.POSITIVE_INFINITY,
        bytesLeft: config.limits.roomBytes,
        structsLeft: LIMITS.roomStructs,
      },
    });

  const swap = async (reply: FastifyReply, wanted: Parameters<typeof beginEpoch>[1]): Promise<FastifyReply> => {
    const done = await written(context, reply, 'epoch', beginEpoch(context, wanted));
    if (!done.ok) return reply;
    const result = done.value;
    if (result.ok) {
      const isRestore = wanted.before.kind === 'before-restore';
      context.audit.note({
        room: wanted.room,
        principal: wanted.before.author,
        action: isRestore ? 'version-restored' : 'epoch-handed-over',
        detail: `epoch ${result.change.epoch}`,
      });
      await thinVersions(context, wanted.room);
      return reply.send(result.change);
    }
    switch (result.problem) {
      case 'gone':
      case 'timeout':
      case 'failed':
      case 'full':
        return sendOpenProblem(reply, result.problem);
      case 'moved':
        return sendProblem(reply, PROBLEM.boardChanged, { epoch: result.epoch, seq: result.seq });
      case 'epoch':
        return sendProblem(reply, PROBLEM.epochChanged, {
          closeCode: CLOSE.epochChanged,
          reason: CLOSE_REASON.epochChanged,
          epoch: result.epoch,
          seq: result.seq,
        });
    }
  };

  const handOver = async (
    { session, body }: Upload,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const seq = readSeq(request);
    if (seq === null) {
      return sendProblem(reply, PROBLEM.invalidRequest, `Say in ${HEADER.seq} from which stored number it was built.`);
    }
    const { room, epoch, principal } = session.claims;
    if (!versionRate.take(room, now())) return sendProblem(reply, PROBLEM.tooManyRequests);
    const built = await build(body, principal);
    if (!built.ok) {
      if (built.hole === undefined)
        logger.warn({ why: built.refusal.why, principal }, 'a handed over document was refused');
      else {
        metrics.hole();
        logger.error({ principal, err: built.hole }, 'firewall hole: a handed over document did not integrate');
      }
      return sendRefusal(reply, built.refusal);
    }
    return swap(reply, {
      room,
      expected: { epoch, seq },
      document: built.document,
      builtBy: principal,
      before: { kind: 'before-epoch-change', label: null, author: principal },
    });
  };

  uploads.add({
    method: 'PUT',
    url: API.epoch(':id'),
    roles: ['facilitate'],
    summary: `Hands over a freshly built document that begins a new epoch; ${HEADER.seq} says from which stored number it was built`,
    handle: handOver,
  });

  const schema = boardSchema('Begins a new epoch with a version', { params: OF_VERSION });
  app.post<OfVersion>(API.restoreVersion(':id', ':versionId'), { schema }, async (request, reply) => {
    const session = await liveSession(context, request, reply, { roles: ['facilitate'], presentEpoch: true });
    if (session === null) return reply;
    const { room, epoch, principal } = session.claims;
    const version = await store.version(room, request.params.versionId);
    if (version === null) return sendProblem(reply, PROBLEM.notFound, 'The board has no such version.');
    if (!versionRate.take(room, now())) return sendProblem(reply, PROBLEM.tooManyRequests);
    return swap(reply, {
      room,
      expected: { epoch, seq: null },
      document: await documentOfVersion(version),
      builtBy: null,
      before: { kind: 'before-restore', label: null, author: principal },
    });
  });
}

/** The number in the header; null when there is none. */
function readSeq(request: FastifyRequest): number | null {
  const text = String(request.headers[HEADER.seq] ?? '');
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}

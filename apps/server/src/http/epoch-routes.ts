// Handing over a freshly built document, and restoring a version: both begin a new epoch.

import { API, CLOSE, CLOSE_REASON, HEADER, LIMITS, PROBLEM } from '@strideboard/wire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as Y from 'yjs';
import { decodeMessage } from '../firewall/message.ts';
import { MALFORMED, type Refusal, refuse } from '../firewall/verdict.ts';
import { vetMessage } from '../firewall/vet.ts';
import { beginEpoch } from '../sync/epochs.ts';
import { documentOfVersion, type WholeDocument, wholeDocument } from '../versions/version.ts';
import { liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { boardSchema, OF_VERSION } from './schemas.ts';
import { type createUploads, othersFirst, type Upload } from './uploads.ts';
import { sendRefusal } from './update-routes.ts';
import { thinVersions } from '../versions/version-keeping.ts';
import { written } from './writes.ts';

type OfVersion = { Params: { id: string; versionId: string } };
type Built =
  | { readonly ok: true; readonly document: WholeDocument }
  | { readonly ok: false; readonly refusal: Refusal };

/** `PUT /api/rooms/:id/epoch` and `POST …/versions/:v/restore`. */
export function addEpochRoutes(
  app: FastifyInstance,
  context: HttpContext,
  uploads: ReturnType<typeof createUploads>,
): void {
  const { config, store, versionRate, now } = context;

  /** The document of an upload, vetted whole against nothing; the event loop has a turn between the steps. */
  const build = async (body: Uint8Array, principal: string): Promise<Built> => {
    const message = decodeMessage(body);
    if (message === null) return { ok: false, refusal: MALFORMED };
    await othersFirst();
    const doc = new Y.Doc();
    try {
      const verdict = vetMessage(doc, message, {
        writer: { role: 'facilitate', principal, isFrozen: () => false },
        limits: {
          structs: config.limits.structs,
          deleteRanges: LIMITS.deleteRangesPerMessage,
          typeDepth: config.limits.typeDepth,
          valueBytes: config.limits.valueBytes,
          newClients: Number.POSITIVE_INFINITY,
          bytesLeft: config.limits.roomBytes,
          structsLeft: LIMITS.roomStructs,
        },
        mode: 'document',
        claimOn: () => 'open',
      });
      if (verdict.verdict === 'close') return { ok: false, refusal: verdict };
      if (verdict.verdict !== 'apply') return { ok: false, refusal: refuse('the document is empty or not whole') };
      await othersFirst();
      Y.applyUpdate(doc, body);
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
        return { ok: false, refusal: refuse('the document is not whole') };
      }
      await othersFirst();
      return { ok: true, document: wholeDocument(doc) };
    } catch (error) {
      context.logger.error({ err: error }, 'firewall hole: a handed over document did not integrate');
      return { ok: false, refusal: refuse('the document did not integrate') };
    } finally {
      doc.destroy();
    }
  };

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
      context.logger.warn({ why: built.refusal.why, principal }, 'a handed over document was refused');
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

// Versions of a board: made by hand under a name or by a client before something big, listed, and given out as bytes.

import { API, LIMITS, PROBLEM, type VersionList, type VersionRequest } from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import * as Y from 'yjs';
import { openClean } from '../sync/epochs.ts';
import { summaryOf, unpackVersion, versionOf } from '../versions/version.ts';
import { cleanText } from '../sync/presence-entry.ts';
import { liveSession } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { sendOpenProblem, sendProblem } from './problems.ts';
import { thinVersions, versionBudget } from '../versions/version-keeping.ts';
import { boardSchema, BYTES, LABEL, OF_VERSION } from './schemas.ts';
import { written } from './writes.ts';

type OfRoom = { Params: { id: string } };
type OfVersion = { Params: { id: string; versionId: string } };

const BODY = {
  type: 'object',
  properties: {
    kind: { enum: ['named', 'automatic', 'before-import', 'before-layout'] },
    label: LABEL.version,
  },
  additionalProperties: false,
} as const;

/** `GET` and `POST /api/rooms/:id/versions`, `GET …/versions/:v`. */
export function addVersionRoutes(app: FastifyInstance, context: HttpContext): void {
  const { store, rooms, versionRate, now } = context;

  const isFull = async (id: string): Promise<boolean> => {
    const named = (await store.versions(id)).filter(({ kind }) => kind === 'named');
    const bytes = named.reduce((sum, version) => sum + version.bytes, 0);
    return named.length >= LIMITS.namedVersions || bytes >= versionBudget(context);
  };

  app.get<OfRoom>(
    API.versions(':id'),
    { schema: boardSchema('Lists the versions, newest first') },
    async (request, reply) => {
      if ((await liveSession(context, request, reply)) === null) return reply;
      const body: VersionList = { versions: await store.versions(request.params.id) };
      return body;
    },
  );

  app.post<OfRoom & { Body: VersionRequest }>(
    API.versions(':id'),
    { schema: boardSchema('Makes a version', { body: BODY }) },
    async (request, reply) => {
      const session = await liveSession(context, request, reply, { roles: ['edit', 'facilitate'] });
      if (session === null) return reply;
      const { room: id, role, principal } = session.claims;
      const { kind = 'named' } = request.body;
      const label = cleanText(request.body.label, LIMITS.versionLabel) || null;
      if (kind === 'named' && role !== 'facilitate') return sendProblem(reply, PROBLEM.forbidden);
      if (kind === 'named' && label === null)
        return sendProblem(reply, PROBLEM.invalidRequest, 'Give the version a name.');
      if (!versionRate.take(id, now())) return sendProblem(reply, PROBLEM.tooManyRequests);
      if (kind === 'named' && (await isFull(id))) return sendProblem(reply, PROBLEM.tooManyVersions);

      const opened = await openClean(rooms, id);
      if (!opened.ok) return sendOpenProblem(reply, opened.problem);
      const version = await versionOf(opened.room, { kind, label, author: principal }, now());
      if (version === null) throw new Error('versions: a clean room gave no version');
      if (!(await written(context, reply, 'version', store.addVersion(version))).ok) return reply;
      context.versions.kept(opened.room);
      await thinVersions(context, id);
      return reply.code(201).send(summaryOf(version));
    },
  );

  const bytes = boardSchema('The bytes of a version, one Yjs update', { params: OF_VERSION, produces: BYTES });
  app.get<OfVersion>(API.version(':id', ':versionId'), { schema: bytes }, async (request, reply) => {
    const session = await liveSession(context, request, reply, { roles: ['facilitate'] });
    if (session === null) return reply;
    const version = await store.version(session.claims.room, request.params.versionId);
    if (version === null) return sendProblem(reply, PROBLEM.notFound, 'The board has no such version.');
    const update = Y.convertUpdateFormatV2ToV1(await unpackVersion(version));
    return reply
      .type('application/octet-stream')
      .header('content-disposition', 'attachment; filename="board-version.yupdate"')
      .send(Buffer.from(update));
  });
}

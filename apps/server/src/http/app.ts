// The HTTP side: hooks that hold for every request, then the routes.

import { API, PROBLEM } from '@strideboard/wire';
import Fastify, { type FastifyInstance } from 'fastify';
import { addBoardRoutes } from './board-routes.ts';
import type { HttpContext } from './context.ts';
import { addEpochRoutes } from './epoch-routes.ts';
import { securityHeaders } from './headers.ts';
import { addImportRoutes } from './import-routes.ts';
import { addLinkRoutes } from './link-routes.ts';
import { addMetricsRoutes } from './metrics-routes.ts';
import { problemOf, sendProblem } from './problems.ts';
import { addRoomRoutes } from './room-routes.ts';
import { addServerRoutes } from './server-routes.ts';
import { addSessionRoutes } from './session-routes.ts';
import { addUpdateRoutes } from './update-routes.ts';
import { createUploads } from './uploads.ts';
import { addVersionRoutes } from './version-routes.ts';
import { addWebRoutes } from './web-routes.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

/** Builds the HTTP side; it does not listen yet. `describe` sees the app before its routes. */
export async function createApp(
  context: HttpContext,
  webFolder: string,
  describe?: (app: FastifyInstance) => Promise<void>,
): Promise<FastifyInstance> {
  const { config, front, logger } = context;
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: config.timing.handshake, connectionsCheckingInterval: 1_000 },
    forceCloseConnections: true,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });

  // What the schemas say about answers is for readers; answers are sent as they are.
  app.setSerializerCompiler(() => (body) => JSON.stringify(body));
  await describe?.(app);

  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(request.raw, front));
    const path = request.url.split('?', 1)[0] ?? '';
    if (path.startsWith('/api/')) reply.header('cache-control', 'no-store');
    const isProbe = path === API.health || path === API.ready;
    if (!isProbe && !front.isKnownHost(request.raw)) return sendProblem(reply, PROBLEM.unknownHost);
    const { origin } = request.headers;
    const isForeign = origin !== undefined && !front.isKnownOrigin(request.raw, origin);
    if (isForeign && request.method !== 'GET' && request.method !== 'HEAD')
      return sendProblem(reply, PROBLEM.foreignOrigin);
    return undefined;
  });
  app.setErrorHandler((error, _request, reply) => {
    const { code, detail } = problemOf(error);
    if (code === PROBLEM.internal) logger.error({ err: error }, 'a request failed');
    return sendProblem(reply, code, detail ?? {});
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, PROBLEM.notFound));

  addServerRoutes(app, context);
  addMetricsRoutes(app, context);
  addRoomRoutes(app, context);
  addSessionRoutes(app, context);
  addLinkRoutes(app, context);
  addBoardRoutes(app, context);
  addVersionRoutes(app, context);
  const uploads = createUploads(app, context);
  addUpdateRoutes(context, uploads);
  addImportRoutes(context, uploads);
  addEpochRoutes(app, context, uploads);
  await app.register((scope) => addWebRoutes(scope, webFolder));
  return app;
}

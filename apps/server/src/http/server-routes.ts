// The server about itself: how it can be reached, whether it runs, whether it can save.

import { API, type ServerConfig } from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import { isLoopbackHost } from '../front.ts';
import type { HttpContext } from './context.ts';

const TEXT = ['text/plain'] as const;

/** `GET /api/config`, `/healthz`, `/readyz`. */
export function addServerRoutes(app: FastifyInstance, context: HttpContext): void {
  const { config, health, lag, isAccepting, addresses } = context;

  app.get(API.config, { schema: { summary: 'How the server can be reached' } }, () => {
    const body: ServerConfig = {
      publicUrl: config.publicUrl,
      localOnly: config.publicUrl === null && isLoopbackHost(config.host),
      addresses: addresses(),
      openCreate: config.openCreate,
    };
    return body;
  });

  app.get(API.health, { schema: { summary: 'The process is up', produces: TEXT } }, (_request, reply) =>
    reply.type('text/plain').send('ok\n'),
  );

  app.get(
    API.ready,
    { schema: { summary: 'The server takes connections and writes', produces: TEXT } },
    (_request, reply) => {
      const isReady = isAccepting() && health.isWritable() && lag.worstMs() < config.timing.readyLag;
      return reply
        .code(isReady ? 200 : 503)
        .type('text/plain')
        .send(isReady ? 'ready\n' : 'not ready\n');
    },
  );
}

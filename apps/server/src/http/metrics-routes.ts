// `/metrics` for Prometheus: on a port of its own, or on the main port for who brings the token.

import { createServer, type Server } from 'node:http';
import { API, PROBLEM } from '@strideboard/wire';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.ts';
import { bearerText } from './bearer.ts';
import type { HttpContext } from './context.ts';
import { sendProblem } from './problems.ts';
import { isSameText } from './same-text.ts';

/** `GET /metrics` on the main port; not found when no token is set. */
export function addMetricsRoutes(app: FastifyInstance, { config, metrics }: HttpContext): void {
  app.get(
    API.metrics,
    { schema: { summary: 'Figures for Prometheus', produces: ['text/plain'], security: [{ metrics: [] }] } },
    async (request, reply) => {
      const { metricsToken } = config;
      if (metricsToken === null) return sendProblem(reply, PROBLEM.notFound);
      if (!isSameText(bearerText(request), metricsToken)) {
        return sendProblem(reply, PROBLEM.unauthorized, 'Send the token of STRIDEBOARD_METRICS_TOKEN as bearer.');
      }
      const { type, text } = await metrics.render();
      return reply.type(type).send(text);
    },
  );
}

/** A server of its own that knows nothing but the metrics. */
export type MetricsDoor = {
  /** Rejects with the system's error. */
  listen(host: string, port: number): Promise<void>;
  dispose(): Promise<void>;
};

/** Creates the door; it does not listen yet. */
export function createMetricsDoor(metrics: Metrics): MetricsDoor {
  const server: Server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== API.metrics) {
      response.writeHead(404).end();
      return;
    }
    metrics.render().then(
      ({ type, text }) => response.writeHead(200, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return {
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => resolve());
      }),
    dispose: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve()); // also when it never listened
      }),
  };
}

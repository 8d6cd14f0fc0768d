// The built web app: one page for the start and for every board, assets with hashed names for a year, everything else checked each time.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Serves the web app of a folder; without a built app the pages say how to get one. */
export async function addWebRoutes(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    const text = 'The web app is not built. Run "npm run build", or open the address of the development server.\n';
    for (const path of ['/', '/r/:roomId'])
      app.get(path, (_request, reply) => reply.code(503).type('text/plain').send(text));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(response, path) {
      const isHashed = path.startsWith(join(folder, 'assets'));
      response.setHeader('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  for (const path of ['/', '/r/:roomId']) app.get(path, (_request, reply) => reply.sendFile('index.html'));
}

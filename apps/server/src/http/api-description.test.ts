import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { API, type CreatedLink, HEADER, type VersionSummary } from '@strideboard/wire';
import Fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ANSWERS, SHAPES } from '../testing/answer-shapes.ts';
import { createRouteList } from '../testing/describe-api.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const METRICS = 'a-metrics-token-that-is-long-enough-for-it';
const FILE = fileURLToPath(new URL('../../../../docs/api/openapi.json', import.meta.url));
const list = createRouteList();
const all: string[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
    env: { STRIDEBOARD_METRICS_TOKEN: METRICS },
    describe: (app) => {
      app.addHook('onRoute', (route) => {
        list.onRoute(route);
        for (const method of [route.method].flat()) if (method !== 'HEAD') all.push(`${method} ${route.url}`);
      });
      return Promise.resolve();
    },
  });
});
afterAll(() => server.dispose());

describe('the description of the API', () => {
  it('is what the routes say about themselves (write it anew with STRIDEBOARD_WRITE_DOCS=1)', () => {
    const text = `${JSON.stringify(list.describe(), null, 2)}\n`;
    if (process.env['STRIDEBOARD_WRITE_DOCS'] === '1') writeFileSync(FILE, text);
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(text));
  });

  it('leaves out no route but the pages of the web app', () => {
    const described = new Set(list.routes.map(({ method, url }) => `${method.toUpperCase()} ${url}`));
    expect(all.filter((route) => !described.has(route))).toEqual(['GET /', 'GET /r/:roomId']);
  });

  it('is what a server really answers: every route once, every field of every answer', async () => {
    const { roomId, owner } = await server.roomWith();
    const open = async () => (await server.session(owner)).token;
    const token = await open();
    const update = Uint8Array.of(0, 0);
    const played = new Map<string, { readonly status: number; readonly body: unknown }>();
    const play = async (route: string, path: string, init: Parameters<TestServer['request']>[1] = {}) => {
      const [method = ''] = route.split(' ');
      const reply = await server.request(path, { token, ...init, method: method.toUpperCase() });
      const isJson = (reply.headers.get('content-type') ?? '').includes('application/json');
      played.set(route, { status: reply.status, body: isJson ? await reply.json() : null });
      return played.get(route)?.body as never; // whatever the test reads from it is checked below
    };
    const somebody = 'A'.repeat(16);
    await play('get /api/config', API.config);
    await play('post /api/rooms', API.rooms);
    await play('post /api/session', API.session, { body: owner });
    await play('patch /api/rooms/:id', API.room(roomId), { body: { quota: 1_000_000 } });
    await play('get /api/rooms/:id/links', API.links(roomId));
    const link: CreatedLink = await play('post /api/rooms/:id/links', API.links(roomId), { body: { role: 'edit' } });
    await play('delete /api/rooms/:id/links/:linkId', API.link(roomId, link.linkId));
    await play('post /api/rooms/:id/updates', API.updates(roomId), { body: nodeUpdate() });
    await play('post /api/rooms/:id/import', API.importUpdate(roomId), { body: update });
    await play('get /api/rooms/:id/authors', API.authors(roomId));
    await play('get /api/rooms/:id/participants', API.participants(roomId));
    await play('delete /api/rooms/:id/participants/:principal', API.participant(roomId, somebody));
    await play('put /api/rooms/:id/participants/:principal', API.participant(roomId, somebody));
    const version: VersionSummary = await play('post /api/rooms/:id/versions', API.versions(roomId), {
      body: { label: 'first' },
    });
    await play('get /api/rooms/:id/versions', API.versions(roomId));
    await play('get /api/rooms/:id/versions/:versionId', API.version(roomId, version.versionId));
    await play('get /api/rooms/:id/export', API.exportUpdate(roomId));
    await play('put /api/rooms/:id/epoch', API.epoch(roomId), { body: nodeUpdate(), headers: { [HEADER.seq]: '1' } });
    await play('post /api/rooms/:id/versions/:versionId/restore', API.restoreVersion(roomId, version.versionId), {
      token: await open(),
    });
    await play('delete /api/rooms/:id', API.room(roomId), { token: await open() });
    await play('get /healthz', API.health);
    await play('get /readyz', API.ready);
    await play('get /metrics', API.metrics, { token: METRICS });

    expect([...played.keys()].sort()).toEqual(Object.keys(ANSWERS).sort());
    const fits = createShapeCheck();
    for (const [route, { status, body }] of played) {
      const promised = ANSWERS[route];
      expect([route, status], JSON.stringify(body)).toEqual([route, promised?.status]);
      expect([route, await fits(promised?.body, body)]).toEqual([route, 'fits']);
    }
    await fits.end();
  });

  it.each([
    ['a room id that is too long', `/api/rooms/${'x'.repeat(65)}/authors`, {}],
    ['a link label that is no text', '/api/session', { method: 'POST', body: { roomId: 1, linkId: 2, secret: 3 } }],
  ])('is what requests are checked by: %s is a problem with a sentence', async (_, path, init) => {
    const answer = await server.request(path, init);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await answer.json()).toMatchObject({ code: 'invalid-request', detail: expect.any(String) as string });
  });
});

/** One element, as a whole update. */
function nodeUpdate(): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap('nodes').set('a', 1);
  return Y.encodeStateAsUpdate(doc);
}

/** Checks bodies by the validator that checks requests: a route for each shape takes a body of that shape and no other. */
function createShapeCheck() {
  const app = Fastify({ ajv: { customOptions: { coerceTypes: false, removeAdditional: false } } });
  // Each shape is a schema of its own there.
  const shapes = JSON.stringify(SHAPES).replace(/#\/components\/schemas\/(\w+)/g, '$1#');
  for (const [$id, shape] of Object.entries(JSON.parse(shapes) as typeof SHAPES)) app.addSchema({ $id, ...shape });
  for (const name of Object.keys(SHAPES)) {
    const schema = { body: { $ref: `${name}#` } };
    app.post(`/${name}`, { schema }, () => 'fits');
  }
  const check = async (name: string | undefined, body: unknown): Promise<string> => {
    if (name === undefined) return body === null ? 'fits' : 'a body that is not described';
    const payload = JSON.stringify(body);
    const headers = { 'content-type': 'application/json' };
    return (await app.inject({ method: 'POST', url: `/${name}`, headers, payload })).body;
  };
  return Object.assign(check, { end: () => app.close() });
}

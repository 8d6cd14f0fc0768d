import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRouteList } from '../testing/describe-api.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

const FILE = fileURLToPath(new URL('../../../../docs/api/openapi.json', import.meta.url));
const list = createRouteList();
const all: string[] = [];
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({
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

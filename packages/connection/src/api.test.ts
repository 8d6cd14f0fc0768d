import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from './api.ts';

interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

async function serve(status: number, body: unknown) {
  const seen: Seen[] = [];
  const http = createServer((request, response) => {
    const { method, url, headers } = request;
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    request.on('end', () => {
      seen.push({ method, url, authorization: headers.authorization, body: text === '' ? null : JSON.parse(text) });
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  ending.push(() => {
    http.closeAllConnections();
    http.close();
  });
  const { port } = http.address() as AddressInfo; // listening on TCP
  return { api: createApi({ base: `http://127.0.0.1:${port}/` }), seen };
}

const link = { linkId: 'l', secret: 's', role: 'edit', url: 'http://h/r/x#l.s', label: null, expiresAt: null };

describe('the API', () => {
  it('asks for the configuration', async () => {
    const config = { publicUrl: null, localOnly: true, addresses: ['http://127.0.0.1:4747'], openCreate: true };
    const { api, seen } = await serve(200, config);
    expect(await api.config()).toEqual({ ok: true, value: config });
    expect(seen).toEqual([{ method: 'GET', url: '/api/config', authorization: undefined, body: null }]);
  });

  it('creates a room, as the operator where that is needed', async () => {
    const { api, seen } = await serve(201, { roomId: 'room', link });
    expect(await api.createRoom()).toEqual({ ok: true, value: { roomId: 'room', link } });
    await api.createRoom({ operatorToken: 'op' });
    expect(seen).toEqual([
      { method: 'POST', url: '/api/rooms', authorization: undefined, body: {} },
      { method: 'POST', url: '/api/rooms', authorization: 'Bearer op', body: {} },
    ]);
  });

  it('gives the code of the server, and whether trying again makes sense', async () => {
    const problem = { type: 'about:blank', title: 'x', detail: 'Ask for a new link.' };
    const refused = await serve(403, { ...problem, status: 403, code: 'link-refused' });
    expect(await refused.api.exchange({ roomId: 'r', linkId: 'l', secret: 's' })).toEqual({
      ok: false,
      problem: { code: 'link-refused', status: 403, retryable: false, detail: 'Ask for a new link.' },
    });
    const busy = await serve(503, { ...problem, status: 503, code: 'store-unavailable' });
    expect(await busy.api.createRoom()).toMatchObject({
      ok: false,
      problem: { code: 'store-unavailable', retryable: true },
    });
  });

  it.each([
    [200, '<html>', 'unexpected-reply', false],
    [200, {}, 'unexpected-reply', false],
    [200, { token: 'x' }, 'unexpected-reply', false],
    [404, '<html>', 'unexpected-reply', false],
    [429, '', 'too-many-requests', true],
    [502, '<html>', 'server-unreachable', true],
  ])('turns status %i with %j into %s', async (status, body, code, retryable) => {
    const { api } = await serve(status, body);
    const result = await api.exchange({ roomId: 'r', linkId: 'l', secret: 's' });
    expect(result).toEqual({ ok: false, problem: { code, status, retryable } });
  });

  it('says unreachable when nobody listens, when no answer comes, and when the asker gives up', async () => {
    const unreachable = { ok: false, problem: { code: 'server-unreachable', status: 0, retryable: true } };
    expect(await createApi({ base: 'http://127.0.0.1:9' }).config()).toEqual(unreachable);
    const never: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
        if (init?.signal?.aborted) reject(new Error('aborted'));
      });
    const slow = createApi({
      base: 'http://h',
      fetch: never,
      timeoutMs: 5,
    });
    expect(await slow.config()).toEqual(unreachable);
    const patient = createApi({ base: 'http://h', fetch: never });
    const request = { roomId: 'r', linkId: 'l', secret: 's' };
    expect(await patient.exchange(request, AbortSignal.abort())).toEqual(unreachable);
  });
});

import { describe, expect, it } from 'vitest';
import { createBoardApi } from './board-api.ts';
import type { Fetch } from './http-call.ts';

interface Seen {
  readonly what: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

function ask(status: number, body: unknown, token = 'abc') {
  const seen: Seen[] = [];
  const fetch: Fetch = (input, init) => {
    const { authorization } = init?.headers as Record<string, string>; // ours are plain objects
    const text = init?.body as string | undefined; // and JSON
    seen.push({ what: `${init?.method} ${input}`, authorization, body: text === undefined ? null : JSON.parse(text) });
    const sent = status === 204 ? null : body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
    return Promise.resolve(new Response(sent, { status }));
  };
  const api = createBoardApi({
    base: 'http://h/',
    roomId: 'room',
    fetch,
    token: () =>
      Promise.resolve(
        token === ''
          ? { ok: false, problem: { code: 'link-refused', status: 403, retryable: false } }
          : { ok: true, value: token },
      ),
  });
  return { api, seen };
}

const link = { linkId: 'l', secret: 's', role: 'edit', url: 'http://h/r/x#l.s', label: null, expiresAt: null };
const summary = {
  linkId: 'l',
  role: 'view',
  label: 'x',
  createdAt: 1,
  expiresAt: null,
  revokedAt: null,
  createdBy: 'p',
};
const version = { versionId: 'v', epoch: 1, at: 2, kind: 'named', label: 'x', author: 'p', bytes: 3 };
const person = { principal: 'p', role: 'edit', lastWroteAt: 1, removedAt: null };

describe('the API of one board', () => {
  it('lists, creates and revokes links with the session token', async () => {
    const list = ask(200, { links: [summary] });
    expect(await list.api.links()).toEqual({ ok: true, value: [summary] });
    expect(list.seen).toEqual([{ what: 'GET http://h/api/rooms/room/links', authorization: 'Bearer abc', body: null }]);
    const create = ask(201, link);
    expect(await create.api.createLink({ role: 'edit', label: 'x', expiresAt: 9 })).toEqual({ ok: true, value: link });
    expect(create.seen[0]?.body).toEqual({ role: 'edit', label: 'x', expiresAt: 9 });
    const revoke = ask(204, null);
    expect(await revoke.api.revokeLink('l')).toEqual({ ok: true, value: null });
    expect(revoke.seen[0]?.what).toBe('DELETE http://h/api/rooms/room/links/l');
  });

  it('reads people and versions, and says what was refused in the code of the server', async () => {
    expect(await ask(200, { participants: [person] }).api.participants()).toEqual({ ok: true, value: [person] });
    expect(await ask(200, { versions: [version] }).api.versions()).toEqual({ ok: true, value: [version] });
    expect(await ask(201, version).api.createVersion({ label: 'x' })).toEqual({ ok: true, value: version });
    const author = { client: 7, principal: 'p', claimed: true, firstAt: 1, lastAt: 2 };
    expect(await ask(200, { authors: [author] }).api.authors()).toEqual({ ok: true, value: [author] });
    const change = { epoch: 2, seq: 1, before: { ...version, kind: 'before-restore' } };
    expect(await ask(200, change).api.restoreVersion('v')).toEqual({ ok: true, value: change });
    const gone = {
      type: 'about:blank',
      title: 'x',
      status: 404,
      code: 'not-found',
      detail: 'The board has no such version.',
    };
    for (const call of ['restoreVersion', 'versionBytes'] as const) {
      expect(await ask(404, gone).api[call]('v')).toMatchObject({
        ok: false,
        problem: { code: 'not-found', status: 404 },
      });
    }
    const bytes = await ask(200, Uint8Array.of(1, 2)).api.versionBytes('v');
    expect(bytes.ok && [...bytes.value]).toEqual([1, 2]);
  });

  it.each([
    ['versions', { versions: [{ ...version, kind: 'odd' }] }],
    ['participants', { participants: [{ ...person, role: 'owner' }] }],
    ['links', { links: [{ ...summary, createdAt: 'now' }] }],
  ] as const)('does not take %s of another shape', async (call, body) => {
    expect(await ask(200, body).api[call]()).toMatchObject({ ok: false, problem: { code: 'unexpected-reply' } });
  });

  it('asks nothing without a session', async () => {
    const { api, seen } = ask(200, {}, '');
    for (const call of [() => api.deleteBoard(), () => api.versionBytes('v'), () => api.setLocked(true)]) {
      expect(await call()).toMatchObject({ ok: false, problem: { code: 'link-refused' } });
    }
    expect(seen).toEqual([]);
  });
});

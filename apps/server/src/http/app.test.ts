import { API, type CreatedRoom, type LinkList, parseBoardLink, ROLES } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer } from '../testing/peer.ts';
import { readJson, readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(async () => {
  await server.dispose();
});

/** Starts a second server for one test. */
async function withServer(
  options: Parameters<typeof startTestServer>[0],
  use: (other: TestServer) => Promise<void>,
): Promise<void> {
  const other = await startTestServer(options);
  try {
    await use(other);
  } finally {
    await other.dispose();
  }
}
const problem = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const body = await readProblem(response);
  expect(body.detail).toMatch(/\.$/);
  return [response.status, body.code];
};

describe('creating a board', () => {
  it('gives a facilitator link whose address can be read back and exchanged', async () => {
    const response = await server.request(API.rooms, { method: 'POST' });
    expect(response.status).toBe(201);
    const { roomId, link } = await readJson<CreatedRoom>(response);
    expect(link.url.startsWith(`${server.url}/r/${roomId}#`)).toBe(true);
    const parsed = parseBoardLink(link.url);
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(await server.session(parsed.link)).toMatchObject({ role: 'facilitate', epoch: 1 });
  });

  it('builds links with the public address when there is one', async () => {
    await withServer({ env: { STRIDEBOARD_PUBLIC_URL: 'https://board.example' } }, async (other) => {
      const { link } = await readJson<CreatedRoom>(await other.request(API.rooms, { method: 'POST' }));
      expect(link.url).toMatch(/^https:\/\/board\.example\/r\//);
      expect(await (await other.request(API.config)).json()).toMatchObject({
        publicUrl: 'https://board.example',
        localOnly: false,
      });
    });
  });

  it('can be kept for the operator', async () => {
    const env = { STRIDEBOARD_OPEN_CREATE: '0', STRIDEBOARD_OPERATOR_TOKEN: 'the operator' };
    await withServer({ env }, async (other) => {
      expect(await problem(await other.request(API.rooms, { method: 'POST' }))).toEqual([403, 'operator-only']);
      expect(await problem(await other.request(API.rooms, { method: 'POST', token: 'guess' }))).toEqual([
        403,
        'operator-only',
      ]);
      const headers = { authorization: 'Bearer the operator' };
      expect((await other.request(API.rooms, { method: 'POST', headers })).status).toBe(403); // a token has no blanks
    });
    await withServer({ env: { ...env, STRIDEBOARD_OPERATOR_TOKEN: 'operator' } }, async (other) => {
      expect((await other.request(API.rooms, { method: 'POST', token: 'operator' })).status).toBe(201);
    });
  });

  it('and exchanging are limited per address', async () => {
    await withServer({ limits: { roomsPerHour: 1, sessionsPerMinute: 1 } }, async (other) => {
      const link = await other.createRoom();
      expect(await problem(await other.request(API.rooms, { method: 'POST' }))).toEqual([429, 'too-many-requests']);
      await other.session(link);
      expect(await problem(await other.request(API.session, { method: 'POST', body: link }))).toEqual([
        429,
        'too-many-requests',
      ]);
    });
  });
});

describe('exchanging a link', () => {
  it('answers a wrong link, a wrong secret, another room and a revoked link exactly alike', async () => {
    const link = await server.createRoom();
    const other = await server.createRoom();
    const revoked = await server.addLink(link, { role: 'view' });
    const { token } = await server.session(link);
    await server.request(API.link(link.roomId, revoked.linkId), { method: 'DELETE', token });
    const expired = await server.addLink(link, { role: 'view', expiresAt: 1 });
    const answers = new Set<string>();
    for (const body of [
      { ...link, linkId: 'AAAAAAAAAAA' },
      { ...link, secret: other.secret },
      { ...link, secret: '' },
      { ...link, roomId: other.roomId },
      { ...link, roomId: 'A'.repeat(22) },
      revoked,
      expired,
    ]) {
      const response = await server.request(API.session, { method: 'POST', body });
      answers.add(`${response.status} ${await response.text()}`);
    }
    expect([...answers]).toEqual([expect.stringMatching(/^403 .*link-refused/)]);
  });

  it('keeps the principal for a proof of the same room, and makes a new one otherwise', async () => {
    const link = await server.createRoom();
    const first = await server.session(link);
    expect((await server.session(link, first.principalProof)).principal).toBe(first.principal);
    expect((await server.session(link)).principal).not.toBe(first.principal);
    expect((await server.session(await server.createRoom(), first.principalProof)).principal).not.toBe(first.principal);
    expect((await server.session(link, 'forged')).principal).not.toBe(first.principal);
  });

  it.each([{}, { roomId: 1, linkId: 'x', secret: 'y' }, [], 'x'])(
    'says 400 to a body that is none: %j',
    async (body) => {
      expect(await problem(await server.request(API.session, { method: 'POST', body }))).toEqual([
        400,
        'invalid-request',
      ]);
    },
  );
});

describe('links', () => {
  it('of every role are made by a facilitator, listed without secrets, and give their role', async () => {
    const owner = await server.createRoom();
    for (const role of ROLES) {
      const link = await server.addLink(owner, { role, label: `for ${role}` });
      expect((await server.session(link)).role).toBe(role);
    }
    const { token } = await server.session(owner);
    const response = await server.request(API.links(owner.roomId), { token });
    const text = await response.clone().text();
    const { links } = await readJson<LinkList>(response);
    expect(links.map(({ role, label }) => `${role} ${label}`)).toEqual([
      'facilitate null',
      'view for view',
      'comment for comment',
      'edit for edit',
      'facilitate for facilitate',
    ]);
    expect(text).not.toContain(owner.secret);
    expect(text).not.toContain('mac');
  });

  it('are for facilitators of this board only', async () => {
    const { owner, sessions, roomId } = await server.roomWith('edit');
    const strange = await server.session(await server.createRoom());
    const path = API.links(roomId);
    const body = { role: 'facilitate' };
    expect(await problem(await server.request(path, { method: 'POST', body, token: sessions.edit.token }))).toEqual([
      403,
      'forbidden',
    ]);
    expect(await problem(await server.request(path, { token: sessions.edit.token }))).toEqual([403, 'forbidden']);
    expect(await problem(await server.request(path, { method: 'POST', body, token: strange.token }))).toEqual([
      401,
      'unauthorized',
    ]);
    expect(await problem(await server.request(path, { method: 'POST', body }))).toEqual([401, 'unauthorized']);
    const { token } = await server.session(owner);
    for (const bad of [
      { role: 'admin' },
      {},
      { role: 'view', expiresAt: 'soon' },
      { role: 'view', label: 'x'.repeat(200) },
    ]) {
      expect(await problem(await server.request(path, { method: 'POST', body: bad, token }))).toEqual([
        400,
        'invalid-request',
      ]);
    }
  });

  it('the last facilitator link that lasts cannot be revoked, unknown ones are not found', async () => {
    const owner = await server.createRoom();
    const { token } = await server.session(owner);
    const revoke = (linkId: string) => server.request(API.link(owner.roomId, linkId), { method: 'DELETE', token });
    await server.addLink(owner, { role: 'facilitate', expiresAt: Date.now() + 60_000 });
    expect(await problem(await revoke(owner.linkId))).toEqual([409, 'last-facilitate-link']);
    expect(await problem(await revoke('AAAAAAAAAAA'))).toEqual([404, 'not-found']);
    await server.addLink(owner, { role: 'facilitate' });
    expect((await revoke(owner.linkId)).status).toBe(204);
    expect(await problem(await revoke(owner.linkId))).toEqual([401, 'unauthorized']);
  });
});

describe('export', () => {
  it('gives the durable state to any session of the board', async () => {
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const peer = connectPeer(server, { roomId, token: sessions.edit.token });
    await peer.synced;
    await peer.edit((doc) => doc.getMap('meta').set('title', 'Pod launch'));
    const response = await server.request(API.exportUpdate(roomId), { token: sessions.view.token });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()));
    expect(doc.getMap('meta').get('title')).toBe('Pod launch');
    expect((await server.request(API.exportUpdate(roomId))).status).toBe(401);
    await peer.close();
  });
});

describe('every answer', () => {
  it('carries the policy of the scheme it was asked by, and asks for TLS only behind TLS', async () => {
    const local = await server.request(API.config);
    const policy = local.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ${server.url.replace('http', 'ws')};`);
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types strideboard");
    expect(policy).not.toContain('upgrade-insecure-requests');
    expect(local.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(local.headers.get('strict-transport-security')).toBeNull();
    expect(local.headers.get('cache-control')).toBe('no-store');
    await withServer(
      { env: { STRIDEBOARD_TRUST_PROXY: '127.0.0.1', STRIDEBOARD_PUBLIC_URL: 'https://b.example' } },
      async (other) => {
        const tls = await other.request(API.config, { headers: { 'x-forwarded-proto': 'https' } });
        expect(tls.headers.get('content-security-policy')).toContain('wss://b.example');
        expect(tls.headers.get('strict-transport-security')).toBe('max-age=31536000');
      },
    );
  });

  it('to something unknown is a problem with a code', async () => {
    expect(await problem(await server.request('/api/nothing'))).toEqual([404, 'not-found']);
    expect(await problem(await server.request('/nothing', { method: 'PUT' }))).toEqual([404, 'not-found']);
  });

  it('to a writing request of a foreign page is a refusal', async () => {
    const headers = { origin: 'http://evil.example' };
    expect(await problem(await server.request(API.rooms, { method: 'POST', headers }))).toEqual([
      403,
      'foreign-origin',
    ]);
    expect((await server.request(API.rooms, { method: 'POST', headers: { origin: server.url } })).status).toBe(201);
  });

  it('about itself says how to reach the server and that it is ready', async () => {
    expect(await (await server.request(API.config)).json()).toEqual({
      publicUrl: null,
      localOnly: true,
      addresses: [server.url],
      openCreate: true,
    });
    expect((await server.request('/readyz')).status).toBe(200);
  });
});

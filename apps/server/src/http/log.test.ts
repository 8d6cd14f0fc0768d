// The log of a full run: every secret that the run made is looked for in everything that was logged, down to the last level.

import {
  API,
  CLOSE,
  type CreatedLink,
  formatBoardLink,
  HEADER,
  syncPath,
  type VersionSummary,
} from '@strideboard/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer } from '../testing/peer.ts';
import { readJson, startTestServer, type TestServer } from '../testing/test-server.ts';

const OPERATOR = 'operator-token-that-nobody-may-see';
const METRICS = 'metrics-token-that-nobody-may-see-at-all';
let server: TestServer;
const secrets = new Map<string, string>();
const keep = (name: string, secret: string): string => {
  secrets.set(name, secret);
  return secret;
};

beforeAll(async () => {
  server = await startTestServer({
    env: {
      STRIDEBOARD_OPERATOR_TOKEN: keep('operator token', OPERATOR),
      STRIDEBOARD_METRICS_TOKEN: keep('metrics token', METRICS),
      STRIDEBOARD_QUERY_TOKEN: '1',
      STRIDEBOARD_LOG: 'debug',
    },
    timing: { unloadAfter: 20 },
  });
  const owner = await server.createRoom();
  const { roomId } = owner;
  keep('board', roomId);
  keep('secret of the first link', owner.secret);
  const boss = await server.session(owner);
  const { token } = boss;
  keep('token', token);
  keep('proof', boss.principalProof);
  const send = (path: string, method: string, body?: unknown, headers?: Record<string, string>) =>
    server.request(path, {
      method,
      token,
      ...(body === undefined ? {} : { body }),
      ...(headers === undefined ? {} : { headers }),
    });

  const made = await readJson<CreatedLink>(
    await send(API.links(roomId), 'POST', {
      role: 'view',
      label: keep('label of a link', 'For the auditors of Contoso'),
    }),
  );
  const link = { roomId, linkId: made.linkId, secret: keep('secret of a link', made.secret) };
  keep('address of a link', formatBoardLink(link));
  const guest = await server.session(link);
  keep('token of a guest', guest.token);

  const peer = connectPeer(server, { roomId, token });
  await peer.synced;
  peer.sendPresence([
    { clock: 1, state: { user: { name: keep('name', 'Ada Lovelace-Byron') }, cursor: [123_456, 1] } },
  ]);
  await peer.edit((doc) => doc.getMap('nodes').set('n1', keep('content', 'Payment vault of the central bank')));
  const viewer = connectPeer(server, { roomId, path: `${syncPath(roomId)}?t=${guest.token}` });
  await viewer.synced;
  await expect(
    viewer.edit((doc) => doc.getMap('nodes').set('n2', keep('refused content', 'Trojan horse'))),
  ).rejects.toThrow();
  expect((await viewer.closed).code).toBe(CLOSE.forbidden);
  await connectPeer(server, { roomId, token: `${token}x` }).closed;
  await connectPeer(server, { roomId, token, origin: 'https://evil.example' }).closed;
  await server.request(API.session, {
    method: 'POST',
    body: { ...link, secret: keep('wrong secret', 'w'.repeat(43)) },
  });
  await server.request(API.rooms, { method: 'POST', token: OPERATOR });
  await server.request(API.metrics, { token: METRICS });

  const version = await readJson<VersionSummary>(
    await send(API.versions(roomId), 'POST', { label: keep('label of a version', 'Before the big review') }),
  );
  const file = new Y.Doc();
  file.getMap('nodes').set('n3', keep('imported content', 'Key ceremony room'));
  await send(API.importUpdate(roomId), 'POST', Y.encodeStateAsUpdate(file));
  await send(
    API.importUpdate(roomId),
    'POST',
    new TextEncoder().encode(keep('what is no update', 'not an update at all')),
  );
  await send(API.updates(roomId), 'POST', Y.encodeStateAsUpdate(file));
  await send(API.epoch(roomId), 'PUT', Y.encodeStateAsUpdate(file), { [HEADER.seq]: '0' });
  await send(API.room(roomId), 'PATCH', { locked: true, quota: 2_000_000 });
  await send(API.participant(roomId, guest.principal), 'DELETE');
  await send(API.link(roomId, made.linkId), 'DELETE');
  await send(API.links(roomId), 'POST', { role: 'king', label: 7 });
  await send(API.restoreVersion(roomId, version.versionId), 'POST');
  expect((await peer.closed).code).toBe(CLOSE.epochChanged);
  await send(API.room(roomId), 'DELETE');
  await server.request(`/nothing?secret=${keep('query', 'a-secret-in-a-query')}`);
  await server.dispose();
});
afterAll(() => server.dispose());

describe('the log of a full run', () => {
  it('says what happened: joins, refusals with their codes, and boards under another name', () => {
    for (const word of ['joined', 'left', 'refused', 'socket refused', '"code":4403', '"principal"', '"room"']) {
      expect(server.log()).toContain(word);
    }
  });

  it('holds none of the secrets, names and content of the run', () => {
    expect(secrets.size).toBeGreaterThan(15);
    expect([...secrets].filter(([, secret]) => server.log().includes(secret)).map(([name]) => name)).toEqual([]);
  });
});

import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { API, CLOSE, CLOSE_REASON } from '@strideboard/wire';
import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

/** Waits for a state; only a wrong state needs the whole time. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 10_000, interval: 10 });

let server: TestServer;
let peers: Peer[];
let time: number;
beforeEach(async () => {
  time = Date.now();
  server = await startTestServer({ now: () => time });
  peers = [];
});
afterEach(async () => {
  for (const peer of peers) peer.socket.terminate();
  await server.dispose();
});
const open = (options: Parameters<typeof connectPeer>[1], at = server): Peer => {
  const peer = connectPeer(at, options);
  peers.push(peer);
  return peer;
};

describe('the door of the socket', () => {
  it('lets a valid token in and selects the protocol without echoing the token', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = open({ roomId, token: sessions.edit.token });
    await peer.synced;
    expect(peer.socket.protocol).toBe('strideboard.v1');
  });

  it('closes with 4401 for a missing, forged, expired or other room token', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const other = await server.createRoom();
    const { token } = sessions.edit;
    const close = (options: { roomId: string; token?: string }) => open(options).closed;
    expect(await close({ roomId })).toEqual({ code: 4401, reason: CLOSE_REASON.tokenMissing });
    expect(await close({ roomId, token: `x${token}` })).toEqual({ code: 4401, reason: CLOSE_REASON.tokenInvalid });
    expect(await close({ roomId: other.roomId, token })).toEqual({ code: 4401, reason: CLOSE_REASON.tokenOtherRoom });
    time += 10 * 60_000;
    expect(await close({ roomId, token })).toEqual({ code: 4401, reason: CLOSE_REASON.tokenExpired });
  });

  it('tells an unknown room like a wrong token, without creating it', async () => {
    const { sessions } = await server.roomWith('edit');
    const unknown = 'A'.repeat(22);
    expect((await open({ roomId: unknown, token: sessions.edit.token }).closed).code).toBe(CLOSE.unauthorized);
    const body = { roomId: unknown, linkId: 'x', secret: 'y' };
    expect((await server.request(API.session, { method: 'POST', body })).status).toBe(403);
  });

  it('refuses with HTTP what no honest client does', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const { token } = sessions.edit;
    const reason = async (options: Partial<Parameters<typeof connectPeer>[1]>) =>
      (await open({ roomId, token, ...options }).closed).reason;
    expect(await reason({ path: '/sync/short' })).toBe('http 404');
    expect(await reason({ path: '/' })).toBe('http 404');
    expect(await reason({ path: '//' })).toBe('http 404');
    expect(await reason({ origin: 'http://evil.example' })).toBe('http 403');
    expect(await reason({ origin: 'null' })).toBe('http 403');
    expect(await reason({ origin: null })).toBe('http 403');
    expect(await reason({ origin: 'http://evil.example', host: 'evil.example' })).toBe('http 403');
  });

  it('lets in a page that was served from the same address of the local network', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const lan = { origin: 'http://192.168.1.7:4747', host: '192.168.1.7:4747' };
    await open({ roomId, token: sessions.edit.token, ...lan }).synced;
  });

  it('refuses a flood of connections of one address', async () => {
    const narrow = await startTestServer({ limits: { connectPerSecond: 1, connectBurst: 2 }, now: () => time });
    const { roomId, sessions } = await narrow.roomWith('view');
    const join = () => open({ roomId, token: sessions.view.token }, narrow);
    await Promise.all([join().synced, join().synced]);
    expect((await join().closed).reason).toBe('http 429');
    await narrow.dispose();
  });
});

describe('links on live sockets', () => {
  it('a revoked link closes its sockets with 4403 and lets nobody in again', async () => {
    const owner = await server.createRoom();
    const guest = await server.addLink(owner, { role: 'edit' });
    const { token } = await server.session(guest);
    const peer = open({ roomId: owner.roomId, token });
    await peer.synced;
    const { token: ownerToken } = await server.session(owner);
    const staying = open({ roomId: owner.roomId, token: ownerToken });
    await staying.synced;
    const path = API.link(owner.roomId, guest.linkId);
    expect((await server.request(path, { method: 'DELETE', token: ownerToken })).status).toBe(204);
    const revoked = { code: CLOSE.forbidden, reason: CLOSE_REASON.linkRevoked };
    expect(await peer.closed).toEqual(revoked);
    expect(await open({ roomId: owner.roomId, token }).closed).toEqual(revoked);
    await expect(server.session(guest)).rejects.toThrow('403');
    await staying.edit((doc) => doc.getMap('meta').set('title', 'still here'));
  });

  it('an expired link closes its sockets', async () => {
    const owner = await server.createRoom();
    const guest = await server.addLink(owner, { role: 'view', expiresAt: time + 5_000 });
    const peer = open({ roomId: owner.roomId, token: (await server.session(guest)).token });
    await peer.synced;
    time += 5_000;
    expect(await peer.closed).toEqual({ code: CLOSE.forbidden, reason: CLOSE_REASON.linkExpired });
  });
});

describe('malformed frames', () => {
  const huge = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 2);
    encoding.writeVarUint(encoder, 1_000_000);
  });
  it.each([
    ['nothing', []],
    ['an unknown type', [9]],
    ['an unknown step', [0, 7, 0]],
    ['a length that lies', [...huge]],
    ['a broken state vector', [0, 0, 2, 200, 200]],
    ['a broken update', [0, 2, 3, 255, 255, 255]],
    ['bytes left over', [0, 2, 2, 0, 0, 7]],
    ['bytes left over in an update', [0, 2, 3, 0, 0, 0]],
    ['a query with more', [3, 1]],
    ['presence that is none', [1, 2, 5, 5]],
    ['a denial', [2, 0, 1, 65]],
  ])('%s closes with 4400 and harms nobody', async (_name, bytes) => {
    const { roomId, sessions } = await server.roomWith('edit', 'facilitate');
    const bad = open({ roomId, token: sessions.edit.token });
    const good = open({ roomId, token: sessions.facilitate.token });
    await Promise.all([bad.synced, good.synced]);
    bad.send(...bytes);
    expect((await bad.closed).code).toBe(CLOSE.malformed);
    await good.edit((doc) => doc.getMap('meta').set('title', 'fine'));
  });

  it('a text message closes with 4400', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const bad = open({ roomId, token: sessions.edit.token });
    await bad.synced;
    bad.socket.send('hello');
    expect(await bad.closed).toEqual({ code: CLOSE.malformed, reason: CLOSE_REASON.textMessage });
  });

  it('reserved bits, a huge announced frame and half a handshake leave the process alive', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const raw = (bytes: number[]) =>
      new Promise<void>((resolve) => {
        const { port } = new URL(server.url);
        const upgrade = httpRequest({
          port,
          path: `/sync/${roomId}`,
          headers: {
            connection: 'Upgrade',
            upgrade: 'websocket',
            origin: server.url,
            host: new URL(server.url).host,
            'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
            'sec-websocket-version': '13',
            'sec-websocket-protocol': `strideboard.v1, sbt.${sessions.edit.token}`,
          },
        });
        upgrade.on('upgrade', (_response, stream) => {
          stream.on('error', () => undefined);
          stream.on('close', resolve);
          stream.resume();
          stream.write(Uint8Array.from(bytes));
        });
        upgrade.end();
      });
    await raw([0xf2, 0x80, 0, 0, 0, 0]);
    await raw([0x82, 0xff, 0, 0, 0, 0, 0x0c, 0, 0, 0, 1, 2, 3, 4]);
    const half = connect(Number(new URL(server.url).port), '127.0.0.1');
    half.on('error', () => undefined);
    half.write('GET /sync/x HTTP/1.1\r\nUpgr');
    half.destroy();
    const peer = open({ roomId, token: sessions.edit.token });
    await peer.synced;
  });

  it('an update that depends on nothing known is answered by a resync, too many of them by 4422', async () => {
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = open({ roomId, token: sessions.edit.token });
    await peer.synced;
    const ahead = new Y.Doc();
    ahead.getMap('nodes').set('a', 1);
    const sv = Y.encodeStateVector(ahead);
    ahead.getMap('nodes').set('b', 2);
    for (let count = 0; count < 6; count += 1) peer.sendUpdate(Y.encodeStateAsUpdate(ahead, sv));
    expect(await peer.closed).toEqual({ code: CLOSE.refused, reason: CLOSE_REASON.tooManyResyncs });
    expect(peer.frames.filter((frame) => frame[0] === 0 && frame[1] === 0).length).toBe(1 + 5);
  });
});

describe('silence', () => {
  it('is broken by an empty presence message', async () => {
    const { roomId, sessions } = await server.roomWith('view');
    const peer = open({ roomId, token: sessions.view.token });
    await peer.synced;
    const before = peer.frames.length;
    time += 20_000;
    await eventually(() => peer.frames.slice(before).map((frame) => [...frame])).toContainEqual([1, 1, 0]);
  });

  it('of a dead network is noticed: after two pings without an answer the socket is ended', async () => {
    const { roomId, sessions } = await server.roomWith('view');
    const dead = open({ roomId, token: sessions.view.token, autoPong: false });
    let pings = 0;
    dead.socket.on('ping', () => {
      pings += 1;
    });
    await dead.synced;
    for (const count of [1, 2]) {
      time += 15_000;
      await eventually(() => pings).toBe(count);
    }
    time += 15_000;
    expect((await dead.closed).code).toBe(1006);
  });
});

describe('the log', () => {
  it('holds no secret, no token and no room id', async () => {
    const { roomId, owner, sessions } = await server.roomWith('edit', 'view');
    const editor = open({ roomId, token: sessions.edit.token });
    await editor.synced;
    await editor.edit((doc) => doc.getMap('meta').set('title', 'Secret plan'));
    const viewer = open({ roomId, token: sessions.view.token });
    await viewer.synced;
    viewer.sendUpdate(Y.encodeStateAsUpdate(Object.assign(new Y.Doc(), { x: 1 })));
    await expect(viewer.edit((doc) => doc.getMap('nodes').set('x', 1))).rejects.toThrow();
    await viewer.closed;
    await open({ roomId }).closed;
    await eventually(() => server.log()).toContain('refused');
    for (const secret of [roomId, owner.secret, sessions.edit.token, sessions.view.principalProof, 'Secret plan']) {
      expect(server.log()).not.toContain(secret);
    }
  });
});

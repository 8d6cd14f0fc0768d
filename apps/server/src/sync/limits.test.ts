import { API, CLOSE, CLOSE_REASON, MESSAGE } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import * as Y from 'yjs';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readProblem, startTestServer, type TestServer } from '../testing/test-server.ts';

let cleanups: (() => unknown)[];
beforeEach(() => {
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});
async function start(options: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(options);
  cleanups.push(() => server.dispose());
  return server;
}
function knock(server: TestServer, roomId: string, token: string, doc?: Y.Doc): Peer {
  const peer = connectPeer(server, { roomId, token, ...(doc === undefined ? {} : { doc }) });
  cleanups.push(() => peer.socket.terminate());
  return peer;
}
const addNode = (doc: Y.Doc, id: string): void => {
  doc.getMap('nodes').set(id, new Y.Map([['label', id]]));
};
const tooMany = { code: CLOSE.rateLimited, reason: CLOSE_REASON.tooManyConnections };

describe('one socket', () => {
  it('may send a burst, and is closed with 4529 for more', async () => {
    const server = await start({ limits: { messagesPerSecond: 1, messageBurst: 30 } });
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = knock(server, roomId, sessions.edit.token);
    await peer.synced;
    for (let count = 0; count < 20; count += 1) peer.send(MESSAGE.queryAwareness);
    await peer.edit((doc) => addNode(doc, 'a'));
    for (let count = 0; count < 20; count += 1) peer.send(MESSAGE.queryAwareness);
    expect(await peer.closed).toEqual({ code: CLOSE.rateLimited, reason: CLOSE_REASON.rateLimited });
  });

  it('may send only so many bytes', async () => {
    const server = await start({ limits: { bytesPerSecond: 1_000, byteBurst: 60_000 } });
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = knock(server, roomId, sessions.edit.token);
    await peer.synced;
    const text = 'x'.repeat(25_000);
    await peer.edit((doc) => doc.getMap('meta').set('title', text));
    await peer.edit((doc) => doc.getMap('meta').set('summary', text));
    await expect(peer.edit((doc) => doc.getMap('meta').set('owner', text))).rejects.toThrow('4529');
  });

  it('may show its presence more often than others see it, without being closed', async () => {
    const server = await start({ limits: { awarenessPerSecond: 5, messageBurst: 10, messagesPerSecond: 1 } });
    const { roomId, sessions } = await server.roomWith('edit');
    const peer = knock(server, roomId, sessions.edit.token);
    await peer.synced;
    for (let clock = 1; clock <= 100; clock += 1) peer.sendPresence([{ clock, state: { cursor: [clock, 0] } }]);
    await peer.edit((doc) => addNode(doc, 'a'));
    expect(peer.presence.get(peer.doc.clientID)?.clock ?? 0).toBeLessThanOrEqual(10);
  });

  it('that says nothing after it was let in is closed as if the server had no time for it', async () => {
    const server = await start({ timing: { firstMessage: 60 } });
    const { roomId, sessions } = await server.roomWith('edit');
    const silent = connectPeer(server, { roomId, token: sessions.edit.token });
    silent.socket.removeAllListeners('open');
    silent.socket.removeAllListeners('message');
    expect(await silent.closed).toEqual({ code: CLOSE.overloaded, reason: CLOSE_REASON.noFirstMessage });
    const speaking = knock(server, roomId, sessions.edit.token);
    await speaking.synced;
    await expect.poll(() => server.log().match(/joined/g)?.length).toBe(2);
    await speaking.edit((doc) => addNode(doc, 'a'));
    expect(speaking.socket.readyState).toBe(speaking.socket.OPEN);
  });
});

describe('half a handshake', () => {
  it('is cut off', async () => {
    const server = await start({ timing: { handshake: 200 } });
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    cleanups.push(() => socket.destroy());
    socket.write('GET /sync/x HTTP/1.1\r\nHost: localhost\r\nUpgr');
    const said: string[] = [];
    socket.on('data', (data) => said.push(data.toString()));
    await new Promise<void>((resolve) => socket.once('close', () => resolve()));
    expect(said.join('')).toMatch(/^(HTTP\/1\.1 408|$)/);
  });
});

describe('sockets at the same time', () => {
  it.each([
    ['of a board', { socketsPerRoom: 2 }, tooMany],
    ['of a link', { socketsPerLink: 2 }, tooMany],
    ['of an address', { socketsPerAddress: 2 }, tooMany],
    ['of the server', { sockets: 2 }, { ...tooMany, code: CLOSE.overloaded }],
  ])('%s are limited, and there is room again when one leaves', async (_, limits, refusal) => {
    const server = await start({ limits });
    const { roomId, sessions } = await server.roomWith('edit');
    const { token } = sessions.edit;
    const [one, two] = [knock(server, roomId, token), knock(server, roomId, token)];
    await Promise.all([one.synced, two.synced]);
    expect(await knock(server, roomId, token).closed).toEqual(refusal);
    await one.close();
    await expect
      .poll(async () => {
        const next = knock(server, roomId, token);
        return Promise.race([next.synced.then(() => 'in'), next.closed.then(() => 'out')]);
      })
      .toBe('in');
  });
});

describe('rooms in memory', () => {
  it('are limited: one that nobody is in makes space, one in use does not', async () => {
    const server = await start({ limits: { rooms: 1 } });
    const [first, second] = [await server.roomWith('edit'), await server.roomWith('edit')];
    const here = knock(server, first.roomId, first.sessions.edit.token);
    await here.synced;
    const { token } = second.sessions.edit;
    const late = knock(server, second.roomId, token);
    expect(await late.closed).toEqual({ code: CLOSE.overloaded, reason: CLOSE_REASON.tooManyRooms });
    const answer = await server.request(API.exportUpdate(second.roomId), { token });
    expect(await readProblem(answer)).toMatchObject({ status: 503, code: 'overloaded' });
    await here.close();
    await expect.poll(async () => (await server.request(API.exportUpdate(second.roomId), { token })).status).toBe(200);
  });
});

describe('the quota of a board', () => {
  it('is what its facilitators set, below the operator’s, and acts at once', async () => {
    const server = await start({});
    const { roomId, sessions } = await server.roomWith('facilitate', 'edit');
    const set = (quota: number | null) =>
      server.request(API.room(roomId), { method: 'PATCH', token: sessions.facilitate.token, body: { quota } });
    const peer = knock(server, roomId, sessions.edit.token);
    await peer.synced;
    await peer.edit((doc) => doc.getMap('meta').set('title', 'x'.repeat(1_000)));
    expect(await (await set(2_000)).json()).toEqual({ locked: false, quota: 2_000 });
    await expect(peer.edit((doc) => doc.getMap('meta').set('title', 'x'.repeat(1_500)))).rejects.toThrow('4413');
    expect((await set(64 * 1024 * 1024)).status).toBe(400);
    expect((await set(null)).status).toBe(200);
    const again = knock(server, roomId, sessions.edit.token);
    await again.synced;
    await again.edit((doc) => doc.getMap('meta').set('title', 'x'.repeat(1_500)));
  });
});

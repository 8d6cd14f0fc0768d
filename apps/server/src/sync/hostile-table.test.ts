// The hostile table: one row for each thing a hostile client may try. After each the process lives, the honest neighbours of the same board
// have lost nothing and go on, and the attacker was told the right code.

import { connect } from 'node:net';
import { API, CLOSE, MESSAGE, type Role, SYNC, type Session, type VersionSummary } from '@strideboard/wire';
import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { readJson, startTestServer, type TestServer } from '../testing/test-server.ts';

/** What an attack may use: a board with two honest people in it, and who else may come. */
type Scene = {
  readonly roomId: string;
  /** Sessions of honest people, one for each role. */
  readonly sessions: Readonly<Record<Role, Session>>;
  /** A session of the attacker, through a link of a role. */
  readonly own: (role: Role) => Promise<Session & { readonly linkId: string }>;
  readonly editor: Peer;
  readonly viewer: Peer;
  /** Joins as an attacker with a link of a role. */
  readonly join: (role: Role) => Promise<Peer>;
  readonly knock: (options: Partial<Parameters<typeof connectPeer>[1]>) => Peer;
  readonly request: TestServer['request'];
};
/** Resolves with the code the attacker's socket was closed with, or with what it was answered. */
type Attack = (scene: Scene) => Promise<number | string>;

let server: TestServer;
let clock = 1_000_000;
const sockets: Peer[] = [];
beforeAll(async () => {
  server = await startTestServer({
    now: () => clock,
    env: { STRIDEBOARD_QUERY_TOKEN: '0', STRIDEBOARD_RATE_SESSION: '10000', STRIDEBOARD_RATE_CONNECT: '10000' },
    timing: { tokenLife: 20_000 },
    limits: { messagesPerSecond: 60, messageBurst: 3_000, bufferedBytes: 300_000 },
  });
});
afterAll(async () => {
  for (const peer of sockets) peer.socket.terminate();
  await server.dispose();
});

const nodes = (doc: Y.Doc) => doc.getMap('nodes');
const addNode = (doc: Y.Doc, id: string): void => {
  nodes(doc).set(id, new Y.Map([['label', id]]));
};
/** The update of one change on a copy of what a peer has. */
function updateOf(peer: Peer, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(peer.doc));
  const before = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return Y.encodeStateAsUpdate(copy, before);
}
const codeOf = async (peer: Peer): Promise<number> => (await peer.closed).code;
/** Sends the update of a change and resolves with the code of the close. */
const write =
  (role: Role, change: (doc: Y.Doc, scene: Scene) => void): Attack =>
  async (scene) => {
    const attacker = await scene.join(role);
    attacker.sendUpdate(updateOf(attacker, (doc) => change(doc, scene)));
    return codeOf(attacker);
  };
const say =
  (...bytes: number[]): Attack =>
  async ({ join }) => {
    const attacker = await join('edit');
    attacker.send(...bytes);
    return codeOf(attacker);
  };
/** Does something that must be dropped silently: the socket is still open when everything was read. */
const silently =
  (attack: (attacker: Peer, scene: Scene) => unknown): Attack =>
  async (scene) => {
    const attacker = await scene.join('edit');
    await attack(attacker, scene);
    const before = attacker.frames.length;
    attacker.send(MESSAGE.queryAwareness);
    await expect.poll(() => attacker.frames.length, { timeout: 10_000 }).toBeGreaterThan(before);
    return attacker.socket.readyState === attacker.socket.OPEN ? 'stays' : 'closed';
  };
/** Writes raw bytes into a TCP connection and resolves with what came back. */
const raw =
  (text: (scene: Scene) => string, then: Buffer = Buffer.alloc(0)): Attack =>
  async (scene) => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    const parts: Buffer[] = [];
    let isOver = false;
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => undefined);
    socket.once('close', () => {
      isOver = true;
    });
    socket.write(text(scene));
    const said = (): string => Buffer.concat(parts).toString('latin1');
    if (then.byteLength > 0) {
      await expect.poll(said, { timeout: 10_000 }).toContain('101 Switching Protocols');
      socket.write(then);
      await expect.poll(() => isOver, { timeout: 10_000 }).toBe(true);
    } else socket.destroy();
    return 'cut off';
  };
const handshake = ({ roomId, sessions }: Scene): string =>
  [
    `GET /sync/${roomId} HTTP/1.1`,
    `Host: ${new URL(server.url).host}`,
    `Origin: ${server.url}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==',
    `Sec-WebSocket-Protocol: strideboard.v1, sbt.${sessions.edit.token}`,
    '\r\n',
  ].join('\r\n');
const nested = (depth: number): Y.Map<unknown> => {
  const outer = new Y.Map<unknown>();
  if (depth > 0) outer.set('in', nested(depth - 1));
  return outer;
};
const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);
/** An update that holds nothing but deletions. */
const deletion = (client: number, from: number, length: number): Uint8Array =>
  encoding.encode((encoder) => {
    for (const number of [0, 1, client, 1, from, length]) encoding.writeVarUint(encoder, number);
  });

const TABLE: readonly (readonly [string, number | string, Attack])[] = [
  [
    'an evil Origin',
    'http 403',
    async ({ knock, sessions }) =>
      (await knock({ token: sessions.edit.token, origin: 'https://evil.example' }).closed).reason,
  ],
  ['no token', CLOSE.unauthorized, ({ knock }) => codeOf(knock({}))],
  [
    'an expired token',
    CLOSE.unauthorized,
    async ({ knock, sessions }) => {
      clock += 21_000; // past its end, and not so long that presence ends too
      return codeOf(knock({ token: sessions.edit.token }));
    },
  ],
  [
    'a foreign token',
    CLOSE.unauthorized,
    ({ knock, sessions }) => codeOf(knock({ token: `${sessions.edit.token.slice(0, -3)}AAA` })),
  ],
  [
    'a token of another board',
    CLOSE.unauthorized,
    async ({ knock }) => {
      const other = await server.roomWith('edit');
      return codeOf(knock({ token: other.sessions.edit.token }));
    },
  ],
  [
    'a token in the query',
    CLOSE.unauthorized,
    ({ knock, roomId, sessions }) => codeOf(knock({ path: `/sync/${roomId}?t=${sessions.edit.token}` })),
  ],
  [
    'a text message',
    CLOSE.malformed,
    async ({ join }) => {
      const attacker = await join('edit');
      attacker.socket.send('hello');
      return codeOf(attacker);
    },
  ],
  ['an empty message', CLOSE.malformed, say()],
  ['a truncated message', CLOSE.malformed, say(MESSAGE.sync, SYNC.update, 200, 1, 2)],
  ['a random message', CLOSE.malformed, say(77, 13, 250, 9, 9, 0, 255, 3)],
  [
    'a truncated update',
    CLOSE.malformed,
    async ({ join }) => {
      const attacker = await join('edit');
      attacker.sendUpdate(updateOf(attacker, (doc) => addNode(doc, 'x')).subarray(0, -4));
      return codeOf(attacker);
    },
  ],
  ['a frame with reserved bits', 'cut off', raw(handshake, Buffer.from([0xf2, 0x81, 1, 2, 3, 4, 0]))],
  [
    'a frame that announces 200 MiB',
    'cut off',
    raw(handshake, Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x0c, 0x80, 0, 0, 1, 2, 3, 4])),
  ],
  [
    'half handshakes',
    'cut off',
    async (scene) => {
      for (let count = 0; count < 20; count += 1) await raw((of) => handshake(of).slice(0, 60 + count))(scene);
      return 'cut off';
    },
  ],
  ['a write through a view link', CLOSE.forbidden, write('view', (doc) => addNode(doc, 'x'))],
  ['a deletion through a view link', CLOSE.forbidden, write('view', (doc) => nodes(doc).delete('honest'))],
  [
    'a write on an element through a comment link',
    CLOSE.forbidden,
    write('comment', (doc) => (nodes(doc).get('honest') as Y.Map<unknown>).set('label', 'mine now')),
  ],
  [
    'an edit of another’s comment through a comment link',
    CLOSE.forbidden,
    write('comment', (doc, { sessions }) =>
      doc.getMap('comments').set(`${sessions.edit.principal}|c1`, { body: 'forged' }),
    ),
  ],
  [
    'forged presence',
    'stays',
    silently((attacker, { editor }) =>
      attacker.sendPresence([{ client: editor.doc.clientID, clock: 900, state: { user: { name: 'Not me' } } }]),
    ),
  ],
  [
    'a removal of another’s presence',
    'stays',
    silently((attacker, { editor }) =>
      attacker.sendPresence([{ client: editor.doc.clientID, clock: 900, state: null }]),
    ),
  ],
  [
    '100,000 presence ids',
    'stays',
    silently((attacker) => {
      const entries = (from: number) =>
        Array.from({ length: 1_000 }, (_, index) => ({ client: from + index, clock: 1, state: {} }));
      for (let from = 1; from < 100_000; from += 1_000) attacker.sendPresence(entries(from));
    }),
  ],
  [
    'huge presence clocks',
    'stays',
    silently((attacker) => {
      attacker.sendPresence([{ clock: 1, state: {} }]);
      for (const jump of [1e6, 2 ** 31, Number.MAX_SAFE_INTEGER]) attacker.sendPresence([{ clock: jump, state: {} }]);
    }),
  ],
  [
    '1,500 clock gaps',
    CLOSE.refused,
    async ({ join }) => {
      const attacker = await join('edit');
      const ahead = new Y.Doc();
      nodes(ahead).set('first', 1);
      const before = Y.encodeStateVector(ahead);
      nodes(ahead).set('second', 2);
      const gap = Y.encodeStateAsUpdate(ahead, before);
      for (let count = 0; count < 1_500; count += 1) attacker.sendUpdate(gap);
      return codeOf(attacker);
    },
  ],
  [
    'a forged client id',
    CLOSE.refused,
    async ({ join, editor }) => {
      const attacker = await join('edit');
      const forged = new Y.Doc();
      Y.applyUpdate(forged, Y.encodeStateAsUpdate(attacker.doc));
      forged.clientID = editor.doc.clientID;
      const before = Y.encodeStateVector(forged);
      addNode(forged, 'forged');
      attacker.sendUpdate(Y.encodeStateAsUpdate(forged, before));
      return codeOf(attacker);
    },
  ],
  ['types nested too deep', CLOSE.refused, write('edit', (doc) => nodes(doc).set('x', nested(12)))],
  ['JSON nested too deep', CLOSE.refused, write('edit', (doc) => nodes(doc).set('x', deep(13)))],
  ['a huge value', CLOSE.refused, write('edit', (doc) => nodes(doc).set('x', 'x'.repeat(70_000)))],
  ['a huge key', CLOSE.refused, write('edit', (doc) => nodes(doc).set('k'.repeat(300), 1))],
  ['a sub-document', CLOSE.refused, write('edit', (doc) => nodes(doc).set('x', new Y.Doc()))],
  ['a binary', CLOSE.refused, write('edit', (doc) => nodes(doc).set('x', new Uint8Array(10)))],
  ['an unknown root', CLOSE.forbidden, write('facilitate', (doc) => doc.getMap('secrets').set('x', 1))],
  ['a deletion of ranges nobody knows', 'stays', silently((attacker) => attacker.sendUpdate(deletion(4_242, 0, 9)))],
  [
    'a deletion of foreign ranges',
    CLOSE.forbidden,
    async ({ join, editor }) => {
      const attacker = await join('comment');
      attacker.sendUpdate(deletion(editor.doc.clientID, 0, 1));
      return codeOf(attacker);
    },
  ],
  [
    'more than the quota',
    CLOSE.roomFull,
    async ({ join, request, roomId, sessions }) => {
      const attacker = await join('edit');
      const body = { quota: 100_000 };
      const { token } = sessions.facilitate;
      expect((await request(API.room(roomId), { method: 'PATCH', token, body })).status).toBe(200);
      const text = 'x'.repeat(60_000);
      for (let count = 0; count < 5; count += 1)
        attacker.sendUpdate(updateOf(attacker, (doc) => nodes(doc).set(`fill${count}`, text)));
      return codeOf(attacker);
    },
  ],
  [
    'a flood of messages',
    CLOSE.rateLimited,
    async ({ join }) => {
      const attacker = await join('view');
      for (let count = 0; count < 4_000; count += 1) attacker.send(MESSAGE.queryAwareness);
      return codeOf(attacker);
    },
  ],
  [
    'a socket that never reads',
    1006,
    async ({ join, editor }) => {
      const attacker = await join('view');
      attacker.socket.pause();
      const text = 'x'.repeat(50_000);
      for (let count = 0; count < 400; count += 1) {
        await editor.edit((doc) => doc.getMap('meta').set('title', `${count}${text}`));
        if (server.log().includes('a socket that does not read was ended')) break;
      }
      attacker.socket.resume();
      return codeOf(attacker);
    },
  ],
  [
    'an old token after a restore',
    CLOSE.epochChanged,
    async ({ request, roomId, sessions, knock }) => {
      const { token } = sessions.facilitate;
      const made = await request(API.versions(roomId), { method: 'POST', token, body: { label: 'before' } });
      const { versionId } = await readJson<VersionSummary>(made);
      await readJson(await request(API.restoreVersion(roomId, versionId), { method: 'POST', token }));
      return codeOf(knock({ token }));
    },
  ],
  [
    'work on after the link was revoked',
    CLOSE.forbidden,
    async ({ join, own, request, roomId, sessions }) => {
      const attacker = await join('comment');
      const { token } = sessions.facilitate;
      const { linkId, principal } = await own('comment');
      expect((await request(API.link(roomId, linkId), { method: 'DELETE', token })).status).toBe(204);
      attacker.sendUpdate(updateOf(attacker, (doc) => doc.getMap('comments').set(`${principal}|late`, { body: 'x' })));
      return codeOf(attacker);
    },
  ],
];

describe('a hostile client', () => {
  it.each(TABLE)('with %s is answered with %s and harms nobody', async (_, expected, attack) => {
    const { roomId, owner, sessions } = await server.roomWith('view', 'comment', 'edit', 'facilitate');
    const request: Scene['request'] = (path, init) => server.request(path, init);
    const knock: Scene['knock'] = (options) => {
      const peer = connectPeer(server, { roomId, ...options });
      sockets.push(peer);
      return peer;
    };
    const enter = async ({ token }: Session): Promise<Peer> => {
      const peer = knock({ token });
      await peer.synced;
      return peer;
    };
    const known = new Map<Role, Session & { linkId: string }>();
    const own: Scene['own'] = async (role) => {
      const link = await server.addLink(owner, { role });
      const session = known.get(role) ?? { ...(await server.session(link)), linkId: link.linkId };
      known.set(role, session);
      return session;
    };
    const join = async (role: Role): Promise<Peer> => enter(await own(role));
    const [editor, viewer] = [await enter(sessions.edit), await enter(sessions.view)];
    editor.sendPresence([{ clock: 1, state: { user: { name: 'Honest' } } }]);
    await editor.edit((doc) => {
      addNode(doc, 'honest');
      doc.getMap('comments').set(`${sessions.edit.principal}|c1`, { body: 'mine' });
    });
    await expect.poll(() => viewer.presence.get(editor.doc.clientID)?.state, { timeout: 10_000 }).toBeTruthy();

    expect(await attack({ roomId, sessions, own, editor, viewer, join, knock, request })).toBe(expected);

    expect((await server.request(API.health)).status).toBe(200);
    const isReplaced = _ === 'an old token after a restore';
    if (isReplaced) return; // everybody had to come again, as the sockets of honest people were told
    await editor.edit((doc) => nodes(doc).set('after', 1));
    await expect.poll(() => nodes(viewer.doc).has('after'), { timeout: 10_000 }).toBe(true);
    for (const { doc } of [editor, viewer]) {
      expect((nodes(doc).get('honest') as Y.Map<unknown>).get('label')).toBe('honest');
      expect(doc.getMap('comments').get(`${sessions.edit.principal}|c1`)).toEqual({ body: 'mine' });
    }
    const shown = viewer.presence.get(editor.doc.clientID)?.state as { user?: { name?: string } } | null;
    expect(shown?.user?.name).toBe('Honest');
  });
});

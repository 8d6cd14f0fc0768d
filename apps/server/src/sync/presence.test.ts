import { isParticipantColour, LIMITS, MESSAGE } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';
import { cleanName } from './presence-entry.ts';

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

async function twoPeople() {
  const { roomId, sessions, owner } = await server.roomWith('edit', 'view');
  const join = async (role: 'edit' | 'view'): Promise<Peer> => {
    const peer = connectPeer(server, { roomId, token: sessions[role].token });
    peers.push(peer);
    await peer.synced;
    return peer;
  };
  return { roomId, sessions, owner, join, alice: await join('edit'), bob: await join('view') };
}
const stateOf = (seenBy: Peer, of: Peer) => seenBy.presence.get(of.doc.clientID)?.state;
/** Waits until everything a peer sent before was read: the answer to a query comes after it. */
async function settle(peer: Peer): Promise<void> {
  const before = peer.frames.length;
  peer.send(MESSAGE.queryAwareness);
  await eventually(() => peer.frames.slice(before).some((frame) => frame[0] === MESSAGE.awareness)).toBe(true);
}

describe('presence', () => {
  it('reaches others with principal and role stamped by the server, name cleaned, unknown fields dropped', async () => {
    const { alice, bob, sessions } = await twoPeople();
    alice.sendPresence([
      {
        clock: 1,
        state: {
          user: { id: 'somebody else', role: 'facilitate', name: '  A\u202eli\u0000ce\n ', colour: 'red' },
          cursor: [1, 2],
          token: 'x',
          __proto__x: 1,
        },
      },
    ]);
    await eventually(() => stateOf(bob, alice)).toBeTruthy();
    const state = stateOf(bob, alice);
    expect(state).toEqual({
      cursor: [1, 2],
      user: { id: sessions.edit.principal, role: 'edit', name: 'Alice', colour: expect.any(String) as unknown },
    });
    expect(isParticipantColour((state?.['user'] as Record<string, unknown>)['colour'])).toBe(true); // checked above
  });

  it('keeps a colour from the list and suggests free ones', async () => {
    const { alice, bob, sessions, owner } = await twoPeople();
    alice.sendPresence([{ clock: 1, state: { user: { name: 'A', colour: sessions.edit.colour } } }]);
    await eventually(() => stateOf(bob, alice)).toMatchObject({ user: { colour: sessions.edit.colour } });
    for (let person = 0; person < 12; person += 1)
      expect((await server.session(owner)).colour).not.toBe(sessions.edit.colour);
    expect((await server.session(owner, sessions.edit.principalProof)).colour).toBe(sessions.edit.colour);
  });

  it('of somebody else is dropped silently: neither forged, nor removed, nor replaced', async () => {
    const { alice, bob } = await twoPeople();
    alice.sendPresence([{ clock: 5, state: { cursor: [1, 1] } }]);
    await eventually(() => stateOf(bob, alice)).toBeTruthy();
    bob.sendPresence([
      { client: alice.doc.clientID, clock: 6, state: { cursor: [9, 9] } },
      { client: alice.doc.clientID, clock: 7, state: null },
      { clock: 1, state: { cursor: [2, 2] } },
      { client: 4711, clock: 1, state: { cursor: [3, 3] } },
    ]);
    bob.sendPresence([{ client: alice.doc.clientID, clock: 8, state: null }]);
    await eventually(() => stateOf(alice, bob)).toMatchObject({ cursor: [2, 2] });
    await settle(alice);
    expect(stateOf(alice, alice)).toMatchObject({ cursor: [1, 1] });
    expect(alice.presence.has(4711)).toBe(false);
    expect(bob.socket.readyState).toBe(bob.socket.OPEN);
  });

  it('that is too big, too deep, endless or no object is dropped, and the socket stays open', async () => {
    const { alice, bob } = await twoPeople();
    const states = [
      { selection: ['x'.repeat(LIMITS.awarenessBytes)] },
      JSON.parse(`${'{"drag":'.repeat(8)}1${'}'.repeat(8)}`),
      '{"cursor":[1e999,0]}',
      '[1]',
      '{',
      '7',
    ];
    alice.sendPresence([{ clock: 1, state: { cursor: [0, 0] } }]);
    states.forEach((state, index) => alice.sendPresence([{ clock: index + 2, state }]));
    await settle(alice);
    expect(stateOf(alice, alice)).toMatchObject({ cursor: [0, 0] });
    alice.sendPresence([{ clock: 2_000, state: { cursor: [8, 8] } }]);
    alice.sendPresence([{ clock: 20, state: { cursor: [7, 7] } }]);
    await eventually(() => stateOf(bob, alice)).toMatchObject({ cursor: [7, 7] });
  });

  it('is told to newcomers, removed on leaving, and accepted again from a new socket of the same person', async () => {
    const { alice, bob, roomId, sessions, join } = await twoPeople();
    alice.sendPresence([{ clock: 3, state: { cursor: [1, 1] } }]);
    await eventually(() => stateOf(bob, alice)).toBeTruthy();
    const late = await join('view');
    await eventually(() => stateOf(late, alice)).toMatchObject({ cursor: [1, 1] });
    const again = connectPeer(server, { roomId, token: sessions.edit.token, doc: alice.doc });
    peers.push(again);
    await again.synced;
    again.sendPresence([{ clock: 3, state: { cursor: [1, 1] } }]);
    await settle(again);
    await alice.close();
    again.sendPresence([{ clock: 4, state: { cursor: [5, 5] } }]);
    await eventually(() => stateOf(bob, alice)).toMatchObject({ cursor: [5, 5] });
    await again.close();
    await eventually(() => stateOf(bob, alice)).toBeNull();
    expect(bob.presence.get(alice.doc.clientID)?.clock).toBe(4);
  });

  it('is removed by its owner, and by the server when it is not renewed for 30 s', async () => {
    const { alice, bob } = await twoPeople();
    alice.sendPresence([{ clock: 1, state: { cursor: [1, 1] } }]);
    await eventually(() => stateOf(bob, alice)).toBeTruthy();
    alice.sendPresence([{ clock: 2, state: null }]);
    await eventually(() => stateOf(bob, alice)).toBeNull();
    alice.sendPresence([{ clock: 3, state: { cursor: [2, 2] } }]);
    await eventually(() => stateOf(bob, alice)).toMatchObject({ cursor: [2, 2] });
    time += 30_001;
    await eventually(() => stateOf(bob, alice)).toBeNull();
  });

  it('of a busy moment goes out as one frame', async () => {
    const { alice, bob } = await twoPeople();
    const count = () => bob.frames.filter((frame) => frame[0] === MESSAGE.awareness).length;
    const before = count();
    for (let clock = 1; clock <= 20; clock += 1) alice.sendPresence([{ clock, state: { cursor: [clock, 0] } }]);
    await eventually(() => stateOf(bob, alice)).toMatchObject({ cursor: [20, 0] });
    expect(count() - before).toBeLessThan(10);
  });
});

describe('names', () => {
  it('are cut at 64 characters without splitting one', () => {
    expect(Array.from(cleanName('🦊'.repeat(100))).length).toBe(LIMITS.userName);
    expect(cleanName('\ud800x')).toBe('x');
    expect(cleanName(7)).toBe('');
  });
});

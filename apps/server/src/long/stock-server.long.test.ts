// The same recorded sessions through our server and through the stock y-websocket server end in equal documents. The stock server comes from
// the folder that STRIDEBOARD_PEERS names; without it this is skipped and counted.

import type { ChildProcess } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { recordSession } from '../testing/recorded-session.ts';
import { isSame, replay } from '../testing/replay.ts';
import { hasStockServer, startStockServer } from '../testing/stock-server.ts';
import { startTestServer } from '../testing/test-server.ts';

let stock: ChildProcess | null = null;
afterEach(() => {
  stock?.kill('SIGKILL');
});

describe.skipIf(!hasStockServer)('beside the stock y-websocket server', () => {
  it.each([11, 12, 13, 14, 15])('the recorded session %i ends in equal documents', async (seed) => {
    const session = recordSession({ seed, people: 4, steps: 200 });
    const { child, url } = await startStockServer();
    stock = child;
    const enter = async (peer: Peer): Promise<Peer> => {
      await peer.synced;
      return peer;
    };
    const theirs = await replay(session, () =>
      enter(connectPeer({ url }, { roomId: 'r', path: '/recorded', protocols: [] })),
    );
    const server = await startTestServer();
    const { roomId, sessions } = await server.roomWith('edit');
    const ours = await replay(session, () => enter(connectPeer(server, { roomId, token: sessions.edit.token })));
    expect(isSame(ours, theirs)).toBe(true);
    expect(ours.getMap('nodes').toJSON()).toEqual(theirs.getMap('nodes').toJSON());
    await server.dispose();
  });
});

// The same recorded sessions through our server and through the stock y-websocket server end in equal documents. The stock server comes from
// the folder that STRIDEBOARD_PEERS names; without it this is skipped and counted.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { connectPeer, type Peer } from '../testing/peer.ts';
import { recordSession } from '../testing/recorded-session.ts';
import { isSame, replay } from '../testing/replay.ts';
import { startTestServer } from '../testing/test-server.ts';

const PROGRAM = join(process.env['STRIDEBOARD_PEERS'] ?? '/nowhere', 'node_modules/@y/websocket-server/src/server.js');

let stock: ChildProcess | null = null;
afterEach(() => {
  stock?.kill('SIGKILL');
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe.skipIf(!existsSync(PROGRAM))('beside the stock y-websocket server', () => {
  it.each([11, 12, 13, 14, 15])('the recorded session %i ends in equal documents', async (seed) => {
    const session = recordSession({ seed, people: 4, steps: 200 });
    const port = await freePort();
    stock = spawn(process.execPath, [PROGRAM], { env: { HOST: '127.0.0.1', PORT: String(port) }, stdio: 'ignore' });
    const url = `http://127.0.0.1:${port}`;
    await expect
      .poll(
        () =>
          fetch(url).then(
            ({ ok }) => ok,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
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

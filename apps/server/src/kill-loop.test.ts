// The kill loop: the server is killed at random moments under load, and every edit whose echo came back is there afterwards, each time, and
// the database is whole. A handful of rounds here; `npm run test:long` takes a hundred.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectPeer, type Peer } from './testing/peer.ts';
import { enterBoard, runServer, type ServerProcess } from './testing/server-process.ts';

const ROUNDS = Number(process.env['STRIDEBOARD_KILL_ROUNDS'] ?? 4);
const WRITERS = 3;
const LONGEST_ROUND_MS = 400;

let folder: string;
let running: ServerProcess | null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-kill-'));
  running = null;
});
afterEach(() => {
  running?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});
const start = (args: readonly string[] = []): ServerProcess =>
  runServer({ STRIDEBOARD_DATA: join(folder, 'data'), STRIDEBOARD_RATE_MSGS: '100000' }, { args });

/** Writes as fast as echoes come until the socket closes; notes each id whose echo came. */
async function writeUntilClosed(peer: Peer, name: string, acknowledged: Set<string>): Promise<void> {
  for (let count = 0; ; count += 1) {
    const ids = [`${name}-${count}a`, `${name}-${count}b`];
    const echoes = ids.map((id) =>
      peer.edit((doc) => doc.getMap('nodes').set(id, new Y.Map([['label', id]]))).then(() => acknowledged.add(id)),
    );
    const ends = await Promise.allSettled(echoes);
    if (ends.some(({ status }) => status === 'rejected')) return;
  }
}

describe('a server that is killed', () => {
  it(`loses no echoed edit in ${ROUNDS} rounds`, { timeout: 60_000 + ROUNDS * 20_000 }, async () => {
    running = start();
    let url = await running.ready;
    const { roomId, session } = await enterBoard(url);
    const acknowledged = new Set<string>();
    const lost = (doc: Y.Doc): string[] => [...acknowledged].filter((id) => !doc.getMap('nodes').has(id));
    const moments: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { token } = await session(url);
      const peers = Array.from({ length: WRITERS }, () => connectPeer({ url }, { roomId, token }));
      await Promise.all(peers.map(({ synced }) => synced));
      for (const { doc } of peers) expect(lost(doc)).toEqual([]);
      const moment = Math.round(Math.random() * LONGEST_ROUND_MS);
      moments.push(moment);
      const { child } = running;
      setTimeout(() => child.kill('SIGKILL'), moment);
      await Promise.all(peers.map((peer, index) => writeUntilClosed(peer, `r${round}w${index}`, acknowledged)));
      await running.exited;
      running = start();
      url = await running.ready;
    }
    const last = connectPeer({ url }, { roomId, token: (await session(url)).token });
    await last.synced;
    expect({ moments, lost: lost(last.doc) }).toEqual({ moments, lost: [] });
    expect(acknowledged.size).toBeGreaterThan(ROUNDS);
    await last.close();
    running.child.kill('SIGKILL');
    await running.exited;
    const verified = start(['verify']);
    expect([await verified.exited, verified.output.out]).toEqual([0, expect.stringContaining('everything loads')]);
  });
});

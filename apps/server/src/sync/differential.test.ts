// The same recorded sessions end in the same document, whatever keeps it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../store/memory.ts';
import { createSqliteStore, openDatabase } from '../store/sqlite.ts';
import type { Store } from '../store/store.ts';
import { createVault } from '../store/vault.ts';
import { connectPeer } from '../testing/peer.ts';
import { recordSession } from '../testing/recorded-session.ts';
import { isSame, replay } from '../testing/replay.ts';
import { startTestServer } from '../testing/test-server.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strideboard-same-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const stores: [string, () => Promise<Store>][] = [
  ['memory', () => Promise.resolve(createMemoryStore())],
  ['sqlite', async () => createSqliteStore(await openDatabase(folder))],
  ['encrypted sqlite', async () => createSqliteStore(await openDatabase(folder), createVault(new Uint8Array(32)))],
];

describe.each(stores)('on the %s store', (_, open) => {
  it.each([1, 2])(
    'the recorded session %i ends as it was drawn, also after everything was loaded anew',
    async (seed) => {
      const session = recordSession({ seed, people: 3, steps: 60 });
      const expected = new Y.Doc();
      for (const { update } of session) Y.applyUpdate(expected, update);
      const server = await startTestServer({ store: await open(), timing: { unloadAfter: 20 } });
      const { roomId, sessions } = await server.roomWith('edit');
      const enter = async () => {
        const peer = connectPeer(server, { roomId, token: sessions.edit.token });
        await peer.synced;
        return peer;
      };
      const doc = await replay(session, enter);
      expect(doc.getMap('nodes').toJSON()).toEqual(expected.getMap('nodes').toJSON());
      expect(doc.getMap('text').toJSON()).toEqual(expected.getMap('text').toJSON());
      await expect.poll(() => server.log().match(/"left"/g)?.length).toBe(5);
      const again = await enter();
      expect(isSame(again.doc, expected)).toBe(true);
      again.socket.terminate();
      await server.dispose();
    },
  );
});

/**
 * S4: the server is killed while twenty of a hundred people edit, stays away for half a minute in which everybody goes on alone, and then all
 * hundred come back at the same moment. What the server had acknowledged and no longer has, and how long it takes from its first answer until
 * all copies are equal. Browsers wait a random while before they come back; that is left out, so this is the worst case.
 */

import * as Y from 'yjs';
import type { Peer } from '../src/testing/peer.ts';
import { enterBoard } from '../src/testing/server-process.ts';
import { isShort, openHome, row, takeSeat, wait } from './seats.ts';

const PEOPLE = isShort ? 10 : 100;
const WRITERS = isShort ? 4 : 20;
const WRITE_MS = 2_000;
const AWAY_MS = isShort ? 500 : 30_000;
const PATIENCE_MS = 60_000;

const home = openHome();
try {
  const first = await home.start();
  const { roomId, session } = await enterBoard(first.url);
  const { token } = await session(first.url);
  // Who comes back has the same token, so is the same person to the server, as a browser that was not closed.
  const before = await Promise.all(Array.from({ length: PEOPLE }, () => takeSeat(first.url, { roomId, token })));
  const acknowledged = new Set<string>();
  const writing = before.slice(0, WRITERS).map((peer, at) => writeUntilClosed(peer, `w${at}`, acknowledged));
  await wait(WRITE_MS);
  first.server.child.kill('SIGKILL');
  await Promise.all([...writing, first.server.exited, ...before.map(({ closed }) => closed)]);

  for (const [at, { doc }] of before.entries()) put(doc, `alone-${at}`);
  await wait(AWAY_MS);
  const { url } = await home.start();
  const back = performance.now();
  const after = await Promise.all(before.map(({ doc }) => takeSeat(url, { roomId, token: token, doc })));
  while (!areEqual(after)) {
    if (performance.now() - back > PATIENCE_MS) throw new Error(`the copies are not equal after ${PATIENCE_MS} ms`);
    await wait(10);
  }
  const converged = performance.now() - back;
  const late = await takeSeat(url, { roomId, token: token });
  const nodes = late.doc.getMap('nodes');
  const alone = before.map((_, at) => `alone-${at}`);
  const lost = [...acknowledged, ...alone].filter((id) => !nodes.has(id)).length;
  const edits = acknowledged.size + PEOPLE;
  for (const { socket } of [...after, late]) socket.terminate();
  row({
    ...{ id: 'S4', what: `server killed, ${PEOPLE} come back after ${AWAY_MS / 1_000} s: lost of ${edits}` },
    ...{ unit: 'edits', ours: lost, floor: 0, moonshot: 0 },
  });
  row({
    ...{ id: 'S4', what: `the same: server answers → all ${PEOPLE} copies equal`, unit: 'ms' },
    ...{ ours: converged, floor: 5_000, moonshot: 2_000 },
  });
} finally {
  home.dispose();
}

/** Edits ten times a second until the server is gone; notes each edit whose echo came. */
async function writeUntilClosed(peer: Peer, name: string, acknowledged: Set<string>): Promise<void> {
  for (let count = 0; peer.socket.readyState === peer.socket.OPEN; count += 1) {
    const id = `${name}-${count}`;
    peer
      .edit((doc) => put(doc, id))
      .then(
        () => acknowledged.add(id),
        () => undefined, // the server went first
      );
    await wait(100);
  }
}

function put(doc: Y.Doc, id: string): void {
  doc.getMap('nodes').set(id, new Y.Map([['label', id]]));
}

/** Whether everybody has everything that anybody has. */
function areEqual(peers: readonly Peer[]): boolean {
  // The cheap question first: it is asked often.
  if (new Set(peers.map(({ doc }) => doc.getMap('nodes').size)).size > 1) return false;
  const states = peers.map(({ doc }) => [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort().join(' '));
  return new Set(states).size === 1;
}

// Replays a recorded session against a server: each person on a socket of their own, each update sent when the one before was seen to arrive.

import { expect } from 'vitest';
import * as Y from 'yjs';
import type { Peer } from './peer.ts';
import type { Sent } from './recorded-session.ts';

/** Sends a session through `join`ed sockets; resolves with the document that somebody gets who joins afterwards. */
export async function replay(session: readonly Sent[], join: () => Promise<Peer>): Promise<Y.Doc> {
  const people = new Set(session.map(({ by }) => by));
  const peers = new Map<number, Peer>();
  for (const by of people) peers.set(by, await join());
  const watcher = await join();
  const expected = new Y.Doc();
  for (const { by, update } of session) {
    peers.get(by)?.sendUpdate(update);
    Y.applyUpdate(expected, update);
    await expect.poll(() => isSame(watcher.doc, expected), { interval: 2, timeout: 20_000 }).toBe(true);
  }
  const late = await join();
  for (const peer of [...peers.values(), watcher, late]) peer.socket.terminate();
  return late.doc;
}

/** Whether two documents hold the same, deletions included. */
export function isSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
}

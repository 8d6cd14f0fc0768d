/** Who of the others has done nothing for a while, as far as their presence shows: no pointer, no view, no selection, no typing that changed. */
import type { Peers } from './peers.ts';

/** Without a sign for this long a person counts as idle, ms. */
const IDLE_AFTER_MS = 3 * 60_000;
/** How often the clock is looked at, ms. */
const LOOK_EVERY_MS = 10_000;

/** A set of client ids that can be watched. */
export interface IdlePeers {
  /** The same set until somebody becomes idle or comes back. */
  readonly list: () => ReadonlySet<number>;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Watches while somebody listens. */
export function createIdlePeers(peers: Peers, now: () => number): IdlePeers {
  const seen = new Map<number, { readonly sign: string; readonly at: number }>();
  let idle: ReadonlySet<number> = new Set();
  /** Whether the set has changed. */
  const look = (): boolean => {
    const next = new Set<number>();
    const present = peers.list();
    for (const { client, presence } of present) {
      const { cursor, viewport, selection, typing, drag, mode } = presence;
      const sign = JSON.stringify([cursor, viewport, selection, typing, drag, mode]);
      const before = seen.get(client);
      if (before?.sign !== sign) seen.set(client, { sign, at: now() });
      else if (now() - before.at >= IDLE_AFTER_MS) next.add(client);
    }
    for (const client of seen.keys()) if (!present.some((peer) => peer.client === client)) seen.delete(client);
    const isSame = next.size === idle.size && [...next].every((client) => idle.has(client));
    if (!isSame) idle = next;
    return !isSame;
  };
  return {
    list: () => idle,
    subscribe: (listener) => {
      const check = (): void => {
        if (look()) listener();
      };
      check();
      const stop = peers.subscribe(check);
      const timer = setInterval(check, LOOK_EVERY_MS);
      return () => {
        stop();
        clearInterval(timer);
      };
    },
  };
}

// Puts what a carrier delivers in order: each update once, none before the one it follows, a gap told as soon as it is seen.

import type { Deliver, UpdateListener } from './bus.ts';

/** Updates that may wait behind a gap; more are forgotten and read from the log later. */
const WAITING = 1_000;

/** The receiving end of a subscription that begins after `fromSeq`. */
export function deliverInOrder(fromSeq: number, listener: UpdateListener): Deliver {
  const waiting = new Map<number, Uint8Array>();
  let next = fromSeq + 1;
  /** Everything below was delivered, waits, or was asked for. */
  let asked = next;

  const deliver: Deliver = (seq, update) => {
    if (!Number.isSafeInteger(seq) || seq < next) return; // doubled, or not a number of ours
    if (seq > next) {
      if (waiting.size >= WAITING) return;
      waiting.set(seq, update);
      const from = asked;
      asked = Math.max(asked, seq + 1);
      if (seq > from) listener.onGap({ from, to: seq }, deliver);
      return;
    }
    next += 1;
    asked = Math.max(asked, next);
    listener.onUpdate(seq, update);
    const following = waiting.get(next);
    if (following === undefined) return;
    waiting.delete(next);
    deliver(next, following);
  };
  return deliver;
}

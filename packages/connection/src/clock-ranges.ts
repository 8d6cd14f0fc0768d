// Sets of Yjs clocks per client, as sorted disjoint ranges: what was deleted here, what the server knows to be deleted.

import * as Y from 'yjs';

/** Clocks from `clock` up to, not including, `clock + len`. */
export interface ClockRange {
  readonly clock: number;
  readonly len: number;
}

/** Ranges per client id, sorted and disjoint; a client without ranges is absent. */
export type ClockRanges = ReadonlyMap<number, readonly ClockRange[]>;

/** An update taken apart by Yjs. */
export type DecodedUpdate = ReturnType<typeof Y.decodeUpdate>;

/** No clocks. */
export const NO_RANGES: ClockRanges = Object.freeze(new Map<number, readonly ClockRange[]>());

/** Sorts and merges ranges in any order, overlapping or not. */
export function toClockRanges(clients: Iterable<readonly [number, readonly ClockRange[]]>): ClockRanges {
  const result = new Map<number, ClockRange[]>();
  for (const [client, ranges] of clients) {
    const sorted = ranges.filter(({ len }) => len > 0).sort((a, b) => a.clock - b.clock);
    const merged: ClockRange[] = [];
    for (const range of sorted) {
      const last = merged.at(-1);
      if (last === undefined || last.clock + last.len < range.clock) {
        merged.push({ clock: range.clock, len: range.len });
      } else {
        const end = Math.max(last.clock + last.len, range.clock + range.len);
        merged[merged.length - 1] = { clock: last.clock, len: end - last.clock };
      }
    }
    if (merged.length > 0) result.set(client, merged);
  }
  return result;
}

/** The clocks of `from` that are not in `minus`; the same object when nothing was taken away. */
export function subtractRanges(from: ClockRanges, minus: ClockRanges): ClockRanges {
  const result = new Map<number, readonly ClockRange[]>();
  let changed = false;
  for (const [client, ranges] of from) {
    const taken = minus.get(client);
    const left = taken === undefined ? ranges : ranges.flatMap((range) => subtractFrom(range, taken));
    if (taken !== undefined && !sameRanges(left, ranges)) changed = true;
    if (left.length > 0) result.set(client, left);
  }
  return changed ? result : from;
}

/** Everything deleted in a document. */
export function deletedIn(doc: Y.Doc): ClockRanges {
  return toClockRanges(Y.createDeleteSetFromStructStore(doc.store).clients);
}

/**
 * Everything an update declares deleted: its delete set, and structs that travel without content because they were deleted before the
 * update was made (a receiver does not repeat those in the delete set it sends on).
 */
export function deletedBy(update: DecodedUpdate): ClockRanges {
  const clients = new Map<number, ClockRange[]>();
  const add = (client: number, range: ClockRange) => {
    const ranges = clients.get(client);
    if (ranges === undefined) clients.set(client, [range]);
    else ranges.push(range);
  };
  for (const [client, ranges] of update.ds.clients) for (const range of ranges) add(client, range);
  for (const struct of update.structs) {
    const isGone = struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted);
    if (isGone) add(struct.id.client, { clock: struct.id.clock, len: struct.length });
  }
  return toClockRanges(clients);
}

function subtractFrom(range: ClockRange, taken: readonly ClockRange[]): ClockRange[] {
  const left: ClockRange[] = [];
  const end = range.clock + range.len;
  let start = range.clock;
  for (let i = firstEndingAfter(taken, start); i < taken.length && start < end; i += 1) {
    const hole = taken[i];
    if (hole === undefined || hole.clock >= end) break;
    if (hole.clock > start) left.push({ clock: start, len: hole.clock - start });
    start = Math.max(start, hole.clock + hole.len);
  }
  if (start < end) left.push({ clock: start, len: end - start });
  return left;
}

function firstEndingAfter(ranges: readonly ClockRange[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range !== undefined && range.clock + range.len <= clock) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sameRanges(a: readonly ClockRange[], b: readonly ClockRange[]): boolean {
  if (a.length !== b.length) return false;
  return a.every((range, i) => {
    const other = b[i];
    return other !== undefined && range.clock === other.clock && range.len === other.len;
  });
}

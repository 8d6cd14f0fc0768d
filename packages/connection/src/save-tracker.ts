// Knows which local work the server has stored.
//
// The server stores an update before anybody sees it, its author included, so an echo proves that everything in it is stored. Insertions
// are proved by clocks: the server keeps no holes, therefore an echoed struct, or the state vector of the server's step 1, proves every
// earlier clock of the same client. Deletions add no clock: their ranges are kept and struck out by what echoes and the server's step 2
// declare deleted. Work that was not done here in this page's life (loaded from the local cache) is compared once per handshake: clocks
// against the server's state vector, deletions against the server's whole delete set, which every step 2 carries.

import * as Y from 'yjs';
import {
  type ClockRanges,
  type DecodedUpdate,
  deletedBy,
  deletedIn,
  NO_RANGES,
  subtractRanges,
  toClockRanges,
} from './clock-ranges.ts';

/** What is stored and what is not. */
export interface SaveTracker {
  /** Local transactions not yet stored; work found in the local cache counts as one. */
  waiting(): number;
  /** Whether everything here is known to be stored: nothing waits, and content that came from elsewhere has been compared. */
  settled(): boolean;
  /** Content was read from the local cache: it may hold work the server has not seen. */
  contentLoaded(): void;
  /** A state vector of the server arrived (step 1). */
  serverHolds(stateVector: Uint8Array): void;
  /** Whether `serverSent` should be told of the next update; `complete` for a step 2, which carries the server's whole delete set. */
  needs(complete: boolean): boolean;
  /** An update of the server is about to be applied. */
  serverSent(update: DecodedUpdate, complete: boolean): void;
  dispose(): void;
}

/** Follows the transactions of a document; `isForeign` tells transactions that bring in what others wrote or the cache held. */
export function createSaveTracker(options: {
  readonly doc: Y.Doc;
  readonly isForeign: (origin: unknown) => boolean;
  readonly onChange: () => void;
}): SaveTracker {
  const { doc, isForeign, onChange } = options;
  let entries: Entry[] = [];
  let carriedClocks: ReadonlyMap<number, number> = new Map();
  let carriedDeletes: ClockRanges = NO_RANGES;
  let comparedClocks = isEmpty(doc);
  let comparedDeletes = comparedClocks;

  const onTransaction = (transaction: Y.Transaction) => {
    if (isForeign(transaction.origin)) return;
    const inserts = insertsOf(transaction);
    const deletes = toClockRanges(transaction.deleteSet.clients);
    if (inserts.size === 0 && deletes.size === 0) return;
    entries.push({ inserts, deletes });
    onChange();
  };
  doc.on('afterTransaction', onTransaction);

  const hasWaiting = () => entries.length > 0 || carriedClocks.size > 0 || carriedDeletes.size > 0;

  function strikeOut(stored: Stored): void {
    entries = entries.flatMap((entry) => strikeEntry(entry, stored));
    carriedClocks = new Map([...carriedClocks].filter(([client, clock]) => stored.clockOf(client) < clock));
    carriedDeletes = subtractRanges(carriedDeletes, stored.deletes);
  }

  return {
    waiting: () => entries.length + (carriedClocks.size > 0 || carriedDeletes.size > 0 ? 1 : 0),
    settled: () => !hasWaiting() && comparedClocks && comparedDeletes,
    contentLoaded: () => {
      comparedClocks = isEmpty(doc);
      comparedDeletes = comparedClocks;
      onChange();
    },
    serverHolds: (stateVector) => {
      const clocks = Y.decodeStateVector(stateVector);
      strikeOut({ clockOf: (client) => clocks.get(client) ?? 0, deletes: NO_RANGES });
      carriedClocks = clocksBeyond({ doc, clocks, entries });
      comparedClocks = true;
      onChange();
    },
    needs: (complete) => hasWaiting() || (complete && !isEmpty(doc)),
    serverSent: (update, complete) => {
      const deletes = deletedBy(update);
      const ends = endsOf(update);
      strikeOut({ clockOf: (client) => ends.get(client) ?? 0, deletes });
      if (complete) {
        const unknownToServer = subtractRanges(deletedIn(doc), deletes);
        carriedDeletes = entries.reduce((left, entry) => subtractRanges(left, entry.deletes), unknownToServer);
        comparedDeletes = true;
      }
      onChange();
    },
    dispose: () => doc.off('afterTransaction', onTransaction),
  };
}

interface Entry {
  /** First clock and end of what one transaction inserted, per client id. */
  readonly inserts: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  readonly deletes: ClockRanges;
}

interface Stored {
  /** Every clock of a client below this one is stored. */
  readonly clockOf: (client: number) => number;
  readonly deletes: ClockRanges;
}

function insertsOf(transaction: Y.Transaction): Entry['inserts'] {
  const inserts = new Map<number, { from: number; to: number }>();
  for (const [client, to] of transaction.afterState) {
    const from = transaction.beforeState.get(client) ?? 0;
    if (from < to) inserts.set(client, { from, to });
  }
  return inserts;
}

/** The entry without what is stored; nothing when all of it is. */
function strikeEntry(entry: Entry, stored: Stored): Entry[] {
  const left = [...entry.inserts].filter(([client, { to }]) => stored.clockOf(client) < to);
  const deletes = subtractRanges(entry.deletes, stored.deletes);
  if (left.length === 0 && deletes.size === 0) return [];
  if (left.length === entry.inserts.size && deletes === entry.deletes) return [entry];
  return [{ inserts: new Map(left), deletes }];
}

/** Clocks of the document that neither the server holds nor an entry stands for. */
function clocksBeyond(given: {
  readonly doc: Y.Doc;
  readonly clocks: ReadonlyMap<number, number>;
  readonly entries: readonly Entry[];
}): ReadonlyMap<number, number> {
  const beyond = new Map(Y.decodeStateVector(Y.encodeStateVector(given.doc)));
  for (const { inserts } of given.entries) {
    for (const [client, { from }] of inserts) beyond.set(client, Math.min(from, beyond.get(client) ?? from));
  }
  return new Map([...beyond].filter(([client, clock]) => (given.clocks.get(client) ?? 0) < clock));
}

/** End of the last struct per client in an update. */
function endsOf(update: DecodedUpdate): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  for (const struct of update.structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    ends.set(client, Math.max(ends.get(client) ?? 0, clock + struct.length));
  }
  return ends;
}

function isEmpty(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0;
}

// Reads an update (Yjs format V1) into structs per client and delete ranges, or says why it is malformed. Nothing is applied.

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** A struct of an update. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** A deleted range: clocks `from` up to, not including, `end`. */
type DeletedRange = { readonly client: number; readonly from: number; readonly end: number };

/** A decoded update and its size: structs per client in message order, deleted ranges sorted and merged. */
export type UpdateMessage = {
  readonly runs: ReadonlyMap<number, readonly Struct[]>;
  readonly structCount: number;
  readonly deleted: readonly DeletedRange[];
  readonly deletedCount: number;
  readonly bytes: number;
};

/**
 * Decodes an update; null when it does not decode, leaves bytes over, names a client twice, or holds an empty struct or a clock beyond the
 * safe integers. Never throws, also not for input that exhausts the stack.
 */
export function decodeMessage(update: Uint8Array): UpdateMessage | null {
  try {
    const bytes = decoding.createDecoder(update);
    const announcedRuns = decoding.readVarUint(decoding.clone(bytes));
    const decoder = new Y.UpdateDecoderV1(bytes);
    // decodeUpdateV2 builds its decoder with `new`; handing it ours is the public way to see afterwards whether bytes are left.
    const handOver = function () {
      return decoder;
    } as unknown as typeof Y.UpdateDecoderV1; // a constructor that returns an object yields that object
    const { structs, ds } = Y.decodeUpdateV2(update, handOver);
    if (decoding.hasContent(bytes)) return null;

    const runs = new Map<number, Struct[]>();
    for (const struct of structs) {
      if (struct.length < 1 || !Number.isSafeInteger(struct.id.clock + struct.length)) return null;
      const run = runs.get(struct.id.client);
      if (run === undefined) runs.set(struct.id.client, [struct]);
      else run.push(struct);
    }
    // Yjs keeps only the last run of a client that comes twice, and honest encoders write no empty run.
    if (runs.size !== announcedRuns) return null;

    const deleted = readRanges(ds);
    return deleted === null ? null : { runs, structCount: structs.length, bytes: update.byteLength, ...deleted };
  } catch {
    // Every failure of decoding means the same to the caller: malformed.
    return null;
  }
}

function readRanges(
  ds: ReturnType<typeof Y.decodeUpdate>['ds'],
): Pick<UpdateMessage, 'deleted' | 'deletedCount'> | null {
  const deleted: { client: number; from: number; end: number }[] = [];
  let deletedCount = 0;
  for (const [client, items] of ds.clients) {
    deletedCount += items.length;
    let last: { client: number; from: number; end: number } | null = null;
    for (const { clock, len } of items.toSorted((a, b) => a.clock - b.clock)) {
      const end = clock + len;
      if (len < 1 || !Number.isSafeInteger(end)) return null;
      if (last !== null && clock <= last.end) {
        last.end = Math.max(last.end, end);
      } else {
        last = { client, from: clock, end };
        deleted.push(last);
      }
    }
  }
  return { deleted, deletedCount };
}

import { CLOSE, LIMITS } from '@strideboard/wire';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNode, board, change, check, limits, writer } from '../testing/vet-cases.ts';
import { type VetLimits, vet } from './vet.ts';

const closed = (code: number): unknown => expect.objectContaining({ verdict: 'close', code });

/** Writes an update by hand: per client a first clock and raw structs, then an empty delete set. */
function handmade(
  runs: { client: number; clock: number; structs: ((encoder: encoding.Encoder) => void)[] }[],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, runs.length);
    for (const run of runs) {
      encoding.writeVarUint(encoder, run.structs.length);
      encoding.writeVarUint(encoder, run.client);
      encoding.writeVarUint(encoder, run.clock);
      for (const struct of run.structs) struct(encoder);
    }
    encoding.writeVarUint(encoder, 0);
  });
}
type Id = [client: number, clock: number];
const writeId = (encoder: encoding.Encoder, [client, clock]: Id): void => {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
};
/** A string item that hangs on a left neighbour. */
const after = (origin: Id, text: string) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 0x80 | 4);
  writeId(encoder, origin);
  encoding.writeVarString(encoder, text);
};
/** A string item in a root, under a key or as a list item. */
const inRoot = (root: string, key: string | null, text: string) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, (key === null ? 0 : 0x20) | 4);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, root);
  if (key !== null) encoding.writeVarString(encoder, key);
  encoding.writeVarString(encoder, text);
};
/** A string item inside whatever an id names. */
const inside = (parent: Id, key: string, text: string) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 0x20 | 4);
  encoding.writeVarUint(encoder, 0);
  writeId(encoder, parent);
  encoding.writeVarString(encoder, key);
  encoding.writeVarString(encoder, text);
};
const gc = (length: number) => (encoder: encoding.Encoder) => {
  encoding.writeUint8(encoder, 0);
  encoding.writeVarUint(encoder, length);
};

describe('vet refuses hostile messages', () => {
  it('that are no update, are cut short or have bytes left over', () => {
    const good = change(board(), (copy) => addNode(copy, 'n2')).update;
    for (const bad of [Uint8Array.of(), Uint8Array.of(255, 255, 255), good.slice(0, -3), Uint8Array.of(...good, 0)]) {
      expect(check(board(), bad)).toEqual(closed(CLOSE.malformed));
    }
  });

  it('that exhaust the stack while decoding', () => {
    const nested = encoding.createEncoder();
    encoding.writeUint8(nested, 0x28);
    encoding.writeVarUint(nested, 1);
    encoding.writeVarString(nested, 'nodes');
    encoding.writeVarString(nested, 'n');
    encoding.writeVarUint(nested, 1);
    for (let depth = 0; depth < 500_000; depth += 1) {
      encoding.writeUint8(nested, 117);
      encoding.writeVarUint(nested, 1);
    }
    const struct = encoding.toUint8Array(nested);
    const update = handmade([{ client: 5, clock: 0, structs: [(e) => encoding.writeUint8Array(e, struct)] }]);
    expect(check(board(), update)).toEqual(closed(CLOSE.malformed));
  });

  it('that name a client twice, or hold empty or endless structs', () => {
    const one = { client: 5, clock: 0, structs: [inRoot('nodes', 'a', 'x')] };
    const two = { client: 5, clock: 1, structs: [inRoot('nodes', 'b', 'y')] };
    expect(check(board(), handmade([one, two]))).toEqual(closed(CLOSE.malformed));
    expect(check(board(), handmade([{ client: 5, clock: 0, structs: [gc(0)] }]))).toEqual(closed(CLOSE.malformed));
    const endless = [gc(Number.MAX_SAFE_INTEGER), gc(1)];
    expect(check(board(), handmade([{ client: 5, clock: 0, structs: endless }]))).toEqual(closed(CLOSE.malformed));
  });

  it('whose structs wait for each other or for themselves', () => {
    const circle = handmade([
      { client: 5, clock: 0, structs: [after([6, 0], 'a')] },
      { client: 6, clock: 0, structs: [after([5, 0], 'b')] },
    ]);
    expect(check(board(), circle).verdict).toBe('resync');
    expect(check(board(), handmade([{ client: 5, clock: 0, structs: [after([5, 3], 'a')] }])).verdict).toBe('resync');
  });

  it('that reach a forbidden root through a neighbour or a parent', () => {
    const doc = new Y.Doc();
    doc.clientID = 77;
    addNode(doc, 'n1');
    const labelId: Id = [77, 1];
    for (const struct of [after(labelId, 'x'), inside([77, 0], 'label', 'x')]) {
      const update = handmade([{ client: 5, clock: 0, structs: [struct] }]);
      expect(check(doc, update, 'edit').verdict).toBe('apply');
      expect(check(doc, update, 'comment')).toEqual(closed(CLOSE.forbidden));
    }
  });

  it('that continue an own comment inside an element', () => {
    const doc = new Y.Doc();
    doc.clientID = 77;
    addNode(doc, 'n1');
    Y.applyUpdate(doc, handmade([{ client: 5, clock: 0, structs: [inRoot('nodes', 'n9', 'ab')] }]));
    const continued = handmade([{ client: 5, clock: 0, structs: [inRoot('comments', 'alice|1', 'abcd')] }]);
    expect(check(doc, continued, 'comment')).toEqual(closed(CLOSE.refused));
  });

  it('whose parent is not a type, or that put list items into a root', () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, handmade([{ client: 5, clock: 0, structs: [inRoot('nodes', 'n9', 'ab')] }]));
    expect(check(doc, handmade([{ client: 6, clock: 0, structs: [inside([5, 0], 'k', 'x')] }]))).toEqual(closed(4422));
    expect(check(doc, handmade([{ client: 6, clock: 0, structs: [inRoot('nodes', null, 'x')] }]))).toEqual(
      closed(4422),
    );
  });

  it('with sub-documents, binaries, XML, or types nested too deep', () => {
    const edits: ((copy: Y.Doc) => void)[] = [
      (copy) => copy.getMap('nodes').set('n', new Y.Doc()),
      (copy) => copy.getMap('nodes').set('n', Uint8Array.of(1)),
      (copy) => copy.getMap('nodes').set('n', new Y.XmlElement('a')),
      (copy) => {
        let inner = new Y.Map<unknown>();
        copy.getMap('nodes').set('n', inner);
        for (let depth = 0; depth < LIMITS.typeDepth; depth += 1) {
          const next = new Y.Map<unknown>();
          inner.set('k', next);
          inner = next;
        }
      },
    ];
    for (const edit of edits) expect(check(board(), change(board(), edit).update)).toEqual(closed(CLOSE.refused));
  });

  it('with too many structs or more bytes than the room has left', () => {
    const doc = board();
    const { update } = change(doc, (copy) => addNode(copy, 'n2'));
    const by = (extra: Partial<VetLimits>) =>
      vet(doc, update, {
        writer: writer('edit'),
        limits: { ...limits, ...extra },
        mode: 'update',
        claimOn: () => 'open',
      });
    expect(by({ structs: 2 })).toEqual(closed(CLOSE.refused));
    expect(by({ bytesLeft: 3 })).toEqual(closed(CLOSE.roomFull));
  });
});

import { LIMITS } from '@strideboard/wire';
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { faultOfItem, faultOfValue } from './contents.ts';

const limits = { valueBytes: LIMITS.valueBytes };
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

/** The fault of the first new item that a change of a document makes. */
function faultOf(change: (doc: Y.Doc) => void): string | null {
  const doc = new Y.Doc();
  doc.transact(() => change(doc));
  const { structs } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc));
  for (const struct of structs) {
    const fault = struct instanceof Y.Item ? faultOfItem(struct, limits) : null;
    if (fault !== null) return fault;
  }
  return null;
}

describe('a value', () => {
  it('of ordinary JSON up to 64 KiB and 12 levels is no fault', () => {
    for (const value of [null, true, 1.5, 'text', [], {}, { a: [1, { b: null }] }, undefined, { a: undefined }]) {
      expect(faultOfValue(value, LIMITS.valueBytes)).toBeNull();
    }
    expect(faultOfValue('x'.repeat(LIMITS.valueBytes - 1), LIMITS.valueBytes)).toBeNull();
    expect(faultOfValue(nested(LIMITS.valueDepth), LIMITS.valueBytes)).toBeNull();
  });

  it('that is too big in bytes, not in characters, is one', () => {
    expect(faultOfValue('x'.repeat(LIMITS.valueBytes), LIMITS.valueBytes)).toMatch(/big/);
    expect(faultOfValue('あ'.repeat(LIMITS.valueBytes / 3 + 1), LIMITS.valueBytes)).toMatch(/big/);
    expect(faultOfValue(Array(LIMITS.valueBytes + 1).fill(null), LIMITS.valueBytes)).toMatch(/big/);
    expect(faultOfValue({ ['k'.repeat(LIMITS.valueBytes)]: 1 }, LIMITS.valueBytes)).toMatch(/big/);
  });

  it('that is nested too deep, binary, or hides what it holds is one', () => {
    expect(faultOfValue(nested(LIMITS.valueDepth + 1), LIMITS.valueBytes)).toMatch(/deep/);
    expect(faultOfValue({ a: Uint8Array.of(1) }, LIMITS.valueBytes)).toMatch(/plain/);
    expect(faultOfValue({ a: 1n }, LIMITS.valueBytes)).toMatch(/plain/);
    const hiding = encoding.encode((encoder) => {
      encoding.writeUint8(encoder, 118);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, '__proto__');
      encoding.writeAny(encoder, { hidden: 'x' });
    });
    const value: unknown = decoding.readAny(decoding.createDecoder(hiding));
    const isVisible = Object.hasOwn(Object(value) as object, '__proto__'); // a decoder that defends itself shows the key
    expect(isVisible || faultOfValue(value, LIMITS.valueBytes) !== null).toBe(true);
  });

  it('never weighs more than its JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(faultOfValue(value, Buffer.byteLength(JSON.stringify(value)))).toBeNull();
      }),
    );
  });
});

describe('an item', () => {
  it('with a long text in one insert passes in any script, a longer one does not', () => {
    const insert = (text: string) => faultOf((doc) => doc.getText('text').insert(0, text));
    expect(insert('あ'.repeat(LIMITS.longText))).toBeNull();
    expect(insert('x'.repeat(LIMITS.stringInsert))).toBeNull();
    expect(insert('x'.repeat(LIMITS.stringInsert + 1))).toMatch(/text/);
  });

  it('under a key of 256 bytes passes, under a longer one does not', () => {
    const set = (key: string) => faultOf((doc) => doc.getMap('nodes').set(key, 1));
    expect(set('k'.repeat(LIMITS.mapKeyBytes))).toBeNull();
    expect(set('k'.repeat(LIMITS.mapKeyBytes + 1))).toMatch(/key/);
    expect(set('é'.repeat(LIMITS.mapKeyBytes / 2))).toBeNull();
    expect(set('é'.repeat(LIMITS.mapKeyBytes / 2 + 1))).toMatch(/key/);
  });

  it('that formats text passes unless name or value are too big', () => {
    const format = (attributes: Record<string, unknown>) =>
      faultOf((doc) => {
        doc.getText('text').insert(0, 'abc');
        doc.getText('text').format(0, 2, attributes);
      });
    expect(format({ bold: true })).toBeNull();
    expect(format({ ['b'.repeat(300)]: true })).toMatch(/format/);
    expect(format({ link: 'x'.repeat(LIMITS.valueBytes) })).toMatch(/big/);
  });

  it('with many values in one list counts each on its own', () => {
    const big = 'x'.repeat(LIMITS.valueBytes - 1);
    expect(faultOf((doc) => doc.getArray('a').insert(0, [big, big, big]))).toBeNull();
  });

  it('with an embed, a sub-document or XML does not pass', () => {
    expect(faultOf((doc) => doc.getText('t').insertEmbed(0, { image: 1 }))).toMatch(/kind/);
    expect(faultOf((doc) => doc.getMap('m').set('d', new Y.Doc()))).toMatch(/kind/);
    expect(faultOf((doc) => doc.getMap('m').set('x', new Y.XmlElement('a')))).toMatch(/kind/);
  });
});

import { CLOSE, LIMITS, ROOT_NAMES, type Role } from '@strideboard/wire';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type VetLimits, vet, type Writer } from './vet.ts';

const limits: VetLimits = {
  structs: LIMITS.structsPerMessage,
  deleteRanges: LIMITS.deleteRangesPerMessage,
  typeDepth: LIMITS.typeDepth,
  valueBytes: LIMITS.valueBytes,
  bytesLeft: LIMITS.roomBytes,
  newClients: LIMITS.clientClaimsPerRoom,
};
const writer = (role: Role, extra: Partial<Writer> = {}): Writer => ({
  role,
  principal: 'alice',
  isFrozen: () => false,
  ...extra,
});
const check = (doc: Y.Doc, update: Uint8Array, role: Role = 'edit', extra: Partial<Writer> = {}) =>
  vet(doc, update, { writer: writer(role, extra), limits, mode: 'update', claimOn: () => 'open' });

/** The update that one transaction on a copy of a document makes. */
function change(doc: Y.Doc, edit: (copy: Y.Doc) => void): { update: Uint8Array; copy: Y.Doc } {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  let update = Y.encodeStateAsUpdate(copy, before);
  copy.on('update', (part: Uint8Array) => {
    update = Y.mergeUpdates([update, part]);
  });
  copy.transact(() => edit(copy));
  return { update, copy };
}

function addNode(doc: Y.Doc, id: string): Y.Map<unknown> {
  const node = new Y.Map<unknown>();
  node.set('label', id);
  node.set('at', [null, 1, 2]);
  doc.getMap('nodes').set(id, node);
  return node;
}

/** A document with an element `n1`, its notes and a comment each of alice and bob. */
function board(): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    addNode(doc, 'n1');
    doc.getMap('text').set('n1|notes', new Y.Text('hello'));
    doc.getMap('comments').set('alice|1', { body: 'mine' });
    doc.getMap('comments').set('bob|1', { body: 'his' });
  });
  return doc;
}

const node = (doc: Y.Doc, id: string) => doc.getMap('nodes').get(id) as Y.Map<unknown>; // the fixtures above put maps there
const closed = (code: number): unknown => expect.objectContaining({ verdict: 'close', code });

describe('vet lets honest writers through', () => {
  it('applies a new element, a nested change and a delete by an editor', () => {
    const doc = board();
    expect(check(doc, change(doc, (copy) => addNode(copy, 'n2')).update)).toMatchObject({ verdict: 'apply' });
    expect(check(doc, change(doc, (copy) => node(copy, 'n1').set('label', 'x')).update).verdict).toBe('apply');
    expect(check(doc, change(doc, (copy) => copy.getMap('nodes').delete('n1')).update).verdict).toBe('apply');
    const typed = change(doc, (copy) => (copy.getMap('text').get('n1|notes') as Y.Text).insert(5, ' there')); // fixture
    expect(check(doc, typed.update).verdict).toBe('apply');
  });

  it('names the client ids that wrote', () => {
    const doc = board();
    const { update, copy } = change(doc, (c) => addNode(c, 'n2'));
    expect(check(doc, update)).toEqual({ verdict: 'apply', clients: [copy.clientID] });
  });

  it('(a) ignores a reconnecting viewer who repeats everything, delete set included', () => {
    const doc = board();
    node(doc, 'n1').set('label', 'y');
    doc.getMap('nodes').delete('n1');
    expect(check(doc, Y.encodeStateAsUpdate(doc), 'view')).toEqual({ verdict: 'nothing' });
  });

  it('(b) applies a change of an element that somebody just deleted', () => {
    const doc = board();
    const move = change(doc, (copy) => node(copy, 'n1').set('at', [null, 9, 9])).update;
    doc.getMap('nodes').delete('n1');
    for (const role of ['edit', 'facilitate'] as const) expect(check(doc, move, role).verdict).toBe('apply');
    Y.applyUpdate(doc, move);
    expect(doc.store.pendingStructs).toBeNull();
  });

  it('(f) applies a message that repeats known structs and adds new ones', () => {
    const doc = board();
    const { copy } = change(doc, (c) => addNode(c, 'n2'));
    expect(check(doc, Y.encodeStateAsUpdate(copy)).verdict).toBe('apply');
  });

  it('(f) applies a struct whose first part is known', () => {
    const doc = board();
    const author = new Y.Doc();
    Y.applyUpdate(author, Y.encodeStateAsUpdate(doc));
    const text = author.getMap('text').get('n1|notes') as Y.Text; // fixture
    text.insert(5, 'abc');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(author));
    text.insert(8, 'def');
    expect(check(doc, Y.encodeStateAsUpdate(author)).verdict).toBe('apply');
  });

  it('(g) applies an update that depends on one applied earlier in the same turn', () => {
    const doc = board();
    const first = change(doc, (copy) => addNode(copy, 'n2'));
    const updates: Uint8Array[] = [];
    first.copy.on('update', (update: Uint8Array) => updates.push(update));
    node(first.copy, 'n2').set('label', 'later');
    expect(check(doc, updates[0] ?? new Uint8Array())).toMatchObject({ verdict: 'resync' });
    Y.applyUpdate(doc, first.update);
    expect(check(doc, updates[0] ?? new Uint8Array()).verdict).toBe('apply');
  });

  it.each(['view', 'comment', 'edit', 'facilitate'] as const)('(h) ignores an empty update from role %s', (role) => {
    expect(check(board(), Uint8Array.of(0, 0), role)).toEqual({ verdict: 'nothing' });
  });

  it('(i) applies a paste of 500 elements with structs of several clients that depend on each other', () => {
    const doc = board();
    const a = new Y.Doc();
    const b = new Y.Doc();
    for (let i = 0; i < 250; i += 1) {
      addNode(a, `a${i}`);
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a, Y.encodeStateVector(b)));
      node(b, `a${i}`).set('label', `b${i}`);
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b, Y.encodeStateVector(a)));
    }
    const update = Y.encodeStateAsUpdate(a);
    expect(check(doc, update).verdict).toBe('apply');
    Y.applyUpdate(doc, update);
    expect(doc.store.pendingStructs).toBeNull();
  });
});

describe('vet asks for a resync', () => {
  it('when structs before these are missing', () => {
    const doc = board();
    const { copy } = change(doc, (c) => addNode(c, 'n2'));
    const sv = Y.encodeStateVector(copy);
    addNode(copy, 'n3');
    expect(check(doc, Y.encodeStateAsUpdate(copy, sv)).verdict).toBe('resync');
  });

  it('when a deleted range is not known', () => {
    const doc = board();
    const { copy } = change(doc, (c) => addNode(c, 'n2'));
    const sv = Y.encodeStateVector(copy);
    copy.getMap('nodes').delete('n2');
    expect(check(doc, Y.encodeStateAsUpdate(copy, sv)).verdict).toBe('resync');
  });

  it('when a message has a gap', () => {
    const doc = board();
    const { copy } = change(doc, (c) => addNode(c, 'n2'));
    const sv = Y.encodeStateVector(copy);
    const sv0 = Y.encodeStateVector(doc);
    const first = Y.encodeStateAsUpdate(copy, sv0);
    addNode(copy, 'n3');
    const sv2 = Y.encodeStateVector(copy);
    addNode(copy, 'n4');
    const gap = Y.mergeUpdates([first, Y.encodeStateAsUpdate(copy, sv2)]);
    expect(sv).not.toEqual(sv2);
    expect(check(doc, gap).verdict).toBe('resync');
  });
});

describe('vet enforces the role table', () => {
  const roles = ['view', 'comment', 'edit', 'facilitate'] as const;
  const write = (root: string, key: string) => {
    const doc = new Y.Doc();
    doc.getMap(root).set(key, 'value');
    return Y.encodeStateAsUpdate(doc);
  };

  it.each(roles)('for role %s on every root, own and foreign keys', (role) => {
    const got = ROOT_NAMES.map((root) => {
      const own = check(new Y.Doc(), write(root, 'alice|1'), role).verdict === 'apply';
      const foreign = check(new Y.Doc(), write(root, 'bob|1'), role).verdict === 'apply';
      return `${root} ${foreign ? 'all' : own ? 'own' : 'none'}`;
    });
    const all =
      'meta diagrams nodes edges text decisions standing manual controls applied mitigates records trees treeNodes treeEdges cardMarks';
    const edit = role === 'edit' || role === 'facilitate' ? 'all' : 'none';
    const comment = role === 'view' ? 'none' : 'own';
    const expected = new Map(all.split(' ').map((root) => [root, edit]));
    for (const root of ['comments', 'cards']) expected.set(root, role === 'facilitate' ? 'all' : comment);
    for (const root of ['votes', 'people']) expected.set(root, comment);
    for (const root of ['workshop', 'settings', 'locks']) expected.set(root, role === 'facilitate' ? 'all' : 'none');
    expected.set('decisionLog', edit === 'all' ? 'own' : 'none');
    expected.set('threadState', role === 'view' ? 'none' : 'all');
    expect(got.sort()).toEqual([...expected].map(([root, access]) => `${root} ${access}`).sort());
  });

  it('refuses an unknown root to everybody', () => {
    for (const role of roles) expect(check(new Y.Doc(), write('threats', 'alice|1'), role)).toEqual(closed(4403));
  });

  it('refuses a commenter who overwrites a nested key, deletes an element or types into notes', () => {
    const doc = board();
    const edits: ((copy: Y.Doc) => void)[] = [
      (copy) => node(copy, 'n1').set('label', 'x'),
      (copy) => copy.getMap('nodes').delete('n1'),
      (copy) => node(copy, 'n1').delete('label'),
      (copy) => (copy.getMap('text').get('n1|notes') as Y.Text).insert(2, 'x'), // fixture
      (copy) => (copy.getMap('text').get('n1|notes') as Y.Text).delete(0, 1), // fixture
      (copy) => copy.getMap('comments').set('bob|1', { body: 'forged' }),
      (copy) => copy.getMap('comments').delete('bob|1'),
    ];
    for (const edit of edits) expect(check(doc, change(doc, edit).update, 'comment')).toEqual(closed(CLOSE.forbidden));
    const own = change(doc, (copy) => copy.getMap('comments').set('alice|1', { body: 'again' })).update;
    expect(check(doc, own, 'comment').verdict).toBe('apply');
  });

  it('refuses a viewer anything new: a struct, a delete, a tombstone', () => {
    const doc = board();
    expect(check(doc, change(doc, (copy) => addNode(copy, 'n2')).update, 'view')).toEqual(closed(4403));
    expect(check(doc, change(doc, (copy) => copy.getMap('nodes').delete('n1')).update, 'view')).toEqual(closed(4403));
    const tombstone = change(doc, (copy) => {
      addNode(copy, 'n2');
      copy.getMap('nodes').delete('n2');
    }).update;
    expect(check(doc, tombstone, 'view')).toEqual(closed(4403));
  });

  it('refuses keys that a facilitator froze to editors, with 4423, and lets facilitators pass', () => {
    const doc = board();
    const frozen = { isFrozen: (root: string, key: string) => root === 'nodes' && key === 'n1' };
    const nested = change(doc, (copy) => node(copy, 'n1').set('label', 'x')).update;
    const removed = change(doc, (copy) => copy.getMap('nodes').delete('n1')).update;
    expect(check(doc, nested, 'edit', frozen)).toEqual(closed(CLOSE.locked));
    expect(check(doc, removed, 'edit', frozen)).toEqual(closed(CLOSE.locked));
    expect(check(doc, change(doc, (copy) => addNode(copy, 'n2')).update, 'edit', frozen).verdict).toBe('apply');
  });
});

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

import { CLOSE, ROOT_NAMES } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNode, board, change, check, node } from '../testing/vet-cases.ts';

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

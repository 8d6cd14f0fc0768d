import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { watchWriters, writersOf } from './writers.ts';

function twoPeople() {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.clientID = 1;
  two.clientID = 2;
  const exchange = (): void => {
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one, Y.encodeStateVector(two)));
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two, Y.encodeStateVector(one)));
  };
  return { one, two, exchange };
}

const node = (doc: Y.Doc, id: string): Y.Map<unknown> => doc.getMap('nodes').get(id) as Y.Map<unknown>;

describe('writers', () => {
  it('are those whose values stand in it, not those whose values were replaced', () => {
    const { one, two, exchange } = twoPeople();
    one.getMap('nodes').set(
      'a',
      new Y.Map([
        ['label', 'x'],
        ['at', 1],
      ]),
    );
    exchange();
    expect([writersOf(one, 'a'), writersOf(one, 'b')]).toEqual([[1], []]);
    node(two, 'a').set('label', 'y');
    exchange();
    expect(writersOf(one, 'a')).toEqual([1, 2]);
    node(two, 'a').set('at', 2);
    exchange();
    expect([writersOf(one, 'a'), writersOf(two, 'a')]).toEqual([[2], [2]]);
  });

  it('are told as they write, their own and others’, until nobody listens any more', () => {
    const { one, two, exchange } = twoPeople();
    const seen: string[] = [];
    const stop = watchWriters(one, (id, client) => seen.push(`${id} ${client}`));
    one.getMap('nodes').set('a', new Y.Map([['label', 'x']]));
    one.getMap('edges').set('f', new Y.Map([['from', 'a']]));
    one.getMap('meta').set('title', 'not an element');
    exchange();
    node(two, 'a').set('label', 'y');
    two.getMap('nodes').set('b', new Y.Map());
    exchange();
    expect(seen.sort()).toEqual(['a 1', 'a 2', 'b 2', 'f 1']);
    stop();
    node(one, 'a').set('label', 'z');
    expect(seen).toHaveLength(4);
  });

  it('are nobody in a document of another shape', () => {
    const doc = new Y.Doc();
    doc.getArray('nodes').push(['a']);
    doc.getMap('edges').set('a', 'no record');
    const seen: string[] = [];
    watchWriters(doc, (id) => seen.push(id));
    doc.getMap('edges').set('deep', new Y.Map([['inner', new Y.Map([['x', 1]])]]));
    ((doc.getMap('edges').get('deep') as Y.Map<unknown>).get('inner') as Y.Map<unknown>).set('x', 2);
    expect(writersOf(doc, 'a')).toEqual([]);
    expect(seen).toEqual(['deep']);
  });
});

import { board } from '@strideboard/kubernetes/board';
import { diagramId, indexModel } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { buildModel } from '@strideboard/testkit';
import { interfaceEnglish, type InterfaceWords, panels } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { createSubjectNames } from '../ui/subject-names.ts';
import { findEntries } from './find-index.ts';
import { excerpt, findMatches, stepTo } from './find-matches.ts';

const words: InterfaceWords = { ...interfaceEnglish, panels };
const message = { via: null, edited: null, gone: false, at: 1, author: 'kim' };
const model = buildModel({
  diagrams: [
    { id: 'd1', title: 'Context' },
    { id: 'd2', title: 'Inside', z: 'a1' },
  ],
  elements: [
    { id: 'web', label: 'Façade', properties: { image: 'nginx:1.27' } },
    { id: 'db', label: 'Bestände', kind: 'store', notes: 'Speaks of the façade in passing.' },
    { id: 'far', label: 'Façade of the other diagram', diagram: 'd2' },
  ],
  flows: [{ id: 'f', source: 'web', target: 'db', label: 'SQL', order: '3a' }],
  register: {
    manual: [
      {
        id: 'm1',
        title: 'Somebody reads the queue',
        letters: ['I'],
        on: ['db'],
        origin: 'hand',
        from: [],
        z: 'a0',
        created: null,
        description: '',
      },
    ],
    comments: [
      {
        id: 'c1',
        anchor: { kind: 'edge', id: 'f' },
        state: 'open',
        stateBy: null,
        orphaned: false,
        messages: [{ ...message, id: 'c1', body: 'Is this encrypted?' }],
      },
      {
        id: 'c3',
        anchor: { kind: 'node', id: 'deleted-long-ago' },
        state: 'open',
        stateBy: null,
        orphaned: true,
        messages: [{ ...message, id: 'c3', body: 'Why was it taken away?' }],
      },
      {
        id: 'c4',
        anchor: { kind: 'point', x: 1, y: 2, diagram: 'd2' },
        state: 'resolved',
        stateBy: null,
        orphaned: false,
        messages: [{ ...message, id: 'c4', body: 'On the second diagram' }],
      },
      {
        id: 'c2',
        anchor: { kind: 'point', x: 40, y: 50 },
        state: 'open',
        stateBy: null,
        orphaned: false,
        messages: [{ ...message, id: 'c2', body: 'Something is missing here' }],
      },
    ],
  },
});
const index = indexModel(model);
const pack = createPackIndex(board);
const names = createSubjectNames({ index, pack, common: words.common });
const entries = findEntries({ model, index, pack, words, names, threats: [] });
const find = (query: string) =>
  findMatches(entries, query, null).map(({ entry, field }) => [entry.target, field.what, field.text]);

describe('finding', () => {
  it('does not care about accents and case', () => {
    expect(find('FACADE').map(([id]) => id)).toEqual(['web', 'far', 'db']);
    expect(find('bestande').map(([id]) => id)).toEqual(['db']);
  });

  it('brings what is called so before what speaks of it, and this diagram before the others', () => {
    const there = findMatches(entries, 'façade', diagramId('d2')).map(({ entry }) => entry.target);
    expect(there).toEqual(['far', 'web', 'db']);
  });

  it('finds properties by name and value and says which it was', () => {
    expect(find('nginx')).toEqual([['web', 'property', 'nginx:1.27']]);
    expect(find('image nginx').map(([id]) => id)).toEqual(['web']);
  });

  it('finds kinds, numbers, hand-written threats and comments, those at a place too', () => {
    expect(find('data store').map(([id]) => id)).toEqual(['db']);
    expect(find('3a')).toEqual([['f', 'order', '3a']]);
    expect(find('reads the queue').map(([id, what]) => [id, what])).toEqual([['db', 'threat']]);
    expect(find('encrypted').map(([id, what]) => [id, what])).toEqual([['f', 'comment']]);
    expect(find('missing here')).toEqual([[{ x: 40, y: 50 }, 'comment', 'Something is missing here']]);
  });

  it('finds comments on another diagram there, and those whose target is gone in their conversation', () => {
    const found = (query: string) =>
      findMatches(entries, query, null).map(({ entry }) => [entry.target, entry.diagram]);
    expect(found('taken away')).toEqual([[{ thread: 'c3' }, null]]);
    expect(found('second diagram')).toEqual([[{ x: 1, y: 2 }, 'd2']]);
  });

  it('wants every word in one text, and finds nothing for no word', () => {
    expect(find('nginx encrypted')).toEqual([]);
    expect(find('  ')).toEqual([]);
  });

  it('goes round', () => {
    expect([stepTo(-1, 3, 1), stepTo(2, 3, 1), stepTo(-1, 3, -1), stepTo(0, 3, -1), stepTo(-1, 0, 1)]).toEqual([
      0, 0, 2, 2, -1,
    ]);
  });

  it('shows what is around the match of a long text', () => {
    const text = `${'a '.repeat(5_000)}needle ${'b '.repeat(5_000)}`;
    expect(excerpt(text, 'needle')).toContain('needle');
    expect(excerpt(text, 'needle').length).toBeLessThan(100);
  });
});

import { elementId, type Model } from '@strideboard/model';
import { buildModel, createPeers, createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type BoardChange, createBoardDocument } from './board-document.ts';
import { createCommands } from './commands.ts';
import { createHistory } from './history.ts';

function board(people: Model['people'] = {}) {
  const [ada] = createPeers(createRandom(1), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  const parts = { elements: [{ id: 'ns', kind: 'boundary' as const }, { id: 'pod', parent: 'ns' }, { id: 'db' }] };
  ada.commands.importFirst(buildModel({ ...parts, people }));
  const waiting: (() => void)[] = [];
  let cancelled = 0;
  const document = createBoardDocument({
    doc: ada.doc,
    schedule: (flush) => {
      waiting.push(flush);
      return () => cancelled++;
    },
  });
  const changes: BoardChange[] = [];
  document.subscribe((change) => changes.push(change));
  return { ...ada, document, waiting, changes, cancelled: () => cancelled };
}

const id = elementId;

describe('a board', () => {
  it('schedules one flush for many changes and tells one diff', () => {
    const { commands, waiting, changes } = board();
    commands.label({ id: id('pod'), text: 'api' });
    commands.move({ ids: [id('ns')], dx: 4, dy: 0 });
    commands.connect({ source: id('pod'), target: id('db') });
    expect([waiting.length, changes.length]).toEqual([1, 0]);
    waiting[0]?.();
    expect(changes).toHaveLength(1);
    expect(changes[0]?.diff.elements).toEqual({ added: [], removed: [], changed: ['ns', 'pod'] });
    expect(changes[0]?.diff.flows.added).toHaveLength(1);
    expect(changes[0]?.local).toBe(true);
  });

  it('keeps the objects of everything that did not change', () => {
    const { commands, document } = board();
    const before = document.model();
    commands.label({ id: id('pod'), text: 'api' });
    document.flush();
    const after = document.model();
    expect(after.elements.map((element, at) => element === before.elements[at])).toEqual(
      [true, true, false].map((_, at) => after.elements[at]?.id !== 'pod'),
    );
    expect([after.flows, after.decisions, after.meta, after.diagrams]).toEqual([
      before.flows,
      before.decisions,
      before.meta,
      before.diagrams,
    ]);
    expect(after.flows).toBe(before.flows);
    expect(after.decisions).toBe(before.decisions);
  });

  it('stays silent when a change shows nothing new', () => {
    const { commands, document, changes } = board();
    const before = document.model();
    commands.label({ id: id('pod'), text: 'x' });
    commands.label({ id: id('pod'), text: '' });
    document.flush();
    expect(changes).toEqual([]);
    expect(document.model()).toBe(before);
  });

  it('says whether all of a change came from here', () => {
    const { doc, document, changes, commands } = board();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    other.getMap('meta').set('title', 'from afar');
    commands.label({ id: id('pod'), text: 'mine' });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    document.flush();
    expect(changes.map(({ local, diff }) => [local, diff.frame])).toEqual([[false, true]]);
  });

  it('works with a schedule that flushes at once, still in one diff per transaction', () => {
    const { doc, commands } = board();
    const document = createBoardDocument({
      doc,
      schedule: (flush) => {
        flush();
        return () => undefined;
      },
    });
    const diffs: unknown[] = [];
    document.subscribe(({ diff }) => diffs.push([diff.elements.removed, diff.flows.removed]));
    const flow = commands.connect({ source: id('pod'), target: id('db') });
    commands.delete({ ids: [id('pod')] });
    expect(diffs).toEqual([
      [[], []],
      [['pod'], flow.ok ? flow.ids : []],
    ]);
  });

  it('lets a listener call a command', () => {
    const { commands, document, changes } = board();
    const stop = document.subscribe(() => {
      stop();
      commands.label({ id: id('db'), text: 'answer' });
    });
    commands.label({ id: id('pod'), text: 'question' });
    document.flush();
    document.flush();
    expect(changes.map(({ diff }) => diff.elements.changed)).toEqual([['pod'], ['db']]);
  });

  it('knows people who joined and tells when one more did', () => {
    const { commands, document, changes } = board();
    commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' });
    document.flush();
    expect([...document.people()]).toEqual([['ada', { name: 'Ada', colour: '#2b5fc7' }]]);
    expect(changes.map(({ diff }) => diff.empty)).toEqual([true]);
  });

  it('names people whom a file brought, and those who joined by the name they have now', () => {
    const { commands, document } = board({
      ada: { name: 'Ada of the file', colour: '#b4451f' },
      bo: { name: 'Bo of the file', colour: '#00706a' },
    });
    commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' });
    document.flush();
    expect([...document.people()].map(([principal, { name }]) => [principal, name])).toEqual([
      ['ada', 'Ada'],
      ['bo', 'Bo of the file'],
    ]);
    expect(document.people()).toBe(document.people());
  });

  it('is read-only with an issue when its schema is newer, and writes nothing', () => {
    const { doc, document, commands, updates, history } = board();
    commands.label({ id: id('pod'), text: 'before' });
    doc.getMap('settings').set('schema', 2);
    const sent = updates.length;
    expect(commands.label({ id: id('pod'), text: 'x' })).toEqual({
      ok: false,
      problem: { code: 'read-only', ids: [] },
    });
    expect(history.undo().done).toBe(false);
    document.flush();
    expect([document.readOnly(), document.issues()]).toEqual([true, [{ code: 'schema-newer', ids: [] }]]);
    expect(updates.length).toBe(sent);
  });

  it('stops following and cancels what is scheduled when disposed', () => {
    const { commands, document, waiting, changes, cancelled } = board();
    commands.label({ id: id('pod'), text: 'api' });
    document.dispose();
    for (const flush of waiting) flush();
    commands.label({ id: id('pod'), text: 'web' });
    expect([changes.length, cancelled(), waiting.length]).toEqual([0, 1, 1]);
  });

  it('gives models that nobody can change', () => {
    const { document } = board();
    const [element] = document.model().elements;
    expect(() => Object.assign(element ?? {}, { label: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(document.model(), { flows: [] })).toThrow(TypeError);
  });

  it('gives commands a current model even when a flush is pending', () => {
    const doc = new Y.Doc();
    const document = createBoardDocument({ doc, schedule: () => () => undefined });
    const history = createHistory(document);
    let count = 0;
    const author = { principal: 'ada', role: 'edit' } as const;
    const commands = createCommands({
      document,
      history,
      author: () => author,
      now: () => 0,
      randomId: () => `id-${++count}`,
    });
    const first = commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } });
    const source = id(first.ok ? (first.ids[0] ?? '') : '');
    expect(commands.connect({ source, target: source }).ok).toBe(true);
  });
});

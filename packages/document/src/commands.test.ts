import {
  absoluteBoxes,
  type Box,
  type ElementId,
  elementId,
  type FlowId,
  flowId,
  type Model,
} from '@strideboard/model';
import { buildModel, createPeers, createRandom, type ModelParts, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CommandResult } from './gesture.ts';

const id = elementId;

/** A board with the given parts, and what tests ask about it. */
function boardWith(parts: ModelParts) {
  const [ada] = createPeers(createRandom(1), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  const imported = ada.commands.importFirst(buildModel(parts));
  if (!imported.ok) throw new Error(`fixture refused: ${imported.problem.code} ${imported.problem.ids.join()}`);
  return { ...ada, ...questions(ada) };
}

function questions(peer: Peer) {
  const model = (): Model => {
    peer.document.flush();
    return peer.document.model();
  };
  return {
    model,
    element: (name: string) => model().elements.find((element) => element.id === name),
    flow: (name: string) => model().flows.find((flow) => flow.id === name),
    box: (name: string): Box | undefined => absoluteBoxes(model().elements).get(id(name)),
    stored: (root: string, name: string) => peer.doc.getMap<Y.Map<unknown>>(root).get(name)?.toJSON(),
  };
}

const problemOf = (result: CommandResult): string => (result.ok ? 'none' : result.problem.code);
const firstId = (result: CommandResult): ElementId => id(result.ok ? (result.ids[0] ?? '') : '');

const nested: ModelParts = {
  elements: [
    { id: 'outer', kind: 'boundary', x: 100, y: 100, width: 600, height: 400 },
    { id: 'inner', kind: 'boundary', parent: 'outer', x: 50, y: 50, width: 300, height: 200 },
    { id: 'pod', parent: 'inner', x: 20, y: 30 },
    { id: 'db', kind: 'store', x: 900, y: 100 },
    { id: 'side', kind: 'boundary', x: 0, y: 800 },
  ],
  flows: [
    { id: 'query', source: 'pod', target: 'db', label: 'query', order: '1' },
    { id: 'loop', source: 'db', target: 'db' },
  ],
};

describe('create', () => {
  it('writes a complete element above its siblings together with its notes', () => {
    const board = boardWith(nested);
    const result = board.commands.create({
      kind: 'process',
      type: 'wl.pod',
      at: { parent: id('inner'), x: 10.4, y: 20 },
      label: 'api',
      properties: { privileged: true },
    });
    const created = firstId(result);
    expect(board.element(created)).toMatchObject({
      parent: 'inner',
      x: 10,
      y: 20,
      label: 'api',
      properties: { privileged: true },
    });
    expect(board.element(created)?.created).toMatchObject({ by: 'ada' });
    expect((board.element(created)?.z ?? '') > (board.element('pod')?.z ?? '')).toBe(true);
    expect(board.doc.getMap('text').get(`${created}|notes`)).toBeInstanceOf(Y.Text);
  });

  it.each<[string, Parameters<Peer['commands']['create']>[0], string]>([
    [
      'a parent that is no boundary',
      { kind: 'process', type: '', at: { parent: id('pod'), x: 0, y: 0 } },
      'not-a-boundary',
    ],
    [
      'a parent nobody knows',
      { kind: 'process', type: '', at: { parent: id('nobody'), x: 0, y: 0 } },
      'not-a-boundary',
    ],
    ['a place off the canvas', { kind: 'process', type: '', at: { parent: null, x: 1_000_000, y: 0 } }, 'out-of-range'],
    [
      'a place that is no number',
      { kind: 'process', type: '', at: { parent: null, x: Number.NaN, y: 0 } },
      'out-of-range',
    ],
    [
      'no size',
      { kind: 'process', type: '', at: { parent: null, x: 0, y: 0 }, size: { width: 0, height: 9 } },
      'out-of-range',
    ],
    [
      'a long label',
      { kind: 'process', type: '', at: { parent: null, x: 0, y: 0 }, label: 'x'.repeat(301) },
      'text-too-long',
    ],
    [
      'a line style for what is no boundary',
      { kind: 'process', type: '', at: { parent: null, x: 0, y: 0 }, style: 'machine' },
      'value-unreadable',
    ],
    [
      'taking things into what is no boundary',
      { kind: 'process', type: '', at: { parent: null, x: 0, y: 0 }, adopt: [id('db')] },
      'not-a-boundary',
    ],
    [
      'taking in what is not there',
      { kind: 'boundary', type: '', at: { parent: null, x: 0, y: 0 }, adopt: [id('db'), id('gone')] },
      'unknown-id',
    ],
    [
      'taking in what it lies in',
      { kind: 'boundary', type: '', at: { parent: id('inner'), x: 0, y: 0 }, adopt: [id('outer')] },
      'inside-itself',
    ],
    [
      'taking in what would lie too far out',
      { kind: 'boundary', type: '', at: { parent: null, x: -999_999, y: 0 }, adopt: [id('db')] },
      'out-of-range',
    ],
  ])('refuses %s and writes nothing', (_, args, code) => {
    const board = boardWith(nested);
    const sent = board.updates.length;
    expect(problemOf(board.commands.create(args))).toBe(code);
    expect(board.updates.length).toBe(sent);
    expect(board.history.undoName).toBeNull();
  });

  it('takes in what a boundary is drawn around, in place, as one gesture', () => {
    const board = boardWith(nested);
    const sent = board.updates.length;
    const before = board.model();
    const [pod, db] = [board.box('pod'), board.box('db')];
    const result = board.commands.create({
      kind: 'boundary',
      type: 'ns',
      at: { parent: id('outer'), x: 40.4, y: 30 },
      size: { width: 320, height: 240 },
      adopt: [id('pod'), id('inner'), id('db'), id('inner')],
    });
    const made = firstId(result);
    expect(result.ok ? result.ids : []).toEqual([made, 'inner', 'db']);
    expect([board.element('inner'), board.element('db'), board.element('pod')].map((one) => one?.parent)).toEqual([
      made,
      made,
      'inner',
    ]);
    expect([board.box('pod'), board.box('db')]).toEqual([pod, db]);
    expect(board.element('inner')).toMatchObject({ x: 10, y: 20 });
    expect(board.updates.length - sent).toBe(1);
    expect(board.history.undoName).toEqual({ command: 'create', count: 1 });
    const after = board.model();
    expect(board.history.undo()).toMatchObject({ done: true, skipped: [] });
    expect([board.model(), board.history.canUndo]).toEqual([before, false]);
    expect(board.history.redo()).toMatchObject({ done: true, skipped: [] });
    expect(board.model().elements).toEqual(after.elements);
  });

  it('leaves out what a facilitator has locked when it takes things in', () => {
    const board = boardWith(nested);
    board.doc.getMap('locks').set('nodes|pod', ['fay', 1, '']);
    const args = { kind: 'boundary', type: '', at: { parent: id('inner'), x: 0, y: 0 } } as const;
    board.setRole('edit');
    const result = board.commands.create({ ...args, adopt: [id('pod'), id('db')] });
    expect(result.ok ? result.ids.slice(1) : []).toEqual(['db']);
    expect(board.element('pod')?.parent).toBe('inner');
  });

  it('takes an element into a boundary whose own parent is stored inside it but shown outside', () => {
    const board = boardWith(nested);
    board.doc.getMap<Y.Map<unknown>>('nodes').get('side')?.set('at', ['db', 10, 10]);
    const before = [board.box('side'), board.box('db')];
    const made = firstId(
      board.commands.create({
        kind: 'boundary',
        type: '',
        at: { parent: id('side'), x: 0, y: 0 },
        adopt: [id('db')],
      }),
    );
    expect([board.element('db')?.parent, board.element(made)?.parent]).toEqual([made, 'side']);
    expect([board.box('side'), board.box('db')]).toEqual(before);
    expect(board.document.issues()).toEqual([]);
  });

  it('draws a boundary in the style of its kind', () => {
    const board = boardWith(nested);
    const at = { parent: null, x: 0, y: 0 };
    const machine = firstId(board.commands.create({ kind: 'boundary', type: '', at, style: 'machine' }));
    const trust = firstId(board.commands.create({ kind: 'boundary', type: '', at, style: 'trust' }));
    expect([board.element(machine)?.style, board.element(trust)?.style]).toEqual(['machine', 'trust']);
    expect(board.stored('nodes', trust)).not.toHaveProperty('style');
  });

  it('stays on top of siblings whose order keys came from a foreign program', () => {
    for (const z of ['b', 'a00', 'zz', 'a0', 'Zz', 'A', 'aV']) {
      const board = boardWith({ elements: [{ id: 'old', z }] });
      const created = firstId(board.commands.create({ kind: 'note', type: '', at: { parent: null, x: 0, y: 0 } }));
      expect(
        board.model().elements.map((element) => element.id),
        `above ${z}`,
      ).toEqual(['old', created]);
    }
  });
});

describe('connect', () => {
  it('makes flows, self-loops included, and refuses ends that are not there', () => {
    const board = boardWith(nested);
    const flow = firstId(board.commands.connect({ source: id('db'), target: id('db'), direction: 'two', order: '*' }));
    expect(board.flow(flow)).toMatchObject({ source: 'db', target: 'db', direction: 'two', order: '*' });
    expect(problemOf(board.commands.connect({ source: id('db'), target: id('gone') }))).toBe('unknown-id');
    expect(problemOf(board.commands.connect({ source: id('db'), target: id('pod'), order: '1234567890123' }))).toBe(
      'text-too-long',
    );
  });

  it('creates an element and its flow as one gesture', () => {
    const board = boardWith(nested);
    const sent = board.updates.length;
    const result = board.commands.createConnected({
      source: id('pod'),
      kind: 'store',
      type: '',
      at: { parent: null, x: 0, y: 0 },
      flow: { label: 'reads' },
    });
    const [element, flow] = result.ok ? result.ids : [];
    expect(board.flow(flow ?? '')).toMatchObject({ source: 'pod', target: element, label: 'reads' });
    expect(board.updates.length - sent).toBe(1);
    board.history.undo();
    expect([board.element(element ?? ''), board.flow(flow ?? '')]).toEqual([undefined, undefined]);
  });
});

describe('label and properties', () => {
  it('name elements, flows and the way back', () => {
    const board = boardWith(nested);
    board.commands.label({ id: id('pod'), text: 'web' });
    board.commands.label({ id: flowId('query'), text: 'answer', which: 'returnLabel' });
    expect([board.element('pod')?.label, board.flow('query')?.label, board.flow('query')?.returnLabel]).toEqual([
      'web',
      'query',
      'answer',
    ]);
    expect(problemOf(board.commands.label({ id: id('pod'), text: 'x', which: 'returnLabel' }))).toBe('not-a-flow');
  });

  it('store half a surrogate pair as the replacement mark, as every other replica will read it', () => {
    const board = boardWith(nested);
    board.commands.label({ id: id('pod'), text: 'half \uD83D' });
    expect(board.element('pod')?.label).toBe('half \uFFFD');
  });

  it('set one property of many things and forget evidence of an older value', () => {
    const board = boardWith(nested);
    const ids = [id('pod'), flowId('query')];
    board.commands.setProperty({ ids, name: 'tls', value: true, evidence: { source: 'observed', text: 'pod.yaml' } });
    expect(board.element('pod')).toMatchObject({
      properties: { tls: true },
      evidence: { tls: { source: 'observed', by: 'ada' } },
    });
    board.commands.setProperty({ ids, name: 'tls', value: false });
    expect(board.flow('query')).toMatchObject({ properties: { tls: false }, evidence: {} });
    board.commands.setProperty({ ids, name: 'tls', value: null });
    expect(board.flow('query')?.properties).toEqual({});
    expect(board.stored('edges', 'query')).toHaveProperty(['p.tls'], null);
  });

  it('write nothing and remember nothing when nothing would change', () => {
    const board = boardWith(nested);
    const sent = board.updates.length;
    board.commands.label({ id: id('pod'), text: '' });
    board.commands.setProperty({ ids: [id('pod')], name: 'tls', value: null });
    board.commands.move({ ids: [id('pod')], dx: 0, dy: 0 });
    board.commands.leave({ ids: [id('pod')], boundary: id('side') });
    board.commands.rename('');
    expect(board.updates.length).toBe(sent);
    expect(board.history.undoName).toBeNull();
  });

  it('lift what is inside a boundary that becomes a process, in place', () => {
    const board = boardWith(nested);
    const before = board.box('pod');
    board.commands.setType({ id: id('inner'), kind: 'process', type: 'x' });
    expect(board.element('pod')?.parent).toBe('outer');
    expect(board.box('pod')).toEqual(before);
    board.history.undo();
    expect(board.element('pod')).toMatchObject({ parent: 'inner', x: 20, y: 30 });
  });
});

describe('the type of a boundary', () => {
  it('brings its line style along, as one step', () => {
    const board = boardWith(nested);
    const sent = board.updates.length;
    expect(board.commands.setType({ id: id('side'), type: 'machine', style: 'machine' }).ok).toBe(true);
    expect(board.element('side')).toMatchObject({ type: 'machine', style: 'machine' });
    expect(board.updates.length - sent).toBe(1);
    board.commands.setType({ id: id('side'), type: 'namespace', style: 'trust' });
    expect(board.element('side')).toMatchObject({ type: 'namespace', style: 'trust' });
    board.history.undo();
    expect(board.element('side')).toMatchObject({ type: 'machine', style: 'machine' });
    board.history.undo();
    expect(board.element('side')).toMatchObject({ type: '', style: 'trust' });
  });

  it('may change without touching the line, and only boundaries have a line style', () => {
    const board = boardWith(nested);
    board.commands.setType({ id: id('side'), type: 'machine', style: 'machine' });
    board.commands.setType({ id: id('side'), type: 'other' });
    expect(board.element('side')).toMatchObject({ type: 'other', style: 'machine' });
    const wavy = 'wavy' as 'trust'; // what a caller without types could pass
    expect(problemOf(board.commands.setType({ id: id('side'), type: 'x', style: wavy }))).toBe('value-unreadable');
    for (const refused of [
      board.commands.setType({ id: id('db'), type: 'x', style: 'machine' }),
      board.commands.setType({ id: id('side'), kind: 'store', type: 'x', style: 'machine' }),
    ]) {
      expect(problemOf(refused)).toBe('value-unreadable');
    }
    expect(board.commands.setType({ id: id('db'), kind: 'boundary', type: 'x', style: 'machine' }).ok).toBe(true);
    expect(board.element('db')).toMatchObject({ kind: 'boundary', style: 'machine' });
  });
});

describe('placing', () => {
  it('moves only the top-most of what is selected', () => {
    const board = boardWith(nested);
    board.commands.move({ ids: [id('pod'), id('inner')], dx: 5, dy: -5 });
    expect(board.element('inner')).toMatchObject({ x: 55, y: 45 });
    expect(board.element('pod')).toMatchObject({ x: 20, y: 30 });
  });

  it('drops at an absolute place, whatever the new parent', () => {
    const board = boardWith(nested);
    for (const parent of [id('side'), null, id('outer')]) {
      board.commands.drop({ ids: [id('pod')], parent, positions: new Map([[id('pod'), { x: 222, y: 333 }]]) });
      expect(board.element('pod')?.parent).toBe(parent);
      expect(board.box('pod')).toMatchObject({ x: 222, y: 333 });
    }
  });

  it('refuses to drop a boundary into what is inside it', () => {
    const board = boardWith(nested);
    const positions = new Map([[id('outer'), { x: 0, y: 0 }]]);
    expect(problemOf(board.commands.drop({ ids: [id('outer')], parent: id('inner'), positions }))).toBe(
      'inside-itself',
    );
    expect(problemOf(board.commands.drop({ ids: [id('outer')], parent: id('outer'), positions }))).toBe(
      'inside-itself',
    );
  });

  it('joins and leaves with a drop, and refuses circles of membership', () => {
    const board = boardWith(nested);
    const positions = new Map([[id('pod'), { x: 0, y: 0 }]]);
    board.commands.drop({ ids: [id('pod')], parent: null, positions, join: [id('side')] });
    expect(board.element('pod')?.memberOf).toEqual(['side']);
    board.commands.drop({ ids: [id('pod')], parent: null, positions, leave: [id('side')] });
    expect(board.element('pod')?.memberOf).toEqual([]);
    board.commands.join({ ids: [id('outer')], boundary: id('side') });
    expect(problemOf(board.commands.join({ ids: [id('side')], boundary: id('inner') }))).toBe('inside-itself');
    expect(problemOf(board.commands.join({ ids: [id('pod')], boundary: id('db') }))).toBe('not-a-boundary');
  });

  it('drops an element into a boundary that is stored inside it but shown outside', () => {
    const board = boardWith(nested);
    // What is left when one person makes a boundary a store while another drops something into it.
    board.doc.getMap<Y.Map<unknown>>('nodes').get('side')?.set('at', ['db', 10, 10]);
    expect(board.element('side')?.parent).toBeNull();
    const before = board.box('side');
    const positions = new Map([[id('db'), { x: 920, y: 120 }]]);
    expect(board.commands.drop({ ids: [id('db')], parent: id('side'), positions }).ok).toBe(true);
    expect([board.element('db')?.parent, board.box('side')]).toEqual(['side', before]);
    expect(board.box('db')).toMatchObject({ x: 920, y: 120 });
    expect(board.document.issues()).toEqual([]);
  });

  it('resizes from the top left without moving what is inside, also what is deleted inside', () => {
    const board = boardWith(nested);
    const before = board.box('pod');
    const outer = board.box('inner');
    board.commands.delete({ ids: [id('pod')] });
    board.commands.resize({ id: id('inner'), box: { x: 120, y: 130, width: 400, height: 300 } });
    expect(board.box('inner')).toEqual({ x: 120, y: 130, width: 400, height: 300 });
    board.commands.restore({ ids: [id('pod')] });
    expect(board.box('pod')).toEqual(before);
    board.history.undo();
    board.history.undo();
    expect(board.box('inner')).toEqual(outer);
  });
});

describe('delete and restore', () => {
  it('take what is inside and every attached flow, and bring back exactly that', () => {
    const board = boardWith(nested);
    const before = board.model();
    const result = board.commands.delete({ ids: [id('outer')] });
    expect(result.ok ? [...result.ids].sort() : []).toEqual(['inner', 'outer', 'pod', 'query']);
    expect(board.model().flows.map((flow) => flow.id)).toEqual(['loop']);
    board.commands.restore({ ids: [id('pod')] });
    expect(board.model()).toEqual(before);
    expect(problemOf(board.commands.restore({ ids: [id('pod')] }))).toBe('not-deleted');
  });

  it('keep what was inside where it was when children are lifted', () => {
    const board = boardWith(nested);
    const before = board.box('pod');
    board.commands.delete({ ids: [id('inner'), id('outer')], children: 'lift' });
    expect(board.element('pod')?.parent).toBeNull();
    expect(board.box('pod')).toEqual(before);
    expect(board.flow('query')).toBeDefined();
  });

  it('hide decisions with what they are about, and show them again', () => {
    const board = boardWith({
      ...nested,
      decisions: { 'WL-001~pod': { state: 'accepted' }, 'WL-002~model': { state: 'open' } },
    });
    board.commands.delete({ ids: [id('pod')] });
    expect(Object.keys(board.model().decisions)).toEqual(['WL-002~model']);
    board.history.undo();
    expect(board.model().decisions['WL-001~pod']?.state).toBe('accepted');
  });
});

describe('flows', () => {
  it('reverse: ends, waypoints and, for a two-way flow, the labels swap', () => {
    const board = boardWith(nested);
    const query = flowId('query');
    board.commands.route({
      id: query,
      points: [
        { x: 1, y: 2 },
        { x: 3, y: 4 },
      ],
      labelPlace: { along: 200, dx: 0, dy: -8 },
      ports: ['right', 'left'],
    });
    board.commands.flow({ id: query, direction: 'two' });
    board.commands.label({ id: query, text: 'rows', which: 'returnLabel' });
    board.commands.flow({ id: query, reverse: true, order: '2b' });
    expect(board.flow('query')).toMatchObject({
      source: 'db',
      target: 'pod',
      label: 'rows',
      returnLabel: 'query',
      order: '2b',
      route: {
        base: null,
        points: [
          [3, 4],
          [1, 2],
        ],
      },
      labelPlace: { along: 800 },
      ports: ['left', 'right'],
    });
  });

  it('keep their waypoints relative to the innermost boundary around both ends', () => {
    const board = boardWith(nested);
    const flow = firstId(board.commands.connect({ source: id('pod'), target: id('inner') })) as string as FlowId; // ids of a flow
    board.commands.route({ id: flow, points: [{ x: 300, y: 300 }] });
    expect(board.flow(flow)?.route).toEqual({ base: 'outer', points: [[200, 200]] });
    board.commands.route({ id: flow, points: null });
    expect(board.flow(flow)?.route).toBeNull();
  });

  it('reconnect one end', () => {
    const board = boardWith(nested);
    board.commands.reconnect({ id: flowId('query'), end: 'source', element: id('side') });
    expect(board.flow('query')).toMatchObject({ source: 'side', target: 'db' });
    expect(problemOf(board.commands.reconnect({ id: flowId('query'), end: 'target', element: id('gone') }))).toBe(
      'unknown-id',
    );
  });
});

describe('scope, notes and title', () => {
  it('put things out of scope, even without a reason, and back', () => {
    const board = boardWith(nested);
    board.commands.scope({ ids: [id('db'), flowId('query')], reason: '' });
    expect([board.element('db')?.outOfScope, board.flow('query')?.outOfScope]).toEqual(['', '']);
    board.commands.scope({ ids: [id('db')], reason: null });
    expect(board.element('db')?.outOfScope).toBeNull();
  });

  it('change only the part of the notes that differs', () => {
    const board = boardWith({ elements: [{ id: 'a', notes: 'one 🔑 two' }] });
    const text = board.doc.getMap<Y.Text>('text').get('a|notes');
    const deltas: unknown[] = [];
    text?.observe((event) => deltas.push(event.delta));
    board.commands.notes({ id: id('a'), text: 'one 🔒 two' });
    expect(board.element('a')?.notes).toBe('one 🔒 two');
    expect(deltas).toEqual([[{ retain: 4 }, { delete: 2 }, { insert: '🔒' }]]);
  });

  it('name the board', () => {
    const board = boardWith({});
    board.commands.rename('Pod launch');
    expect(board.model().meta.title).toBe('Pod launch');
    board.history.undo();
    expect(board.model().meta.title).toBe('');
  });
});

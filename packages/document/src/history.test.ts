import { absoluteBoxes, elementId, flowId, threatId } from '@strideboard/model';
import { buildModel, createPeers, createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { HISTORY_LIMIT } from './history.ts';

const id = elementId;

function board() {
  const group = createPeers(createRandom(1), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  const parts = {
    elements: [{ id: 'ns', kind: 'boundary' as const }, { id: 'pod' }, { id: 'db' }],
    flows: [{ id: 'f', source: 'pod', target: 'db' }],
  };
  bob.commands.importFirst(buildModel(parts));
  ada.commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' });
  bob.commands.joinPeople({ name: 'Bob', colour: '#b4451f' });
  group.deliverAll();
  const element = (name: string) => {
    group.deliverAll();
    return ada.document.model().elements.find((shown) => shown.id === name);
  };
  const create = (kind: 'process' | 'boundary' = 'process') => {
    const result = ada.commands.create({ kind, type: '', at: { parent: null, x: 0, y: 0 } });
    group.deliverAll();
    return id(result.ok ? (result.ids[0] ?? '') : '');
  };
  return { group, ada, bob, element, create };
}

describe('undo', () => {
  it('leaves and names what somebody else changed since, and takes back the rest', () => {
    const { group, ada, bob, element } = board();
    ada.commands.setProperty({ ids: [id('pod'), id('db')], name: 'tls', value: true });
    group.deliverAll();
    bob.commands.setProperty({ ids: [id('pod')], name: 'tls', value: 'mutual' });
    group.deliverAll();
    expect(ada.history.undo()).toEqual({
      done: true,
      skipped: [{ id: 'pod', by: 'bob' }],
      name: { command: 'setProperty', count: 2 },
    });
    expect([element('pod')?.properties, element('db')?.properties]).toEqual([{ tls: 'mutual' }, {}]);
  });

  it('keeps a value that somebody else chose as well', () => {
    const { group, ada, bob, element } = board();
    ada.commands.label({ id: id('pod'), text: 'api' });
    bob.commands.label({ id: id('pod'), text: 'api' });
    group.deliverAll();
    ada.history.undo();
    const isBobs = ada.doc.clientID < bob.doc.clientID;
    expect(element('pod')?.label).toBe(isBobs ? 'api' : '');
  });

  it.each<[string, (bob: ReturnType<typeof board>['bob'], made: ReturnType<typeof id>) => unknown]>([
    ['attached a flow', ({ commands }, made) => commands.connect({ source: made, target: id('db') })],
    [
      'moved a flow to it',
      ({ commands }, made) => commands.reconnect({ id: flowId('f'), end: 'source', element: made }),
    ],
    [
      'put a child in it',
      ({ commands }, made) =>
        commands.drop({ ids: [id('pod')], parent: made, positions: new Map([[id('pod'), { x: 1, y: 1 }]]) }),
    ],
    ['made something its member', ({ commands }, made) => commands.join({ ids: [id('pod')], boundary: made })],
    ['named it', ({ commands }, made) => commands.label({ id: made, text: 'mine now' })],
    ['wrote notes for it', ({ commands }, made) => commands.notes({ id: made, text: 'see ticket' })],
    [
      'decided about it',
      ({ commands }, made) => commands.decide({ threats: [threatId('WL-001', [made])], state: 'accepted' }),
    ],
  ])('does not hide what I created once somebody else has %s', (_, use) => {
    const { group, ada, bob, element, create } = board();
    const made = create('boundary');
    use(bob, made);
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: made }] });
    expect(element(made)).toBeDefined();
    expect(ada.history.canUndo).toBe(false);
  });

  it('hides what I created when the other’s use of it is gone again, and redo shows it', () => {
    const { group, ada, bob, element, create } = board();
    const made = create();
    bob.commands.connect({ source: made, target: id('db') });
    group.deliverAll();
    bob.history.undo();
    group.deliverAll();
    expect(ada.history.undo().done).toBe(true);
    expect(element(made)).toBeUndefined();
    expect(ada.history.redo().done).toBe(true);
    expect(element(made)).toBeDefined();
  });

  it('brings back what I deleted, but not what somebody else has deleted anew', () => {
    const { group, ada, bob, element } = board();
    ada.commands.delete({ ids: [id('pod'), id('ns')] });
    group.deliverAll();
    bob.commands.restore({ ids: [id('pod')] });
    bob.commands.delete({ ids: [id('pod')] });
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false });
    expect([element('pod'), element('ns')?.id]).toEqual([undefined, 'ns']);
  });

  it('does not put an element back into what is by now inside it', () => {
    const { group, ada, bob, element } = board();
    const shell = ada.commands.create({ kind: 'boundary', type: '', at: { parent: id('ns'), x: 0, y: 0 } });
    const inner = id(shell.ok ? (shell.ids[0] ?? '') : '');
    group.deliverAll();
    ada.commands.drop({ ids: [inner], parent: null, positions: new Map([[inner, { x: 9, y: 9 }]]) });
    group.deliverAll();
    bob.commands.drop({ ids: [id('ns')], parent: inner, positions: new Map([[id('ns'), { x: 9, y: 9 }]]) });
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: inner }] });
    expect([element('ns')?.parent, element(inner)?.parent]).toEqual([inner, null]);
  });

  it('does not move a flow back to an end that is gone', () => {
    const { group, ada, bob } = board();
    ada.commands.reconnect({ id: flowId('f'), end: 'source', element: id('ns') });
    group.deliverAll();
    bob.commands.delete({ ids: [id('pod')] });
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: 'f' }] });
    group.deliverAll();
    expect(ada.document.model().flows).toHaveLength(1);
  });

  describe('of a boundary that took things in', () => {
    const drawn = () => {
      const all = board();
      const { ada, group } = all;
      const result = ada.commands.create({
        kind: 'boundary',
        type: '',
        at: { parent: null, x: -50, y: -50 },
        adopt: [id('pod'), id('db')],
      });
      const made = id(result.ok ? (result.ids[0] ?? '') : '');
      group.deliverAll();
      return { ...all, made, box: (name: string) => absoluteBoxes(ada.document.model().elements).get(id(name)) };
    };
    const to = (name: string, x: number, y: number) => ({
      ids: [id(name)],
      positions: new Map([[id(name), { x, y }]]),
    });

    it('gives them back where they were', () => {
      const { ada, element, made } = drawn();
      expect(element('pod')).toMatchObject({ parent: made, x: 50, y: 50 });
      expect(ada.history.undo()).toEqual({ done: true, skipped: [], name: { command: 'create', count: 1 } });
      expect([element('pod'), element('db')]).toMatchObject([
        { parent: null, x: 0, y: 0 },
        { parent: null, x: 0, y: 0 },
      ]);
      expect(element(made)).toBeUndefined();
    });

    it('leaves what somebody else has taken elsewhere, and the boundary goes', () => {
      const { group, ada, bob, element, made, box } = drawn();
      bob.commands.drop({ ...to('pod', 300, 40), parent: id('ns') });
      group.deliverAll();
      expect(ada.history.undo()).toMatchObject({ done: true, skipped: [{ id: 'pod', by: 'bob' }] });
      expect([element(made), element('pod')?.parent, element('db')?.parent]).toEqual([undefined, 'ns', null]);
      expect(box('pod')).toMatchObject({ x: 300, y: 40 });
      expect(ada.history.redo()).toMatchObject({ done: true, skipped: [] });
      expect([element('pod')?.parent, element('db')?.parent]).toEqual(['ns', made]);
    });

    it('stays around what somebody else has moved inside it, and gives back the rest', () => {
      const { group, ada, bob, element, made, box } = drawn();
      bob.commands.move({ ids: [id('pod')], dx: 5, dy: 5 });
      group.deliverAll();
      const { done, skipped } = ada.history.undo();
      expect([done, skipped.map((item) => item.id).sort()]).toEqual([true, ['pod', made].sort()]);
      expect([element('pod')?.parent, element('db')?.parent, element(made)?.id]).toEqual([made, null, made]);
      expect(box('pod')).toMatchObject({ x: 5, y: 5 });
    });

    it('stays when somebody else has put more into it, or made what it took in its member', () => {
      for (const use of ['drop', 'join'] as const) {
        const { group, ada, bob, element, made } = drawn();
        if (use === 'drop') bob.commands.drop({ ...to('ns', 0, 0), parent: made });
        else {
          bob.commands.drop({ ...to('pod', 0, 0), parent: null, join: [made] });
        }
        group.deliverAll();
        ada.history.undo();
        expect([element(made)?.id, element('db')?.parent], use).toEqual([made, null]);
        expect(use === 'drop' ? element('ns')?.parent : element('pod')?.memberOf[0], use).toBe(made);
      }
    });
  });

  it('never takes back what others or loading brought', () => {
    const { ada } = board();
    expect(ada.history.canUndo).toBe(false);
    expect(ada.history.undo()).toEqual({ done: false, skipped: [], name: null });
  });
});

describe('history', () => {
  it('names the next step in both directions and tells listeners', () => {
    const { ada } = board();
    let told = 0;
    const stop = ada.history.subscribe(() => told++);
    ada.commands.label({ id: id('pod'), text: 'api' });
    expect(ada.history.undoName).toEqual({ command: 'label', count: 1 });
    ada.history.undo();
    expect([ada.history.undoName, ada.history.redoName]).toEqual([null, { command: 'label', count: 1 }]);
    ada.commands.label({ id: id('db'), text: 'etcd' });
    expect(ada.history.canRedo).toBe(false);
    stop();
    ada.history.undo();
    expect(told).toBe(3);
  });

  it('leaves alone what a foreign program wrote in a form that cannot be written again', () => {
    const { ada, element } = board();
    const foreign = new Y.Doc();
    Y.applyUpdate(foreign, Y.encodeStateAsUpdate(ada.doc));
    const pod = foreign.getMap('nodes').get('pod');
    if (pod instanceof Y.Map) pod.set('label', { constructoX: 1 });
    // Yjs refuses to write this, but reads it from an update.
    const update = Y.encodeStateAsUpdate(foreign, Y.encodeStateVector(ada.doc));
    const at = Buffer.from(update).indexOf('constructoX');
    update.set(Buffer.from('constructor'), at);
    Y.applyUpdate(ada.doc, update);
    ada.commands.label({ id: id('pod'), text: 'api' });
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: 'pod' }] });
    expect(element('pod')?.label).toBe('api');
  });

  it('remembers the newest gestures up to its limit', () => {
    const { ada, element } = board();
    for (let at = 0; at <= HISTORY_LIMIT + 4; at++) ada.commands.label({ id: id('pod'), text: `${at}` });
    let steps = 0;
    while (ada.history.canUndo) {
      ada.history.undo();
      steps++;
    }
    expect([steps, element('pod')?.label]).toEqual([HISTORY_LIMIT, '4']);
  });
});

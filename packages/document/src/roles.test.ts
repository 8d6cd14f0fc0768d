import { type ElementId, type FlowId, threatId } from '@strideboard/model';
import {
  buildModel,
  createPeers,
  createRandom,
  dump,
  GESTURES,
  type Peer,
  populate,
  randomGesture,
} from '@strideboard/testkit';
import { ACCESS, isRootName, type Role } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

function board(): Peer {
  const random = createRandom(7);
  const [ada] = createPeers(random, ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  populate(random, ada, 30);
  ada.document.flush();
  return ada;
}

/** One call of every verb that would change something if it were allowed. */
function everyVerb(peer: Peer): Readonly<Record<keyof Peer['commands'], () => { readonly ok: boolean }>> {
  const { commands } = peer;
  const { elements, flows } = peer.document.model();
  const id = elements.find(({ kind }) => kind !== 'boundary')?.id as ElementId; // populated above; a missing one fails the test
  const boundary = elements.find(({ kind, parent }) => kind === 'boundary' && parent === null)?.id as ElementId; // as above
  const flow = flows[0]?.id as FlowId; // as above
  return {
    create: () => commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } }),
    connect: () => commands.connect({ source: id, target: id }),
    createConnected: () =>
      commands.createConnected({ source: id, kind: 'store', type: '', at: { parent: null, x: 0, y: 0 } }),
    label: () => commands.label({ id, text: 'new' }),
    setProperty: () => commands.setProperty({ ids: [id], name: 'n', value: 'v' }),
    setType: () => commands.setType({ id, type: 'new' }),
    move: () => commands.move({ ids: [id], dx: 1, dy: 1 }),
    drop: () => commands.drop({ ids: [id], parent: null, positions: new Map([[id, { x: 1, y: 2 }]]) }),
    join: () => commands.join({ ids: [id], boundary }),
    leave: () => commands.leave({ ids: [id], boundary }),
    resize: () => commands.resize({ id, box: { x: 5, y: 5, width: 55, height: 55 } }),
    flow: () => commands.flow({ id: flow, order: '9' }),
    route: () => commands.route({ id: flow, points: [{ x: 1, y: 1 }] }),
    reconnect: () => commands.reconnect({ id: flow, end: 'source', element: boundary }),
    scope: () => commands.scope({ ids: [id], reason: 'r' }),
    notes: () => commands.notes({ id, text: 'n' }),
    decide: () => commands.decide({ threats: [threatId('XX-001', [id])], state: 'accepted' }),
    rename: () => commands.rename('new title'),
    joinPeople: () => commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' }),
    delete: () => commands.delete({ ids: [id] }),
    restore: () => commands.restore({ ids: [id] }),
    importFirst: () => commands.importFirst(buildModel({ elements: [{ id: 'a' }] })),
  };
}

describe('roles', () => {
  it.each<[Role, readonly string[]]>([
    ['view', []],
    ['comment', ['joinPeople']],
  ])('a person with role %s may do no more than %j', (role, allowed) => {
    const peer = board();
    const before = dump(peer.doc);
    peer.setRole(role);
    for (const [name, call] of Object.entries(everyVerb(peer))) {
      expect([name, call().ok]).toEqual([name, allowed.includes(name)]);
    }
    peer.history.undo();
    const changed = [...dump(peer.doc)].filter(([key, { value }]) => before.get(key)?.value !== value);
    expect(changed.map(([key]) => key.split('/')[0])).toEqual(allowed.length === 0 ? [] : ['people', 'people']);
  });

  it('an editor may do everything but first content with settings, which only a facilitator may write', () => {
    const peer = board();
    peer.setRole('edit');
    const refused = Object.entries(everyVerb(peer)).filter(([, call]) => !call().ok);
    expect(refused.map(([name]) => name)).toEqual(['importFirst']);
    const [fresh] = createPeers(createRandom(3), ['eve']).peers;
    fresh?.setRole('edit');
    const model = buildModel({ settings: { packs: [['kubernetes', '1']] } });
    expect(fresh?.commands.importFirst(model)).toEqual({ ok: false, problem: { code: 'role', ids: ['packs'] } });
  });

  it('keeps the gesture for later when its author has lost the right to undo it', () => {
    const peer = board();
    peer.setRole('view');
    expect(peer.history.undo().done).toBe(false);
    peer.setRole('edit');
    expect(peer.history.undo().done).toBe(true);
  });

  it('refuses what a facilitator has locked, and lets the facilitator through', () => {
    const peer = board();
    const [element] = peer.document.model().elements;
    if (element === undefined) throw new Error('no element');
    peer.doc.getMap('locks').set(`nodes|${element.id}`, ['carol', 1, 'agreed']);
    peer.setRole('edit');
    const label = () => peer.commands.label({ id: element.id, text: 'other' });
    expect(label()).toEqual({ ok: false, problem: { code: 'locked', ids: [element.id] } });
    peer.setRole('facilitate');
    expect(label().ok).toBe(true);
  });
});

describe('roots', () => {
  it('are all in the table both ends share, with somebody who may write them', () => {
    const random = createRandom(11);
    const [ada] = createPeers(random, ['ada']).peers;
    if (ada === undefined) throw new Error('no peer');
    ada.commands.importFirst(
      buildModel({
        meta: { title: 'T' },
        settings: { packs: [['k', '1']] },
        diagrams: [{ id: 'd' }],
        elements: [{ id: 'a' }],
      }),
    );
    for (let step = 0; step < 300; step++) randomGesture(random, ada, GESTURES);
    ada.commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' });
    expect([...ada.doc.share.keys()].filter((name) => !isRootName(name))).toEqual([]);
    const written = [...ada.doc.share]
      .filter(([, root]) => root instanceof Y.Map && root.size > 0)
      .map(([name]) => name);
    expect(written.sort()).toEqual([
      'decisionLog',
      'decisions',
      'diagrams',
      'edges',
      'meta',
      'nodes',
      'people',
      'settings',
      'text',
    ]);
    for (const name of written) if (isRootName(name)) expect(ACCESS[name].facilitate).not.toBe('none');
  });

  it('hold log entries and people only under the writer’s own key', () => {
    const peer = board();
    for (const call of Object.values(everyVerb(peer))) call();
    peer.history.undo();
    for (const root of ['decisionLog', 'people'] as const) {
      const keys = [...peer.doc.getMap(root).keys()];
      expect(keys.length).toBeGreaterThan(0);
      expect(keys.filter((key) => !key.startsWith('ada|'))).toEqual([]);
    }
  });
});

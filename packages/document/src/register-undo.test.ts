import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

type Result = ReturnType<Peer['commands']['create']>;
const made = (result: Result): string => {
  if (!result.ok || result.ids[0] === undefined) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.ids[0];
};

/** Ada and Bob on a board with a pod, a threat and a control. */
function register() {
  const group = createPeers(createRandom(7), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  const { commands } = ada;
  const pod = made(commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } }));
  const threat = made(commands.addThreat({ title: 'threat' }));
  const control = made(commands.addControl({ title: 'control' }));
  return { ada, bob, group, pod, threat, control };
}

describe('undo of what came to the register', () => {
  /** What Bob may hang on or change of each thing, so that it is not Ada's alone any more. */
  const uses: readonly (readonly [string, (parts: ReturnType<typeof register>) => unknown])[] = [
    [
      'a threat that somebody mitigates',
      ({ bob, threat, control }) => bob.commands.mitigate({ threat: `manual~${threat}`, control, on: true }),
    ],
    [
      'a threat that a record is about',
      ({ bob, threat }) => bob.commands.addRecord({ kind: 'goal', title: 'r', about: [`manual~${threat}`] }),
    ],
    [
      'a threat that somebody reworded',
      ({ bob, threat }) => bob.commands.editThreat({ id: threat, title: 'reworded' }),
    ],
    [
      'a threat that somebody talks about',
      ({ bob, threat }) => bob.commands.comment({ anchor: { kind: 'threat', id: `manual~${threat}` }, body: 'x' }),
    ],
  ];
  it.each(uses)('leaves %s and names it', (_, use) => {
    const parts = register();
    const { ada, bob, group } = parts;
    const threat = made(ada.commands.addThreat({ title: 'new' }));
    group.deliverAll();
    bob.document.flush();
    use({ ...parts, threat });
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: threat }] });
    ada.document.flush();
    expect(ada.document.model().manual.map(({ id }) => id)).toContain(threat);
  });

  it('leaves an element that somebody comments on, but not one that only its author comments on', () => {
    const { ada, bob, group } = register();
    const create = () => made(ada.commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } }));
    const mine = create();
    ada.commands.comment({ anchor: { kind: 'node', id: mine }, body: 'note to self' });
    expect(ada.history.undo().done).toBe(true);
    const shared = create();
    group.deliverAll();
    bob.document.flush();
    const message = made(bob.commands.comment({ anchor: { kind: 'node', id: shared }, body: 'why?' }));
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: shared }] });
    expect(message).not.toBe('');
  });

  it('leaves a control that somebody applied, and a tree that somebody grew', () => {
    const { ada, bob, group, pod } = register();
    const control = made(ada.commands.addControl({ title: 'new' }));
    group.deliverAll();
    bob.document.flush();
    bob.commands.apply({ control, element: pod, state: 'planned' });
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: control }] });
    const tree = made(ada.commands.addTree({ title: 'new' }));
    group.deliverAll();
    bob.document.flush();
    made(bob.commands.addTreeNode({ tree, kind: 'goal', at: [0, 0] }));
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id: tree }] });
  });
});

describe('who began a model', () => {
  const fresh = () => {
    const group = createPeers(createRandom(4), ['ada', 'bob']);
    const [ada, bob] = group.peers;
    if (ada === undefined || bob === undefined) throw new Error('no peers');
    const began = (peer: Peer) => {
      peer.document.flush();
      return peer.document.model().meta.created;
    };
    return { group, ada, bob, began };
  };
  const draw = (peer: Peer) =>
    made(peer.commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } }));

  it('is said once, by the first to come or the first content', () => {
    const { group, ada, bob, began } = fresh();
    bob.setRole('comment');
    bob.commands.joinPeople({ name: 'Bob', colour: '#2b5fc7' });
    expect(began(bob)).toBeNull();
    ada.commands.joinPeople({ name: 'Ada', colour: '#2b5fc7' });
    const first = began(ada);
    expect(first?.by).toBe('ada');
    group.deliverAll();
    bob.setRole('edit');
    bob.commands.joinPeople({ name: 'Robert', colour: '#2b5fc7' });
    draw(bob);
    expect(began(bob)).toEqual(first);
  });

  it('goes with the first content by undo, and stays when others have built on it', () => {
    const { group, ada, bob, began } = fresh();
    const id = draw(ada);
    expect(began(ada)?.by).toBe('ada');
    expect(ada.history.undo().skipped).toEqual([]);
    expect(began(ada)).toBeNull();
    ada.history.redo();
    group.deliverAll();
    bob.document.flush();
    bob.commands.label({ id: id as never, text: 'mine now' }); // an id that the document gave
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id }] });
    expect(began(ada)?.by).toBe('ada');
  });
});

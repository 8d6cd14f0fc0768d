import { type ElementId, threatId } from '@strideboard/model';
import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

type Result = ReturnType<Peer['commands']['create']>;
const made = (result: Result): string => {
  if (!result.ok || result.ids[0] === undefined) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.ids[0];
};

/** Ada and Bob, facilitators, on one board with a pod. */
function two() {
  const group = createPeers(createRandom(5), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  const pod = made(ada.commands.create({ kind: 'process', type: 'wl.pod', at: { parent: null, x: 0, y: 0 } }));
  group.deliverAll();
  const model = (peer: Peer) => {
    peer.document.flush();
    return peer.document.model();
  };
  return { group, ada, bob, pod: pod as ElementId, model }; // an id that the document gave
}

describe('a hand-written threat', () => {
  it('keeps its decision through edits, and comes and goes with what it is about', () => {
    const { group, ada, bob, pod, model } = two();
    const id = made(ada.commands.addThreat({ title: 'Stolen token', letters: ['S'], on: [pod], text: 'A long story' }));
    const threat = threatId('manual', [id as ElementId]); // threat ids of hand-written threats have the same form
    bob.document.flush();
    group.deliverAll();
    bob.commands.decide({ threats: [threat], state: 'accepted', fields: { why: 'lab' } });
    ada.commands.editThreat({ id, title: 'Stolen service account token', letters: ['S', 'E'] });
    group.deliverAll();
    expect(model(ada).manual).toMatchObject([
      { id, title: 'Stolen service account token', letters: ['S', 'E'], description: 'A long story' },
    ]);
    expect(model(ada).decisions[threat]?.state).toBe('accepted');
    bob.commands.delete({ ids: [pod] });
    group.deliverAll();
    expect([model(ada).manual, model(ada).decisions]).toEqual([[], {}]);
    bob.history.undo();
    group.deliverAll();
    expect(model(ada).manual).toHaveLength(1);
    expect(model(ada).decisions[threat]?.state).toBe('accepted');
  });

  it('is not undone once somebody else has decided on it', () => {
    const { group, ada, bob, model } = two();
    const id = made(ada.commands.addThreat({ title: 'x' }));
    group.deliverAll();
    bob.commands.decide({ threats: [threatId('manual', [id as ElementId])], state: 'mitigated' }); // as above
    group.deliverAll();
    expect(ada.history.undo()).toMatchObject({ done: false, skipped: [{ id }] });
    expect(model(ada).manual).toHaveLength(1);
  });
});

describe('controls', () => {
  it('are linked from both sides by one key, and applied field by field', () => {
    const { group, ada, bob, pod, model } = two();
    const control = made(ada.commands.addControl({ title: 'Pod security admission' }));
    group.deliverAll();
    ada.commands.apply({ control, element: pod, state: 'implemented', owner: 'platform' });
    bob.commands.apply({ control, element: pod, evidence: 'https://ci.example/1' });
    ada.commands.mitigate({ threat: `WL-001~${pod}`, control, on: true });
    bob.commands.mitigate({ threat: `WL-001~${pod}`, control: 'K22', on: true });
    group.deliverAll();
    expect(model(bob).applied).toEqual([
      { control, element: pod, state: 'implemented', owner: 'platform', evidence: 'https://ci.example/1', ticket: '' },
    ]);
    expect(
      model(ada)
        .mitigations.map((link) => link.control)
        .sort(),
    ).toEqual(['K22', control].sort());
    ada.commands.apply({ control, element: pod, on: false });
    expect(model(ada).applied).toEqual([]);
    ada.history.undo();
    expect(model(ada).applied).toMatchObject([{ owner: 'platform' }]);
  });

  it('say how strong they are in whole steps, both sides at once, or that nobody knows', () => {
    const { ada, bob, group, model } = two();
    const id = made(ada.commands.addControl({ title: 'Four eyes', strength: { likelihood: 2, impact: 0 } }));
    group.deliverAll();
    expect(model(bob).controls).toMatchObject([{ id, strength: { likelihood: 2, impact: 0 } }]);
    for (const strength of [
      { likelihood: 5, impact: 0 },
      { likelihood: 1.5, impact: 0 },
      { likelihood: -1, impact: 0 },
    ])
      expect(ada.commands.editControl({ id, strength })).toMatchObject({ ok: false });
    expect(ada.commands.editControl({ id, strength: null }).ok).toBe(true);
    expect(model(ada).controls).toMatchObject([{ strength: null }]);
  });
});

describe('records', () => {
  it('have the states of their kind, and one that replaces another supersedes it in one step', () => {
    const { ada, model } = two();
    const old = made(ada.commands.addRecord({ kind: 'decision', title: 'No mesh' }));
    expect(ada.commands.editRecord({ id: old, state: 'holds' }).ok).toBe(false);
    made(ada.commands.addRecord({ kind: 'decision', title: 'Mesh after all', replaces: old }));
    expect(model(ada).records.map(({ state }) => state)).toEqual(['superseded', 'proposed']);
    ada.history.undo();
    expect(model(ada).records).toMatchObject([{ id: old, state: 'proposed' }]);
  });
});

describe('an attack tree', () => {
  it('is cut where two people close a circle at once', () => {
    const { group, ada, bob, model } = two();
    const tree = made(ada.commands.addTree({ title: 'Reach etcd' }));
    const [a, b] = ['and', 'or'].map((kind) =>
      made(ada.commands.addTreeNode({ tree, kind: kind as 'and', at: [0, 0] })),
    );
    group.deliverAll();
    ada.document.flush();
    bob.document.flush();
    const first = made(ada.commands.connectTree({ tree, parent: a ?? '', child: b ?? '' }));
    const second = made(bob.commands.connectTree({ tree, parent: b ?? '', child: a ?? '' }));
    group.deliverAll();
    const [cut, kept] = [first, second].sort();
    for (const peer of [ada, bob]) {
      expect(model(peer).trees[0]?.edges.map(({ id }) => id)).toEqual([kept]);
      expect(peer.document.issues()).toContainEqual({ code: 'tree-cycle', ids: [cut] });
    }
    expect(ada.commands.connectTree({ tree, parent: a ?? '', child: a ?? '' }).ok).toBe(false);
  });
});

describe('comments', () => {
  it('are everybody’s own, outlive what they are pinned to, and can only be withdrawn by a facilitator', () => {
    const { group, ada, bob, pod, model } = two();
    bob.setRole('comment');
    const thread = made(bob.commands.comment({ anchor: { kind: 'node', id: pod }, body: 'Who owns this?' }));
    group.deliverAll();
    ada.document.flush();
    made(ada.commands.comment({ thread, body: 'Payments' }));
    expect(ada.commands.editComment({ id: thread, body: 'reworded' }).ok).toBe(false);
    ada.commands.delete({ ids: [pod] });
    group.deliverAll();
    expect(model(bob).comments).toMatchObject([{ orphaned: true, messages: [{ author: 'bob' }, { author: 'ada' }] }]);
    expect(ada.commands.withdrawComment({ id: thread }).ok).toBe(true);
    expect(model(ada).comments[0]?.messages[0]).toMatchObject({ author: 'bob', body: '', gone: true });
    expect(ada.history.undo().name?.command).toBe('delete');
  });

  it('at a point stay on their diagram, and are orphaned while that is deleted', () => {
    const { group, ada, bob, model } = two();
    const second = made(ada.commands.addDiagram({ title: 'Payments' })) as never; // a diagram id that the document gave
    ada.document.flush();
    const at = { kind: 'point', x: 1.4, y: -2, diagram: second } as const;
    expect(ada.commands.comment({ anchor: { ...at, diagram: 'no-such-diagram' }, body: 'x' }).ok).toBe(false);
    made(ada.commands.comment({ anchor: at, body: 'Here' }));
    group.deliverAll();
    expect(model(bob).comments).toMatchObject([{ anchor: { ...at, x: 1 }, orphaned: false }]);
    expect(ada.commands.deleteDiagram({ diagram: second }).ok).toBe(true);
    group.deliverAll();
    expect(model(bob).comments).toMatchObject([{ orphaned: true }]);
    ada.history.undo();
    group.deliverAll();
    expect(model(bob).comments).toMatchObject([{ orphaned: false }]);
  });

  it('never sort a reply before the message that opened the thread, whatever the clocks say', () => {
    const { group, ada, bob, pod, model } = two();
    const thread = made(ada.commands.comment({ anchor: { kind: 'node', id: pod }, body: 'first' }));
    group.deliverAll();
    bob.document.flush();
    const reply = made(bob.commands.comment({ thread, body: 'second' }));
    const key = `bob|${reply}`;
    bob.doc.getMap('comments').set(key, { thread, body: 'second', at: -31_536_000_000 });
    group.deliverAll();
    expect(model(ada).comments[0]?.messages.map(({ body }) => body)).toEqual(['first', 'second']);
  });
});

describe('a workshop', () => {
  it('takes no card before its round is revealed and no dot before its ballot is closed', () => {
    const { ada, model } = two();
    const round = made(ada.commands.setRound({ state: 'silent' }));
    const card = { id: 'card-0000000', round, lane: 'threat', letters: [], on: [], text: 'secret', at: 1 } as const;
    ada.document.flush();
    expect(ada.commands.publishCards({ cards: [card] })).toMatchObject({
      ok: false,
      problem: { code: 'still-secret' },
    });
    expect(ada.doc.getMap('cards').size).toBe(0);
    ada.commands.setRound({ round, state: 'revealed' });
    ada.document.flush();
    expect(ada.commands.publishCards({ cards: [card] }).ok).toBe(true);
    const ballot = made(ada.commands.setBallot({ state: 'open', dots: 2 }));
    ada.document.flush();
    expect(ada.commands.publishVotes({ ballot, dots: { x: 1 } })).toMatchObject({ problem: { code: 'still-secret' } });
    expect(ada.doc.getMap('votes').size).toBe(0);
    expect(model(ada).manual).toEqual([]);
  });

  it('counts no more dots than a person has', () => {
    const { ada } = two();
    const ballot = made(ada.commands.setBallot({ state: 'open', dots: 2 }));
    ada.document.flush();
    ada.commands.setBallot({ ballot, state: 'closed' });
    ada.document.flush();
    expect(ada.commands.publishVotes({ ballot, dots: { x: 3 } }).ok).toBe(false);
    ada.doc.getMap('votes').set(`mallory|${ballot}|x`, [50, false]);
    ada.doc.getMap('votes').set(`mallory|${ballot}|y`, [50, false]);
    ada.document.flush();
    expect(ada.document.workshop().ballots[0]?.tally).toEqual({ x: { dots: 2, late: 0 } });
    expect(ada.document.issues()).toContainEqual({ code: 'votes-over-limit', ids: [`mallory|${ballot}`] });
  });

  it('counts dots only on what is voted on, and one a target where several are not allowed', () => {
    const { ada } = two();
    const ballot = made(ada.commands.setBallot({ state: 'open', dots: 3, several: false, on: ['x', 'y'] }));
    ada.document.flush();
    ada.commands.setBallot({ ballot, state: 'closed' });
    ada.document.flush();
    for (const dots of [{ x: 2 }, { z: 1 }]) expect(ada.commands.publishVotes({ ballot, dots }).ok).toBe(false);
    expect(ada.commands.publishVotes({ ballot, dots: { x: 1, y: 1 } }).ok).toBe(true);
    ada.doc.getMap('votes').set(`mallory|${ballot}|x`, [3, false]);
    ada.doc.getMap('votes').set(`mallory|${ballot}|z`, [1, false]);
    ada.document.flush();
    expect(ada.document.workshop().ballots[0]).toMatchObject({
      tally: { x: { dots: 2, late: 0 }, y: { dots: 1, late: 0 } },
      voters: { onTime: 2, late: 0 },
    });
  });

  it('keeps late dots out of the result until the ballot was opened and closed again', () => {
    const { ada } = two();
    const tally = () => ada.document.workshop().ballots[0]?.tally;
    const ballot = made(ada.commands.setBallot({ state: 'open', dots: 2 }));
    const set = (state: 'open' | 'closed'): void => {
      ada.commands.setBallot({ ballot, state });
      ada.document.flush();
    };
    ada.document.flush();
    set('closed');
    ada.commands.publishVotes({ ballot, dots: { x: 2 }, late: true });
    // Closed once more by somebody who has not seen that it is closed: the same closing.
    set('closed');
    expect(tally()).toEqual({ x: { dots: 0, late: 2 } });
    set('open');
    set('closed');
    expect(tally()).toEqual({ x: { dots: 2, late: 0 } });
  });
});

describe('diagrams', () => {
  it('keep what was drawn where it is, whatever is added, reordered or deleted', () => {
    const { ada, pod, model } = two();
    const second = made(ada.commands.addDiagram({ title: 'Payments' })) as never; // a diagram id that the document gave
    expect(model(ada).diagrams.map(({ title }) => title)).toEqual(['', 'Payments']);
    const inner = made(
      ada.commands.create({ kind: 'store', type: '', at: { parent: null, x: 5, y: 5 }, diagram: second }),
    ) as ElementId; // an id that the document gave
    const diagramOf = (id: string) => model(ada).elements.find((element) => element.id === id)?.diagram;
    expect([diagramOf(pod), diagramOf(inner)]).toEqual([null, second]);
    expect(ada.commands.connect({ source: pod, target: inner })).toMatchObject({ problem: { code: 'other-diagram' } });
    const [first] = model(ada).diagrams;
    ada.commands.moveDiagram({ diagram: second, before: first?.id ?? null });
    expect(model(ada).diagrams.map(({ title }) => title)).toEqual(['Payments', '']);
    expect([diagramOf(pod), diagramOf(inner)]).toEqual([first?.id, null]);
    ada.history.undo();
    expect([diagramOf(pod), diagramOf(inner)]).toEqual([null, second]);
    made(ada.commands.show({ element: pod, diagram: second, x: 0, y: 0 }));
    expect(ada.commands.show({ element: pod, diagram: null, x: 0, y: 0 })).toMatchObject({
      problem: { code: 'same-diagram' },
    });
    expect(ada.commands.deleteDiagram({ diagram: second })).toMatchObject({ problem: { code: 'diagram-not-empty' } });
    ada.commands.deleteDiagram({ diagram: second, with: 'elements' });
    expect([model(ada).diagrams.length, model(ada).elements.map(({ id }) => id)]).toEqual([1, [pod]]);
    ada.history.undo();
    expect([model(ada).diagrams.length, model(ada).elements.length]).toEqual([2, 3]);
  });
});

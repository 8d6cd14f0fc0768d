import { createPeers, createRandom, dump, everyVerb, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

type Result = ReturnType<Peer['commands']['create']>;
const made = (result: Result): string => {
  if (!result.ok || result.ids[0] === undefined) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.ids[0];
};

function board() {
  const random = createRandom(7);
  const [ada] = createPeers(random, ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  return { ada, verbs: everyVerb(random, ada) };
}

/** Verbs that change what only their own person, or the workshop, can change back. */
const OUTSIDE_HISTORY = [
  'notes',
  'joinPeople',
  'setSettings',
  'comment',
  'editComment',
  'resolve',
  'withdrawComment',
  'publishCards',
  'withdrawCard',
  'publishVotes',
  'setPhase',
  'setTimer',
  'setRound',
  'setBallot',
  'setSpotlight',
  'setAgenda',
  'lowerHand',
  'facilitatorLock',
  'importFirst',
];
const names = Object.keys(board().verbs) as (keyof ReturnType<typeof everyVerb>)[]; // the keys of that very object

describe('every verb', () => {
  it.each(names)('%s is one transaction, and one step of undo unless it stays out of history', (name) => {
    const { ada, verbs } = board();
    if (name === 'restore') verbs.delete();
    if (name === 'leave') verbs.join();
    const shown = () => {
      ada.document.flush();
      return JSON.stringify([{ ...ada.document.model(), decisionLog: [] }, ada.document.workshop()]);
    };
    const before = shown();
    // A membership that a parent implies is stored but not shown.
    const stored = () => JSON.stringify([...dump(ada.doc)]);
    const storedBefore = stored();
    const undoName = ada.history.undoName;
    const sent = ada.updates.length;
    const result = verbs[name]();
    if (name === 'importFirst') expect(result).toMatchObject({ problem: { code: 'board-not-empty' } });
    else {
      expect(result).toMatchObject({ ok: true });
      expect(stored()).not.toBe(storedBefore);
    }
    expect(ada.updates.length - sent).toBe(result.ok ? 1 : 0);
    if (OUTSIDE_HISTORY.includes(name)) {
      expect(ada.history.undoName).toBe(undoName);
      return;
    }
    expect(ada.history.undoName).toMatchObject({ command: name });
    expect(ada.history.undo()).toMatchObject({ done: true, skipped: [] });
    expect(shown()).toBe(before);
    const undone = stored();
    expect(ada.history.redo()).toMatchObject({ done: true, skipped: [] });
    expect(stored()).not.toBe(undone);
  });
});

/** A board for refusals: a pod, and one of everything in the register. */
function register() {
  const { ada } = board();
  const { commands } = ada;
  const pod = made(commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 } }));
  const tree = made(commands.addTree({ title: 'tree' }));
  return {
    ada,
    commands,
    pod,
    threat: made(commands.addThreat({ title: 'threat' })),
    control: made(commands.addControl({ title: 'control' })),
    record: made(commands.addRecord({ kind: 'question', title: 'question' })),
    standing: made(commands.addStanding({ rule: 'r', scope: 'model', state: 'open' })),
    tree,
    leaf: made(commands.addTreeNode({ tree, kind: 'leaf', at: [0, 0] })),
    thread: made(commands.comment({ anchor: { kind: 'point', x: 0, y: 0 }, body: 'hm' })),
  };
}
const long = 'x'.repeat(301);
const longer = 'x'.repeat(4_001);
const wrong = (value: unknown): never => value as never; // what a caller without types may give

describe('verbs of the register refuse', () => {
  const refusals: readonly (readonly [string, string, (parts: ReturnType<typeof register>) => Result])[] = [
    ['a diagram with a long title', 'text-too-long', ({ commands }) => commands.addDiagram({ title: long })],
    ['details of nothing', 'unknown-id', ({ commands }) => commands.addDiagram({ title: '', details: wrong('no') })],
    [
      'to rename no diagram',
      'unknown-id',
      ({ commands }) => commands.renameDiagram({ diagram: wrong('no'), title: '' }),
    ],
    [
      'to move no diagram',
      'unknown-id',
      ({ commands }) => commands.moveDiagram({ diagram: wrong('no'), before: null }),
    ],
    [
      'to show nothing',
      'unknown-id',
      ({ commands }) => commands.show({ element: wrong('no'), diagram: null, x: 0, y: 0 }),
    ],
    ['a field that is none', 'value-unreadable', ({ commands }) => commands.setMeta(wrong({ created: ['eve', 1] }))],
    ['a long summary', 'text-too-long', ({ commands }) => commands.setMeta({ summary: longer })],
    ['reviewers that are no list', 'value-unreadable', ({ commands }) => commands.setMeta({ reviewers: wrong('me') })],
    ['a grid of half a pixel', 'out-of-range', ({ commands }) => commands.setSettings({ grid: 0.5 })],
    ['packs without a version', 'value-unreadable', ({ commands }) => commands.setSettings({ packs: [['p', '']] })],
    [
      'a setting by the name constructor',
      'value-unreadable',
      ({ commands }) => commands.setSettings({ method: Object.fromEntries([['constructor', 1]]) }),
    ],
    ['a threat without a title', 'nothing-given', ({ commands }) => commands.addThreat({ title: '' })],
    [
      'a threat with a seventh letter',
      'value-unreadable',
      ({ commands }) => commands.addThreat({ title: 't', letters: wrong(['X']) }),
    ],
    ['a threat on a key', 'value-unreadable', ({ commands }) => commands.addThreat({ title: 't', on: ['a|b'] })],
    [
      'a threat of unknown origin',
      'value-unreadable',
      ({ commands }) => commands.addThreat({ title: 't', origin: 'magic' }),
    ],
    [
      'a threat with an unknown field',
      'value-unreadable',
      ({ commands }) => commands.addThreat(wrong({ title: 't', del: 1 })),
    ],
    [
      'a long description',
      'text-too-long',
      ({ commands }) => commands.addThreat({ title: 't', text: 'x'.repeat(50_001) }),
    ],
    [
      'to edit a threat that is a control',
      'unknown-id',
      ({ commands, control }) => commands.editThreat({ id: control, title: 't' }),
    ],
    ['to edit nothing of a threat', 'nothing-given', ({ commands, threat }) => commands.editThreat({ id: threat })],
    ['to delete nothing', 'nothing-given', ({ commands }) => commands.deleteThreat({ ids: [] })],
    [
      'to delete one known and one unknown',
      'unknown-id',
      ({ commands, threat }) => commands.deleteThreat({ ids: [threat, 'no'] }),
    ],
    ['a control of a long group', 'text-too-long', ({ commands }) => commands.addControl({ title: 'c', group: long })],
    [
      'to apply a control to nothing',
      'unknown-id',
      ({ commands, control }) => commands.apply({ control, element: 'no' }),
    ],
    [
      'to apply in no known state',
      'value-unreadable',
      ({ commands, control, pod }) => commands.apply({ control, element: pod, state: wrong('done') }),
    ],
    [
      'to apply with other fields',
      'value-unreadable',
      ({ commands, control, pod }) => commands.apply(wrong({ control, element: pod, why: 'x' })),
    ],
    [
      'to mitigate by a key',
      'unknown-id',
      ({ commands }) => commands.mitigate({ threat: 't', control: 'a|b', on: true }),
    ],
    [
      'a standing decision without a rule',
      'nothing-given',
      ({ commands }) => commands.addStanding({ rule: '', scope: 'model', state: 'open' }),
    ],
    [
      'a standing decision in no known state',
      'value-unreadable',
      ({ commands, standing }) => commands.editStanding({ id: standing, state: wrong('fine') }),
    ],
    [
      'to end a standing decision without a reason',
      'nothing-given',
      ({ commands, standing }) => commands.endStanding({ id: standing, why: ' ' }),
    ],
    [
      'a record of no known kind',
      'value-unreadable',
      ({ commands }) => commands.addRecord({ kind: wrong('wish'), title: 'r' }),
    ],
    [
      'a record in a state of another kind',
      'value-unreadable',
      ({ commands }) => commands.addRecord({ kind: 'goal', title: 'r', state: 'holds' }),
    ],
    [
      'a record that replaces nothing',
      'unknown-id',
      ({ commands }) => commands.addRecord({ kind: 'goal', title: 'r', replaces: 'no' }),
    ],
    [
      'a stamp that is none',
      'value-unreadable',
      ({ commands, record }) => commands.editRecord({ id: record, agreed: wrong(['me', 'now']) }),
    ],
    [
      'a node of no tree',
      'unknown-id',
      ({ commands }) => commands.addTreeNode({ tree: 'no', kind: 'leaf', at: [0, 0] }),
    ],
    [
      'a node out of the canvas',
      'out-of-range',
      ({ commands, tree }) => commands.addTreeNode({ tree, kind: 'leaf', at: [1e7, 0] }),
    ],
    [
      'a node under itself',
      'inside-itself',
      ({ commands, tree, leaf }) => commands.connectTree({ tree, parent: leaf, child: leaf }),
    ],
    [
      'an edge to nowhere',
      'unknown-id',
      ({ commands, tree, leaf }) => commands.connectTree({ tree, parent: leaf, child: 'no' }),
    ],
    ['to delete no part of a tree', 'unknown-id', ({ commands }) => commands.deleteTreePart({ ids: ['no'] })],
    ['an empty comment', 'nothing-given', ({ commands, thread }) => commands.comment({ thread, body: ' ' })],
    ['a long comment', 'text-too-long', ({ commands, thread }) => commands.comment({ thread, body: longer })],
    ['a reply to nothing', 'unknown-id', ({ commands }) => commands.comment({ thread: 'no', body: 'x' })],
    [
      'a comment on nothing',
      'unknown-id',
      ({ commands }) => commands.comment({ anchor: { kind: 'edge', id: 'no' }, body: 'x' }),
    ],
    ['to resolve nothing', 'unknown-id', ({ commands }) => commands.resolve({ thread: 'no', resolved: true })],
    ['a phase without a name', 'value-unreadable', ({ commands }) => commands.setPhase({ phase: '' })],
    [
      'a timer that never ends',
      'value-unreadable',
      ({ commands }) => commands.setTimer({ timer: { endsAt: Number.NaN, durationMs: 1, pausedLeftMs: null } }),
    ],
    ['to reveal no round', 'unknown-id', ({ commands }) => commands.setRound({ round: 'no', state: 'revealed' })],
    ['a ballot without dots', 'value-unreadable', ({ commands }) => commands.setBallot({ state: 'open' })],
    ['to close no ballot', 'unknown-id', ({ commands }) => commands.setBallot({ ballot: 'no', state: 'closed' })],
    ['an agenda with an empty phase', 'value-unreadable', ({ commands }) => commands.setAgenda({ agenda: [''] })],
    ['to lower nobody’s hand', 'value-unreadable', ({ commands }) => commands.lowerHand({ principal: '' })],
    [
      'to mark no card',
      'unknown-id',
      ({ commands }) => commands.markCard({ card: 'no', field: 'lane', value: 'park' }),
    ],
    ['to publish nothing', 'nothing-given', ({ commands }) => commands.publishCards({ cards: [] })],
    ['to vote on nothing', 'unknown-id', ({ commands }) => commands.publishVotes({ ballot: 'no', dots: {} })],
    ['to lock nothing', 'unknown-id', ({ commands }) => commands.facilitatorLock({ ids: ['no'], on: true })],
  ];
  it.each(refusals)('%s: %s', (_, code, act) => {
    const parts = register();
    const before = dump(parts.ada.doc);
    const sent = parts.ada.updates.length;
    expect(act(parts)).toMatchObject({ ok: false, problem: { code } });
    expect(parts.ada.updates.length).toBe(sent);
    expect(dump(parts.ada.doc)).toEqual(before);
  });
});

describe('the state of a record', () => {
  const records = () => {
    const { ada, commands } = register();
    const settledBy = (id: string) => {
      ada.document.flush();
      return ada.document.model().records.find((record) => record.id === id)?.agreed ?? null;
    };
    return { ada, commands, settledBy };
  };

  it('says who settled it and when, and that nobody did once it is back in its first', () => {
    const { commands, settledBy } = records();
    const id = made(commands.addRecord({ kind: 'assumption', title: 'a' }));
    expect(settledBy(id)).toBeNull();
    commands.editRecord({ id, state: 'broken' });
    expect(settledBy(id)).toMatchObject({ by: 'ada' });
    commands.editRecord({ id, state: 'unknown' });
    expect(settledBy(id)).toBeNull();
  });

  it('keeps who settled it when it is set to what it already is, or something else is edited', () => {
    const { commands, settledBy } = records();
    const id = made(commands.addRecord({ kind: 'decision', title: 'd', state: 'agreed' }));
    const first = settledBy(id);
    expect(first).toMatchObject({ by: 'ada' });
    commands.editRecord({ id, state: 'agreed', owner: 'Bo' });
    commands.editRecord({ id, title: 'e' });
    expect(settledBy(id)).toEqual(first);
  });

  it('comes back with who settled it when it is undone', () => {
    const { ada, commands, settledBy } = records();
    const id = made(commands.addRecord({ kind: 'assumption', title: 'a', state: 'holds' }));
    const first = settledBy(id);
    commands.editRecord({ id, state: 'broken' });
    expect(settledBy(id)).not.toEqual(first);
    ada.history.undo();
    expect(settledBy(id)).toEqual(first);
  });
});

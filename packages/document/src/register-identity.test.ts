import type { Model, Register } from '@strideboard/model';
import { buildModel, createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import type { BoardChange } from './board-document.ts';
import { readView } from './read-model.ts';

type Result = ReturnType<Peer['commands']['create']>;
const made = (result: Result): string => {
  if (!result.ok || result.ids[0] === undefined) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.ids[0];
};

const LISTS = [
  'manual',
  'controls',
  'applied',
  'mitigations',
  'standing',
  'records',
  'trees',
  'comments',
  'decisionLog',
] as const satisfies readonly (keyof Register)[];

/** A board with two of everything in the register, and what a call changes there. */
function board() {
  const [ada] = createPeers(createRandom(9), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  const { commands, document } = ada;
  commands.importFirst(buildModel({ elements: [{ id: 'pod' }, { id: 'db' }] }));
  const two = <T>(make: (at: number) => T): [T, T] => [make(0), make(1)];
  const ids = {
    manual: two((at) => made(commands.addThreat({ title: `threat ${at}`, on: ['pod'] }))),
    controls: two((at) => made(commands.addControl({ title: `control ${at}` }))),
    standing: two((at) => made(commands.addStanding({ rule: `WL-00${at}`, scope: 'model', state: 'accepted' }))),
    records: two((at) => made(commands.addRecord({ kind: 'question', title: `question ${at}` }))),
    trees: two((at) => made(commands.addTree({ title: `tree ${at}` }))),
    comments: two(() => made(commands.comment({ anchor: { kind: 'node', id: 'db' }, body: 'hm' }))),
  };
  for (const control of ids.controls) {
    commands.apply({ control, element: 'pod', state: 'planned' });
    commands.mitigate({ threat: `manual~${ids.manual[0]}`, control, on: true });
  }
  for (const rule of ['XX-001', 'XX-002']) commands.decide({ threats: [`${rule}~db` as never], state: 'accepted' }); // any threat
  document.flush();
  /** Which lists changed, and how many of the items in them are other objects than before. */
  const changedBy = (act: () => unknown): Readonly<Record<string, number>> => {
    document.flush();
    const before: Model = document.model();
    act();
    document.flush();
    const after: Model = document.model();
    const changes = LISTS.flatMap((list): [string, number][] => {
      const known = new Set<unknown>(before[list]);
      const fresh = after[list].filter((item) => !known.has(item)).length;
      return after[list] === before[list] ? [] : [[list, fresh]];
    });
    return Object.fromEntries(changes);
  };
  return { ada, ids, changedBy };
}

describe('a change in the register', () => {
  const changes: readonly (readonly [string, (parts: ReturnType<typeof board>) => unknown, Record<string, number>])[] =
    [
      ['a threat', ({ ada, ids }) => ada.commands.editThreat({ id: ids.manual[0], title: 'other' }), { manual: 1 }],
      [
        'a control',
        ({ ada, ids }) => ada.commands.editControl({ id: ids.controls[0], title: 'other' }),
        { controls: 1 },
      ],
      [
        'an applied control',
        ({ ada, ids }) => ada.commands.apply({ control: ids.controls[0], element: 'pod', owner: 'me' }),
        { applied: 1 },
      ],
      [
        'a link to a control',
        ({ ada, ids }) => ada.commands.mitigate({ threat: 'XX-001~db', control: ids.controls[0], on: true }),
        { mitigations: 1 },
      ],
      [
        'a standing decision',
        ({ ada, ids }) => ada.commands.editStanding({ id: ids.standing[1], why: 'lab' }),
        { standing: 1 },
      ],
      [
        'a record',
        ({ ada, ids }) => ada.commands.editRecord({ id: ids.records[1], state: 'answered' }),
        { records: 1 },
      ],
      [
        'a node of a tree',
        ({ ada, ids }) => ada.commands.addTreeNode({ tree: ids.trees[0], kind: 'goal', at: [0, 0] }),
        { trees: 1 },
      ],
      ['a reply', ({ ada, ids }) => ada.commands.comment({ thread: ids.comments[0], body: 'so' }), { comments: 1 }],
      [
        'the state of a thread',
        ({ ada, ids }) => ada.commands.resolve({ thread: ids.comments[0], resolved: true }),
        { comments: 1 },
      ],
      [
        'a decision',
        ({ ada }) => ada.commands.decide({ threats: ['XX-003~db' as never], state: 'open' }), // any threat
        { decisionLog: 1 },
      ],
      ['a label', ({ ada }) => ada.commands.label({ id: 'pod' as never, text: 'api' }), {}], // an id of the fixture
      ['a deletion', ({ ada }) => ada.commands.delete({ ids: ['db' as never] }), { comments: 2 }], // as above
      [
        'the deletion of a threat',
        ({ ada, ids }) => ada.commands.deleteThreat({ ids: [ids.manual[0]] }),
        { manual: 0, mitigations: 0 },
      ],
      ['a phase', ({ ada }) => ada.commands.setPhase({ phase: 'draw' }), {}],
    ];
  it.each(changes)('of %s replaces that and nothing else', (_, act, expected) => {
    const parts = board();
    expect(parts.changedBy(() => act(parts))).toEqual(expected);
    const { document, doc } = parts.ada;
    expect(JSON.stringify(document.model())).toBe(JSON.stringify(readView(doc).model));
  });

  it('reaches listeners with an empty diff', () => {
    const { ada, ids } = board();
    const heard: BoardChange[] = [];
    ada.document.subscribe((change) => heard.push(change));
    ada.commands.comment({ thread: ids.comments[0], body: 'so' });
    ada.document.flush();
    expect(heard).toHaveLength(1);
    expect(heard[0]?.diff.empty).toBe(true);
    const [change] = heard;
    expect(change?.model.comments).not.toBe(change?.previous.comments);
    expect(change?.model.elements).toBe(change?.previous.elements);
  });

  it('keeps the parts of a workshop that did not change', () => {
    const { ada } = board();
    const round = made(ada.commands.setRound({ state: 'silent' }));
    ada.commands.setRound({ round, state: 'revealed' });
    ada.document.flush();
    const card = { round, lane: 'threat', letters: [], on: [], text: 'a card', at: 1 } as const;
    ada.commands.publishCards({
      cards: [
        { id: 'first-000000', ...card },
        { id: 'second-00000', ...card },
      ],
    });
    ada.document.flush();
    const before = ada.document.workshop();
    ada.commands.markCard({ card: 'ada|second-00000', field: 'state', value: 'done' });
    ada.document.flush();
    const after = ada.document.workshop();
    expect([after.rounds, after.locks, after.agenda]).toEqual([before.rounds, before.locks, before.agenda]);
    expect(after.rounds).toBe(before.rounds);
    expect(after.cards[0]).toBe(before.cards[0]);
    expect(after.cards[1]).not.toBe(before.cards[1]);
  });
});

describe('a long log of decisions', () => {
  it('is not read again when it grows, nor when anything else changes', () => {
    const { ada } = board();
    const log = ada.doc.getMap<unknown>('decisionLog');
    ada.doc.transact(() => {
      for (let at = 0; at < 10_000; at++)
        log.set(`bob|entry-${String(at).padStart(8, '0')}`, ['XX-001~db', 'why', null, 'because', at, 'decide']);
    });
    ada.document.flush();
    expect(ada.document.model().decisionLog.length).toBe(10_002);
    let reads = 0;
    const get = log.get.bind(log);
    log.get = (key) => {
      reads++;
      return get(key);
    };
    ada.commands.decide({ threats: ['XX-009~db' as never], state: 'accepted', fields: { why: 'x' } }); // any threat
    ada.document.flush();
    expect(ada.document.model().decisionLog.length).toBe(10_004);
    // Two new entries, each looked at once when it is written and once when it is read.
    expect(reads).toBeLessThanOrEqual(4);
    reads = 0;
    ada.commands.delete({ ids: ['pod' as never] }); // an id of the fixture
    ada.commands.addRecord({ kind: 'goal', title: 'g' });
    ada.document.flush();
    expect(reads).toBe(0);
  });
});

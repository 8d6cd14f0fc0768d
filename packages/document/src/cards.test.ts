import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const made = (result: ReturnType<Peer['commands']['create']>): string => {
  if (!result.ok || result.ids[0] === undefined) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.ids[0];
};

/** A revealed round with four cards of Ada, and Bob beside her. */
function wall() {
  const group = createPeers(createRandom(1), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('wall: two people were asked for');
  const round = made(ada.commands.setRound({ state: 'silent' }));
  ada.commands.setRound({ round, state: 'revealed' });
  const cards = ['a', 'b', 'c', 'd'].map((name, at) => ({
    ...{ id: `card-0000000${name}`, round, letters: ['T'] as const, on: [], text: name, at },
    lane: 'threat' as const,
  }));
  ada.commands.publishCards({ cards });
  group.deliverAll();
  const card = (name: string): string => `ada|card-0000000${name}`;
  const seen = (peer: Peer) => {
    peer.document.flush();
    return new Map(peer.document.workshop().cards.map((one) => [one.text, one]));
  };
  return { group, ada, bob, card, seen, round };
}

describe('cards', () => {
  it('gathered into one that is in a cluster join that cluster, and a leader brings its cards along', () => {
    const { ada, card, seen } = wall();
    ada.commands.gatherCards({ cards: [card('b')], into: card('a') });
    ada.commands.gatherCards({ cards: [card('d')], into: card('c') });
    ada.commands.gatherCards({ cards: [card('c')], into: card('b') });
    expect([...seen(ada).values()].map(({ cluster }) => cluster)).toEqual(Array(4).fill(card('a')));
  });

  it('stay together when the one that leads is taken out, and come back with one undo', () => {
    const { ada, card, seen } = wall();
    ada.commands.gatherCards({ cards: [card('b'), card('c')], into: card('a') });
    ada.commands.releaseCard({ card: card('a') });
    expect([...seen(ada).values()].map(({ cluster }) => cluster)).toEqual(['a', 'b', 'b', 'd'].map(card));
    ada.history.undo();
    expect([...seen(ada).values()].map(({ cluster }) => cluster)).toEqual(['a', 'a', 'a', 'd'].map(card));
  });

  it('turn into one threat that names them, in one step that can be undone', () => {
    const { ada, card, seen } = wall();
    const cards = [card('a'), card('b')];
    const threat = made(ada.commands.promoteCards({ cards, kind: 'threat', title: 'Taps etcd', letters: ['I'] }));
    expect([seen(ada).get('a')?.became, seen(ada).get('b')?.became]).toEqual([threat, threat]);
    expect(ada.document.model().manual).toMatchObject([{ title: 'Taps etcd', origin: 'card', from: cards }]);
    ada.history.undo();
    expect(seen(ada).get('a')?.became).toBeNull();
    expect(ada.document.model().manual).toEqual([]);
  });

  it('turn into records as well', () => {
    const { ada, card, seen } = wall();
    const record = made(ada.commands.promoteCards({ cards: [card('a')], kind: 'question', title: 'Who may?' }));
    expect(seen(ada).get('a')?.became).toBe(record);
    expect(ada.document.model().records).toMatchObject([{ id: record, kind: 'question' }]);
  });

  it('that are parked end with who, when and the ticket, and can be opened again', () => {
    const { ada, card, seen } = wall();
    ada.commands.parkCards({ cards: [card('a')], parked: true });
    ada.commands.settleCard({ card: card('a'), end: 'ticket', ticket: 'SEC-7' });
    expect(seen(ada).get('a')).toMatchObject({
      lane: 'park',
      state: 'ticket',
      ticket: 'SEC-7',
      settled: { by: 'ada' },
    });
    ada.commands.settleCard({ card: card('a'), end: null });
    expect(seen(ada).get('a')).toMatchObject({ state: '', settled: null, ticket: '' });
  });

  it('are withdrawn by their author or a facilitator, and nothing of their text is left', () => {
    const { group, ada, bob, card } = wall();
    bob.setRole('edit');
    expect(bob.commands.withdrawCard({ card: card('a') })).toMatchObject({ problem: { code: 'unknown-id' } });
    bob.setRole('facilitate');
    expect(bob.commands.withdrawCard({ card: card('a') }).ok).toBe(true);
    group.deliverAll();
    ada.document.flush();
    expect(ada.document.workshop().cards[0]).toMatchObject({ gone: true, text: '' });
    expect(ada.doc.getMap('cards').get(card('a'))).toMatchObject({ text: '', gone: 1 });
  });

  it('hide their names for everybody until a facilitator shows them again', () => {
    const { ada, round } = wall();
    ada.commands.setRound({ round, state: 'revealed', hidesNames: true });
    ada.commands.setRound({ round, state: 'revealed' });
    ada.document.flush();
    expect(ada.document.workshop().rounds[0]?.hidesNames).toBe(true);
    ada.commands.setRound({ round, state: 'revealed', hidesNames: false });
    ada.document.flush();
    expect(ada.document.workshop().rounds[0]?.hidesNames).toBe(false);
  });
});

import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createSession } from '../session/session-store.ts';
import { createCardBox, type OwnCard } from './card-box.ts';
import { startPublishing } from './publishing.ts';

/** Ada facilitates; Bob's browser has a box of cards, and a connection that can be cut. */
function place() {
  const group = createPeers(createRandom(3), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('place: two people were asked for');
  const made = ada.commands.setRound({ state: 'silent' });
  const round = made.ok ? (made.ids[0] ?? '') : '';
  group.deliverAll();
  const flush = (): void => {
    for (const peer of [ada, bob]) peer.document.flush();
  };
  flush();
  return { group, ada, bob, round, flush, tab: () => tab(bob) };
}

/** One tab of Bob's. */
function tab({ document, history }: Peer) {
  const box = createCardBox();
  box.setState({
    put: (card) => box.setState(({ cards }) => ({ cards: [...cards, card] })),
    remove: (ids) => box.setState(({ cards }) => ({ cards: cards.filter(({ id }) => !ids.includes(id)) })),
  });
  const listeners: (() => void)[] = [];
  const state = { phase: 'live', principal: 'bob', waiting: 0 };
  const sealed: unknown[] = [];
  let ids = 0;
  const session = createSession({ windowWidth: 1000 });
  startPublishing({
    room: {
      document,
      connection: {
        state: () => state,
        subscribe: (listener: () => void) => {
          listeners.push(listener);
          return () => {};
        },
      } as never, // only these are used
      presence: { set: (fields: { readonly sealed?: unknown }) => sealed.push(fields.sealed) } as never, // as above
      commandsOptions: {
        document,
        history,
        author: () => ({ principal: 'bob', role: 'comment' }),
        now: () => 50,
        randomId: () => `random-0000${String((ids += 1))}`,
      },
    },
    session,
    box,
  });
  const set = (next: Partial<typeof state>): void => {
    Object.assign(state, next);
    for (const listener of listeners) listener();
  };
  return { box, set, sealed, told: () => session.getState().messages.map(({ text }) => text) };
}

const card = (round: string, id: string): OwnCard => ({
  ...{ id: `card-00000000${id}`, round, letters: ['S'], on: [], text: `card ${id}`, at: 7, late: false },
});
const published = (peer: Peer) =>
  peer.document.workshop().cards.map(({ text, late, author }) => ({ text, late, author }));

describe('hidden cards', () => {
  it('are told by their number alone while the round runs, and published together at the reveal', () => {
    const { group, ada, round, flush, tab: open } = place();
    const { box, set, sealed } = open();
    box.getState().put(card(round, 'a'));
    box.getState().put(card(round, 'b'));
    expect(sealed).toEqual([0, 1, 2]);
    set({ waiting: 1 });
    ada.commands.setRound({ round, state: 'revealed' });
    group.deliverAll();
    flush();
    group.deliverAll();
    flush();
    expect(published(ada)).toEqual([
      { text: 'card a', late: false, author: 'bob' },
      { text: 'card b', late: false, author: 'bob' },
    ]);
    expect(sealed.at(-1)).toBeNull();
    // Kept here until the server has them.
    expect(box.getState().cards).toHaveLength(2);
    set({ waiting: 0 });
    expect(box.getState().cards).toEqual([]);
  });

  it('are marked late by a browser that was away at the reveal, and say so to their author', () => {
    const { group, ada, round, flush, tab: open } = place();
    const { box, set, told } = open();
    box.getState().put(card(round, 'a'));
    set({ phase: 'offline' });
    ada.commands.setRound({ round, state: 'revealed' });
    group.deliverAll();
    flush();
    expect(published(ada)).toEqual([]);
    set({ phase: 'live' });
    group.deliverAll();
    flush();
    expect(published(ada)).toMatchObject([{ text: 'card a', late: true }]);
    expect(told().join()).toContain('marked late');
  });

  it('are published once by two tabs, and the tab that was away does not make them late', () => {
    const { group, ada, round, flush, tab: open } = place();
    const [here, away] = [open(), open()];
    for (const { box } of [here, away]) box.getState().put(card(round, 'a'));
    away.set({ phase: 'offline' });
    ada.commands.setRound({ round, state: 'revealed' });
    group.deliverAll();
    flush();
    away.set({ phase: 'live' });
    group.deliverAll();
    flush();
    expect(published(ada)).toEqual([{ text: 'card a', late: false, author: 'bob' }]);
  });

  it('of a round that ends without being shown stay with their author', () => {
    const { group, ada, round, flush, tab: open } = place();
    const { box, told } = open();
    box.getState().put(card(round, 'a'));
    ada.commands.setRound({ round, state: 'discarded' });
    group.deliverAll();
    flush();
    expect(published(ada)).toEqual([]);
    expect(box.getState().cards).toHaveLength(1);
    expect(told().join()).toContain('still in this browser');
  });
});

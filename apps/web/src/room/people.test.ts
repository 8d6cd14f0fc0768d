import type { Presence } from '@strideboard/document';
import { describe, expect, it } from 'vitest';
import { createPeers } from './peers.ts';
import { createPeople, followersOf } from './people.ts';

const presence = (id: string, name: string, given: Partial<Presence> = {}): Presence => ({
  user: { id, name, colour: '#2b5fc7', role: 'edit' },
  ...{ cursor: null, viewport: null, selection: [], typing: null, drag: null, follow: null },
  ...{ laser: null, hand: null, sealed: null, mode: null },
  ...given,
});

/** The others as presence tells them, which may be told anew. */
function channel(...first: readonly Presence[]) {
  let others = new Map(first.map((one, at) => [at, one]));
  return {
    others: () => others,
    subscribe: () => () => {},
    tell: (...next: readonly Presence[]) => {
      others = new Map(next.map((one, at) => [at, one]));
    },
  };
}

describe('the people on a board', () => {
  it('are never without a name: who gave none, or only blanks, is called a guest', () => {
    const peers = createPeers(channel(presence('a', ''), presence('b', '  '), presence('c', 'Cy')), 'Guest');
    expect(peers.list().map(({ name }) => name)).toEqual(['Cy', 'Guest', 'Guest']);
  });

  it('are the same list while only cursors and views move', () => {
    const told = channel(presence('a', 'Ana'));
    const people = createPeople(createPeers(told, 'Guest'));
    const before = people();
    told.tell(presence('a', 'Ana', { cursor: { x: 1, y: 2 } }));
    expect(people()).toBe(before);
    told.tell(presence('a', 'Ana', { follow: 'b' }));
    expect(people()).not.toBe(before);
  });

  it('who follow me count once, however many windows they have, and I do not', () => {
    const told = channel(
      presence('a', 'Ana', { follow: 'me' }),
      presence('a', 'Ana', { follow: 'me' }),
      presence('b', 'Bo', { follow: 'a' }),
      presence('me', 'Me', { follow: 'me' }),
      presence('c', 'Cy'),
    );
    const people = createPeople(createPeers(told, 'Guest'))();
    expect(followersOf(people, 'me').map(({ name }) => name)).toEqual(['Ana']);
    expect(followersOf(people, null)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { PersonHere } from './people.ts';
import { readOffer } from './spotlight.ts';

const ana: PersonHere = {
  client: 1,
  principal: 'ana',
  name: 'Ana',
  colour: '#0f766e',
  role: 'facilitate',
  follow: 'ana',
};
const spotlight = { principal: 'ana', mode: 'ask', at: 7 } as const;

describe('an invitation to a facilitator’s view', () => {
  it('holds for everybody else while the board stores it and the page that asked is there', () => {
    expect(readOffer({ spotlight, people: [ana], me: 'bo' })).toEqual({ person: ana, mode: 'ask', key: 'ana 7' });
    expect(readOffer({ spotlight, people: [ana], me: 'ana' })).toBe(null);
    expect(readOffer({ spotlight: null, people: [ana], me: 'bo' })).toBe(null);
    expect(readOffer({ spotlight, people: [], me: 'bo' })).toBe(null);
  });

  it('is over once the facilitator is back from a reload: that page has asked nobody', () => {
    expect(readOffer({ spotlight, people: [{ ...ana, client: 2, follow: null }], me: 'bo' })).toBe(null);
  });

  it('is not made by somebody who merely says so', () => {
    expect(readOffer({ spotlight, people: [{ ...ana, role: 'edit' }], me: 'bo' })).toBe(null);
    expect(readOffer({ spotlight, people: [{ ...ana, principal: 'eve', follow: 'ana' }], me: 'bo' })).toBe(null);
    expect(readOffer({ spotlight: null, people: [{ ...ana, principal: 'eve', follow: 'eve' }], me: 'bo' })).toBe(null);
  });

  it('is another one each time', () => {
    const next = readOffer({ spotlight: { ...spotlight, at: 8 }, people: [ana], me: 'bo' });
    expect(next?.key).not.toBe('ana 7');
  });
});

import { type Author, LIMITS } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import { createClaims } from './claims.ts';
import type { Participant } from './participant.ts';

const HOLD_MS = 1_000;
const someone = (principal: string): Participant => ({
  principal,
  link: 'l',
  role: 'edit',
  locked: false,
  send: () => undefined,
  close: () => undefined,
  sweep: () => undefined,
});
const author = (client: number, principal: string, claimed: boolean): Author => ({
  client,
  principal,
  claimed,
  firstAt: 1,
  lastAt: 1,
});
const fresh = (authors: Author[] = [], endedClients: number[] = []) =>
  createClaims({ authors, endedClients: new Set(endedClients) }, HOLD_MS);

describe('claims', () => {
  it('made by writing last for good and are the principal’s alone', () => {
    const claims = fresh();
    claims.wrote([7], { principal: 'alice', mode: 'update', now: 5 });
    claims.expire(5 + 10 * HOLD_MS);
    expect([claims.on(7, 'alice'), claims.on(7, 'bob'), claims.on(8, 'bob')]).toEqual(['open', 'foreign', 'open']);
    expect(fresh([author(7, 'alice', true)]).on(7, 'bob')).toBe('foreign');
  });

  it('are never made by a sync, which only presumes an author until somebody claims the id', () => {
    const claims = fresh();
    claims.wrote([7], { principal: 'bob', mode: 'step2', now: 5 });
    expect([claims.on(7, 'alice'), claims.on(7, 'bob')]).toEqual(['open', 'open']);
    expect(claims.authors()).toMatchObject([{ client: 7, principal: 'bob', claimed: false }]);
    claims.wrote([7], { principal: 'alice', mode: 'update', now: 6 });
    expect(claims.on(7, 'bob')).toBe('foreign');
    expect(claims.authors()).toEqual([{ client: 7, principal: 'alice', claimed: true, firstAt: 5, lastAt: 6 }]);
    expect(claims.takeMarks()).toEqual([{ client: 7, principal: 'alice', claimed: true }]);
    expect(claims.takeMarks()).toEqual([]);
  });

  it('made by presence make a sync under the id the person’s own', () => {
    const claims = fresh();
    expect(claims.claim(7, someone('alice'))).toBe(true);
    claims.wrote([7], { principal: 'alice', mode: 'step2', now: 5 });
    expect(claims.authors()).toMatchObject([{ client: 7, principal: 'alice', claimed: true }]);
  });

  it('made by presence are held a while after the person left, and a new socket of theirs takes over', () => {
    const claims = fresh();
    const [half, again, bob] = [someone('alice'), someone('alice'), someone('bob')];
    claims.claim(7, half);
    expect(claims.claim(7, bob)).toBe(false);
    expect(claims.claim(7, again)).toBe(true);
    claims.release(half, 0);
    claims.expire(2 * HOLD_MS);
    expect(claims.on(7, 'bob')).toBe('foreign');
    claims.release(again, 2 * HOLD_MS);
    claims.expire(3 * HOLD_MS - 1);
    expect(claims.on(7, 'bob')).toBe('foreign');
    claims.expire(3 * HOLD_MS);
    expect(claims.on(7, 'bob')).toBe('open');
  });

  it('on ids of ended epochs are closed to everybody, their author too', () => {
    const claims = fresh([author(7, 'alice', true)], [7]);
    expect([claims.on(7, 'alice'), claims.on(7, 'bob')]).toEqual(['ended', 'ended']);
  });

  it('by presence are bounded, and so are ids nobody has seen', () => {
    const claims = fresh();
    for (let client = 0; client < LIMITS.clientClaimsPerRoom; client += 1) claims.claim(client, someone('mallory'));
    expect(claims.claim(100_000, someone('alice'))).toBe(true);
    expect(claims.on(100_000, 'bob')).toBe('open'); // not recorded any more
    claims.wrote([1, 2, 3], { principal: 'mallory', mode: 'update', now: 0 });
    expect(claims.free()).toBe(LIMITS.clientClaimsPerRoom - 3);
    claims.expire(HOLD_MS);
    expect(claims.free()).toBe(LIMITS.clientClaimsPerRoom);
  });

  it('note a known author’s last writing at most once a minute', () => {
    const claims = fresh([author(7, 'alice', true)]);
    claims.wrote([7], { principal: 'alice', mode: 'update', now: 30_000 });
    expect(claims.takeMarks()).toEqual([]);
    claims.wrote([7], { principal: 'alice', mode: 'update', now: 61_000 });
    expect(claims.takeMarks()).toHaveLength(1);
    expect(claims.authors()).toMatchObject([{ firstAt: 1, lastAt: 61_000 }]);
  });
});

import { describe, expect, it } from 'vitest';
import { type Follows, givesWay, looksAt, readFollows } from './follow-rule.ts';

const says = (principal: string, follow: string | null) => ({ principal, presence: { follow } });
const followsOf = (pairs: Readonly<Record<string, string>>): Follows =>
  readFollows(Object.entries(pairs).map(([who, whom]) => says(who, whom)));

describe('following', () => {
  it('is read from presence; who leads follows nobody, and windows of one person count together', () => {
    const follows = readFollows([says('ana', 'ana'), says('bo', 'ana'), says('bo', 'cy'), says('cy', null)]);
    expect([...follows.keys()]).toEqual(['bo']);
    expect([...(follows.get('bo') ?? [])]).toEqual(['ana', 'cy']);
  });

  it('reaches through others', () => {
    const follows = followsOf({ ana: 'bo', bo: 'cy' });
    expect(looksAt(follows, 'ana', 'cy')).toBe(true);
    expect(looksAt(follows, 'cy', 'ana')).toBe(false);
    expect(looksAt(follows, 'ana', 'ana')).toBe(false);
  });

  it('of two who follow each other is ended by the one with the smaller id alone', () => {
    const follows = followsOf({ ana: 'bo', bo: 'ana' });
    expect(givesWay(follows, 'ana', 'bo')).toBe(true);
    expect(givesWay(follows, 'bo', 'ana')).toBe(false);
  });

  it('of somebody who stands in a circle of others goes on: that circle is theirs to open', () => {
    const follows = followsOf({ bo: 'cy', cy: 'bo', ana: 'bo' });
    expect(givesWay(follows, 'ana', 'bo')).toBe(false);
  });

  it('ends in no circle, with one left to lead in each, however four people began', () => {
    const people = ['a', 'b', 'c', 'd'];
    for (let code = 0; code < 5 ** people.length; code++) {
      const pairs: Record<string, string> = {};
      for (const [at, who] of people.entries()) {
        const whom = people[Math.floor(code / 5 ** at) % 5];
        if (whom !== undefined && whom !== who) pairs[who] = whom;
      }
      const before = followsOf(pairs);
      const circles = people.filter((who) => looksAt(before, who, who));
      // Everybody decides by what they see at the same moment.
      const quitters = Object.entries(pairs).filter(([who, whom]) => givesWay(before, who, whom));
      const stopped = new Set(quitters.map(([who]) => who));
      const after = followsOf(Object.fromEntries(Object.entries(pairs).filter(([who]) => !stopped.has(who))));
      expect(people.filter((who) => looksAt(after, who, who))).toEqual([]);
      expect(quitters.length > 0).toBe(circles.length > 0);
      expect(quitters.length).toBeLessThanOrEqual(circles.length / 2);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { createTurns } from './turns.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Turns over a clock that only work moves. */
function setUp(budgetMs = 50) {
  let clock = 0;
  const turns = createTurns({ budgetMs, now: () => clock });
  const done: string[] = [];
  const take = (room: object, name: string, costMs: number): void =>
    turns.take(room, () => {
      clock += costMs;
      done.push(name);
    });
  return { take, done };
}

describe('turns', () => {
  it('do work at once while there is time', () => {
    const { take, done } = setUp();
    const room = {};
    take(room, 'a', 20);
    take(room, 'b', 20);
    expect(done).toEqual(['a', 'b']);
  });

  it('leave what is too much for later, in order, and give every room its share', async () => {
    const { take, done } = setUp();
    const [busy, calm] = [{}, {}];
    for (const name of ['a', 'b', 'c', 'd', 'e']) take(busy, name, 60);
    take(calm, 'x', 1);
    take(calm, 'y', 1);
    expect(done).toEqual(['a']);
    await nextTurn();
    expect(done).toEqual(['a', 'b']);
    await nextTurn();
    expect(done.slice(2, 4)).toEqual(['x', 'c']);
    for (let turn = 0; turn < 6; turn += 1) await nextTurn();
    expect(done.filter((name) => 'abcde'.includes(name)).join('')).toBe('abcde');
    expect(done.filter((name) => 'xy'.includes(name)).join('')).toBe('xy');
  });

  it('go on after work that throws', async () => {
    const { take, done } = setUp();
    const turns = createTurns({ budgetMs: 50, now: () => 0 });
    expect(() =>
      turns.take({}, () => {
        throw new Error('broken');
      }),
    ).toThrow('broken');
    take({}, 'a', 1);
    await nextTurn();
    expect(done).toEqual(['a']);
  });
});

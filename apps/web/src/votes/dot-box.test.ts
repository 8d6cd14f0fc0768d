import { describe, expect, it } from 'vitest';
import { createDotBox, type DotChannel, NO_DOTS, sumOf } from './dot-box.ts';
import { dotsLeft, give, takeBack, whyNoDot, withinRules } from './give-dot.ts';
import { rankTargets } from './rank-targets.ts';

const RULES = { dots: 3, several: true, on: [] };
const HERE = { principal: 'ana', ballot: 'b1' };

/** A browser: its storage and a channel for each window, told at once. */
function browser(refuses = false) {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => {
      if (refuses) throw new Error('full');
      kept.set(key, text);
    },
  };
  const channels: DotChannel[] = [];
  const windowOf = () => {
    const channel: DotChannel = {
      onmessage: null,
      postMessage: (data: unknown) => {
        for (const other of channels) {
          // the part of an event that is read
          if (other !== channel) other.onmessage?.call(other as BroadcastChannel, { data } as MessageEvent);
        }
      },
      close: () => undefined,
    };
    channels.push(channel);
    const box = createDotBox('room', storage, () => channel);
    box.start();
    return box;
  };
  return { kept, windowOf };
}

describe('my dots', () => {
  it('are one purse in all windows of a browser, and there again after a reload', () => {
    const { windowOf } = browser();
    const [first, second] = [windowOf(), windowOf()];
    for (const box of [first, second, first, second]) box.update(HERE, (mine) => give(RULES, mine, 'x'));
    expect([first, second].map((box) => box.of(HERE).given)).toEqual([{ x: 3 }, { x: 3 }]);
    const after = windowOf();
    expect(after.of(HERE).given).toEqual({ x: 3 });
    expect(after.lastPrincipal()).toBe('ana');
    expect(after.of({ ...HERE, principal: 'bo' })).toBe(NO_DOTS);
  });

  it('are held by the open windows where the storage refuses', () => {
    const { windowOf } = browser(true);
    const first = windowOf();
    first.update(HERE, (mine) => give(RULES, mine, 'x'));
    const second = windowOf();
    second.update(HERE, (mine) => give(RULES, mine, 'y'));
    expect(first.of(HERE).given).toEqual({ x: 1, y: 1 });
    expect([first.durable(), second.durable()]).toEqual([false, false]);
  });

  it('are nothing where something else is stored', () => {
    for (const text of [
      '',
      '{',
      'null',
      '{"version":9}',
      '{"version":1,"ballots":[1,["ana|b1",{"given":{"x":-4}}]]}',
    ]) {
      const { kept, windowOf } = browser();
      kept.set('strideboard.dots.room', text);
      expect(sumOf(windowOf().of(HERE)), text).toBe(0);
    }
  });
});

describe('giving dots', () => {
  it('ends with the last one, and with one a target where several are not allowed', () => {
    const one = { ...RULES, several: false };
    let mine = give(one, NO_DOTS, 'x');
    expect(give(one, mine, 'x')).toBe(mine);
    expect([whyNoDot(one, mine, 'x'), whyNoDot(one, mine, 'y')]).toEqual(['onlyOne', null]);
    mine = give(RULES, give(RULES, mine, 'x'), 'x');
    expect([dotsLeft(RULES, mine), whyNoDot(RULES, mine, 'y')]).toEqual([0, 'noneLeft']);
    expect(takeBack(NO_DOTS, 'x')).toBe(NO_DOTS);
    expect(takeBack(mine, 'x').given).toEqual({ x: 2 });
  });

  it('sends what the ballot takes, and clears what was taken back', () => {
    const mine = { ...NO_DOTS, given: { x: 9, gone: 2, y: 0 } };
    expect(withinRules({ dots: 5, several: true, on: ['x', 'y'] }, mine)).toEqual({ x: 5, y: 0 });
    expect(withinRules({ dots: 5, several: false, on: ['x', 'y'] }, mine)).toEqual({ x: 1, y: 0 });
  });
});

describe('a result', () => {
  it('shares ranks where dots are the same, and late dots rank nothing', () => {
    const tally = {
      a: { dots: 2, late: 0 },
      b: { dots: 3, late: 0 },
      c: { dots: 2, late: 9 },
      e: { dots: 1, late: 0 },
    };
    expect(
      rankTargets({ on: ['a', 'b', 'c', 'd', 'e'], tally }).map(({ target, rank, isTied }) => [target, rank, isTied]),
    ).toEqual([
      ['b', 1, false],
      ['a', 2, true],
      ['c', 2, true],
      ['e', 4, false],
      ['d', null, false],
    ]);
  });
});

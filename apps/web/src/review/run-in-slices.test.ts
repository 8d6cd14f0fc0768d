import { describe, expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

/** A clock that goes on by the work alone, and turns that are taken one by one. */
function clock() {
  let ms = 0;
  let next: (() => void) | null = null;
  return {
    spend: (more: number) => {
      ms += more;
    },
    ms: () => ms,
    turn: () => {
      const call = next;
      next = null;
      call?.();
      return call !== null;
    },
    now: () => ms,
    later: (call: () => void) => {
      next = call;
      return () => {
        next = null;
      };
    },
  };
}

function* work(steps: number, spend: () => void): Generator<undefined, string> {
  for (let step = 0; step < steps; step++) {
    spend();
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  it('gives the page its turn again and again, and ends with the result', () => {
    const time = clock();
    const results: string[] = [];
    runInSlices(
      work(100, () => time.spend(3)),
      (result) => results.push(result),
      time,
    );
    let longest = 0;
    for (let before = time.ms(); time.turn(); before = time.ms()) longest = Math.max(longest, time.ms() - before);
    expect(results).toEqual(['done']);
    expect(longest).toBe(9);
  });

  it('begins nothing at once, and stops when told', () => {
    const time = clock();
    const results: string[] = [];
    const stop = runInSlices(
      work(10, () => time.spend(5)),
      (result) => results.push(result),
      time,
    );
    expect(time.ms()).toBe(0);
    time.turn();
    expect(time.ms()).toBe(10);
    stop();
    expect(time.turn()).toBe(false);
    expect(results).toEqual([]);
  });
});

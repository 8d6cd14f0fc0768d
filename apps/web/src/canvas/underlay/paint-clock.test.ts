import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPaintClock } from './paint-clock.ts';

/** A clock whose work takes as long as told, and frames every 10 ms. */
function setUp(takesMs: number) {
  let now = 0;
  let done = 0;
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  const clock = createPaintClock(
    () => {
      done += 1;
      now += takesMs;
    },
    () => now,
  );
  return {
    clock,
    done: () => done,
    frame: () => {
      now += 10;
      for (const work of frames.splice(0)) work();
    },
  };
}

describe('when to paint', () => {
  beforeEach(() => vi.unstubAllGlobals());
  afterEach(() => vi.unstubAllGlobals());

  it('is every frame while painting is quick, once for all that was asked for', () => {
    const { clock, done, frame } = setUp(1);
    for (let at = 1; at <= 5; at++) {
      clock.soon();
      clock.soon();
      frame();
      expect(done()).toBe(at);
    }
    frame();
    expect(done()).toBe(5);
  });

  it('is seldom where painting is slow, and never forgotten', () => {
    const { clock, done, frame } = setUp(40);
    clock.soon();
    frame();
    expect(done()).toBe(1);
    clock.soon();
    for (let at = 0; at < 7; at++) frame();
    expect(done()).toBe(1);
    frame();
    expect(done()).toBe(2);
  });

  it('is at once where it cannot wait, and then not again at the next frame', () => {
    const { clock, done, frame } = setUp(40);
    clock.soon();
    clock.now();
    expect(done()).toBe(1);
    for (let at = 0; at < 10; at++) frame();
    expect(done()).toBe(1);
  });
});

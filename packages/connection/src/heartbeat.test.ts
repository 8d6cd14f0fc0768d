import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHeartbeat } from './heartbeat.ts';
import { PACE } from './pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(onAsk: () => void = () => {}) {
  const seen = { asked: 0, diedAt: null as number | null };
  const start = Date.now();
  const heartbeat = createHeartbeat({
    pace: PACE,
    ask: () => {
      seen.asked += 1;
      onAsk();
    },
    dead: () => {
      seen.diedAt = Date.now() - start;
    },
  });
  heartbeat.start();
  return { heartbeat, seen };
}

describe('the heartbeat', () => {
  it('notices within 5 s that nothing is heard any more', () => {
    const { seen } = watch();
    vi.advanceTimersByTime(4_999);
    expect(seen).toEqual({ asked: 1, diedAt: null });
    vi.advanceTimersByTime(1);
    expect(seen.diedAt).toBe(5_000);
  });

  it('asks nothing while messages arrive', () => {
    const { heartbeat, seen } = watch();
    for (let i = 0; i < 100; i += 1) {
      heartbeat.heard();
      vi.advanceTimersByTime(900);
    }
    expect(seen).toEqual({ asked: 0, diedAt: null });
  });

  it('stays calm on a silent line whose questions are answered', () => {
    const { heartbeat, seen } = watch(() => setTimeout(() => heartbeat.heard(), 30));
    vi.advanceTimersByTime(60_000);
    expect(seen.diedAt).toBeNull();
    expect(seen.asked).toBeGreaterThan(10);
  });

  it('does not take a page that could not look for a dead line', () => {
    const { heartbeat, seen } = watch();
    vi.advanceTimersByTime(2_000);
    expect(seen.asked).toBe(1);
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(1_000);
    heartbeat.heard();
    vi.advanceTimersByTime(1_000);
    expect(seen.diedAt).toBeNull();
  });

  it('gives a slow line twice the time after a death, until a question was answered', () => {
    const { heartbeat, seen } = watch();
    vi.advanceTimersByTime(5_000);
    expect(seen.diedAt).toBe(5_000);
    heartbeat.start();
    vi.advanceTimersByTime(7_000);
    expect(seen.diedAt).toBe(5_000);
    vi.advanceTimersByTime(1_000);
    expect(seen.diedAt).toBe(13_000);
    heartbeat.start();
    vi.advanceTimersByTime(2_000);
    heartbeat.heard();
    vi.advanceTimersByTime(5_000);
    expect(seen.diedAt).toBe(20_000);
  });

  it('ends with stop', () => {
    const { heartbeat } = watch();
    heartbeat.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

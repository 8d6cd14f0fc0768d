import { describe, expect, it, vi } from 'vitest';
import { persistently } from './lazy-part.ts';

describe('what is fetched later', () => {
  it('is asked for again after a pause, and at once when the network is back', async () => {
    vi.useFakeTimers();
    let asked = 0;
    const load = (): Promise<string> => {
      asked += 1;
      return asked < 3 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve('here');
    };
    const loading = persistently(load);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(asked).toBe(2);
    window.dispatchEvent(new Event('online'));
    expect(await loading).toBe('here');
    vi.useRealTimers();
  });
});

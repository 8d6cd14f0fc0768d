import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROVING_LIMIT_SECONDS, ProvingTooLong, proveInWorker } from './prove-in-worker.ts';
import { acmeFiles, startProvingWorker } from './testing/acme-pack.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('proving a pack in a worker', () => {
  it('stops the worker when the limit is over, and says that this is why', async () => {
    const worker = startProvingWorker();
    worker.postMessage = () => {}; // it never comes back
    const outcome = proveInWorker(() => worker, acmeFiles('1')).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(PROVING_LIMIT_SECONDS * 1000 - 1);
    expect(worker.ended()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toBeInstanceOf(ProvingTooLong);
    expect(worker.ended()).toBe(true);
  });

  it('stops the worker when the person has had enough', async () => {
    const worker = startProvingWorker();
    worker.postMessage = () => {}; // it never comes back
    const control = new AbortController();
    const outcome = proveInWorker(() => worker, acmeFiles('1'), control.signal).catch((error: unknown) => error);
    control.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(worker.ended()).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no clock running after an answer or a break', async () => {
    expect(await proveInWorker(() => startProvingWorker(), acmeFiles('1'))).toMatchObject({ ok: true });
    await expect(proveInWorker(() => startProvingWorker({ breaks: true }), acmeFiles('1'))).rejects.toThrow('it broke');
    expect(vi.getTimerCount()).toBe(0);
  });
});

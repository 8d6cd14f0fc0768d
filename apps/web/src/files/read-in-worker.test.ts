import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import type { ReadRequest } from './protocol.ts';
import { readGiven } from './read-given.ts';
import { readInWorker } from './read-in-worker.ts';

/** A worker in this thread; it answers as told. */
function startWorker(how: 'answers' | 'breaks' | 'sleeps') {
  let isOver = false;
  const worker: Parameters<typeof readInWorker>[0] extends () => infer W ? W : never = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (request: ReadRequest) => {
      const { onmessage, onerror } = worker;
      if (how === 'answers')
        onmessage?.call(worker as Worker, new MessageEvent('message', { data: readGiven(request, english) }));
      if (how === 'breaks') onerror?.call(worker as Worker, new ErrorEvent('error', { message: 'it broke' }));
    },
    terminate: () => {
      isOver = true;
    },
  };
  return { worker, ended: () => isOver };
}

const request = (): ReadRequest => ({
  wanted: 'board',
  files: [{ name: 'a', bytes: new Uint8Array(1) }],
  at: 0,
  namespace: '',
});

describe('reading in a worker', () => {
  it('ends the worker with its answer', async () => {
    const { worker, ended } = startWorker('answers');
    expect(await readInWorker(() => worker, request(), new AbortController().signal)).toMatchObject({ ok: false });
    expect(ended()).toBe(true);
  });

  it('ends the worker when the person has enough', async () => {
    const { worker, ended } = startWorker('sleeps');
    const control = new AbortController();
    const outcome = readInWorker(() => worker, request(), control.signal).catch((error: unknown) => error);
    await Promise.resolve();
    expect(ended()).toBe(false);
    control.abort();
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    expect(ended()).toBe(true);
  });

  it('rejects when the worker breaks', async () => {
    const { worker, ended } = startWorker('breaks');
    await expect(readInWorker(() => worker, request(), new AbortController().signal)).rejects.toThrow('it broke');
    expect(ended()).toBe(true);
  });
});

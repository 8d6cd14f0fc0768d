import { describe, expect, it } from 'vitest';
import { createExportCrew } from './export-crew.ts';
import type { ExportReply, ExportRequest, PlainInput } from './protocol.ts';

const FILE = { blob: new Blob(['a']), fileName: 'a.csv', losses: [] };

/** A worker in this thread that does as it is told. */
function scriptedWorker() {
  const asked: ExportRequest[] = [];
  let isOver = false;
  const worker: Parameters<typeof createExportCrew>[0] extends () => infer W ? W : never = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (request: ExportRequest) => void asked.push(request),
    terminate: () => {
      isOver = true;
    },
  };
  return {
    worker,
    asked,
    isOver: () => isOver,
    say: (data: ExportReply): void => {
      worker.onmessage?.call(worker as Worker, new MessageEvent('message', { data }));
    },
    die: (message: string): void => {
      worker.onerror?.call(worker as Worker, new ErrorEvent('error', { message }));
    },
  };
}

function gather(draw?: Parameters<typeof createExportCrew>[1]) {
  const workers: ReturnType<typeof scriptedWorker>[] = [];
  const crew = createExportCrew(() => {
    const next = scriptedWorker();
    workers.push(next);
    return next.worker;
  }, draw);
  return { crew, workers };
}

const order = (signal = new AbortController().signal, onStep: (id: string) => void = () => {}) => ({
  wanted: 'all' as const,
  input: { language: 'en' } as unknown as PlainInput, // what is in it matters to the worker alone
  onStep,
  signal,
});

describe('writing in a worker', () => {
  it('tells every step, gives the file, and keeps the worker for the next one', async () => {
    const { crew, workers } = gather();
    crew.warm();
    const steps: string[] = [];
    const first = crew.write(order(undefined, (id) => steps.push(id)));
    workers[0]?.say({ kind: 'step', id: 'csv', at: 0, total: 1 });
    workers[0]?.say({ kind: 'written', file: FILE });
    expect(await first).toBe(FILE);
    expect(steps).toEqual(['csv']);
    const second = crew.write(order());
    workers[0]?.say({ kind: 'written', file: FILE });
    await second;
    expect(workers.map(({ asked, isOver }) => [asked.length, isOver()])).toEqual([[2, false]]);
  });

  it('ends the worker at once when the person has enough, and works on with another', async () => {
    const { crew, workers } = gather();
    const control = new AbortController();
    const stopped = crew.write(order(control.signal)).catch((error: unknown) => error);
    await Promise.resolve();
    expect(workers[0]?.isOver()).toBe(false);
    control.abort();
    expect(await stopped).toMatchObject({ name: 'AbortError' });
    expect(workers[0]?.isOver()).toBe(true);
    const next = crew.write(order());
    workers[1]?.say({ kind: 'written', file: FILE });
    expect(await next).toBe(FILE);
  });

  it('lets nobody wait for somebody else’s file, and keeps one worker at most', async () => {
    const { crew, workers } = gather();
    const both = [crew.write(order()), crew.write(order())];
    expect(workers).toHaveLength(2);
    for (const { say } of workers) say({ kind: 'written', file: FILE });
    await Promise.all(both);
    expect(workers.filter(({ isOver }) => !isOver())).toHaveLength(1);
    crew.dispose();
    expect(workers.filter(({ isOver }) => !isOver())).toHaveLength(0);
  });

  it('says why a file could not be written, and leaves a broken worker behind', async () => {
    const { crew, workers } = gather();
    const refused = crew.write(order()).catch((error: unknown) => error);
    workers[0]?.say({ kind: 'failed', reason: 'too large' });
    expect(await refused).toMatchObject({ message: 'too large' });
    const broken = crew.write(order()).catch((error: unknown) => error);
    workers[1]?.die('out of memory');
    expect(await broken).toMatchObject({ message: 'out of memory' });
    expect(workers.map(({ isOver }) => isOver())).toEqual([true, true]);
  });

  it('draws for the worker strip by strip, and says when it cannot', async () => {
    const strip = {} as ImageBitmap; // handed on, never looked at
    const { crew, workers } = gather(async ({ svg }, put) => {
      if (svg === 'broken') throw new Error('no such picture');
      put(strip, 0);
      put(strip, 10);
      await Promise.resolve();
    });
    void crew.write(order());
    const [worker] = workers;
    for (const svg of ['<svg/>', 'broken']) worker?.say({ kind: 'draw', svg, width: 1, height: 20 });
    await new Promise((resolve) => void setTimeout(resolve));
    expect(worker?.asked.slice(1)).toEqual([
      { kind: 'strip', strip, top: 0 },
      { kind: 'strip', strip, top: 10 },
      { kind: 'drawn', problem: 'no such picture' },
      { kind: 'drawn', problem: null },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { createWorkerPort, type StartedWorker } from './worker-port.ts';

/** A worker that does as it is told, and remembers what it was asked. */
function scriptedWorker() {
  const asked: string[] = [];
  let isOver = false;
  const worker = {
    onmessage: null as ((event: { data: string }) => void) | null, // set by the port
    onerror: null as ((event: { message: string }) => void) | null, // as above
    onmessageerror: null,
    postMessage: (request: string) => asked.push(request),
    terminate: () => {
      isOver = true;
    },
  };
  return {
    worker: worker as unknown as StartedWorker, // only what the port uses of a worker
    asked,
    isOver: () => isOver,
    say: (data: string) => worker.onmessage?.({ data }),
    die: (message: string) => worker.onerror?.({ message }),
  };
}

function openPort() {
  const workers: ReturnType<typeof scriptedWorker>[] = [];
  const heard: string[] = [];
  const port = createWorkerPort<string, string>(() => {
    const next = scriptedWorker();
    workers.push(next);
    return next.worker;
  });
  port.listen((reply) => heard.push(reply));
  port.onFailure((reason) => heard.push(`failed: ${reason}`));
  return { port, workers, heard };
}

describe('createWorkerPort', () => {
  it('hands requests to the worker, and its answers and its end to whoever listens', () => {
    const { port, workers, heard } = openPort();
    port.postMessage('one?');
    workers[0]?.say('one');
    workers[0]?.die('out of memory');
    expect(workers[0]?.asked).toEqual(['one?']);
    expect(heard).toEqual(['one', 'failed: out of memory']);
  });

  it('speaks after a restart with the new worker only, under the same listeners', () => {
    const { port, workers, heard } = openPort();
    port.restart();
    port.postMessage('two?');
    workers[0]?.say('late');
    workers[0]?.die('late too');
    workers[1]?.say('two');
    expect(workers.map(({ isOver }) => isOver())).toEqual([true, false]);
    expect(workers[1]?.asked).toEqual(['two?']);
    expect(heard).toEqual(['two']);
  });
});

// Where heavy jobs are handed in. One worker thread does them one after another; it is started with the first job, ended when there is nothing
// to do, and given up, with its job, when it takes too long or dies.

import { Worker } from 'node:worker_threads';
import { doJob, type Job, type JobResult } from './jobs.ts';

/** What goes to the worker and what comes back. */
export type JobRequest = { readonly id: number; readonly job: Job };
/** A result, or the sentence of what went wrong. */
export type JobAnswer =
  | { readonly id: number; readonly result: JobResult<Job['kind']> }
  | { readonly id: number; readonly problem: string };

/** Does heavy jobs. */
export type Desk = {
  /** Resolves with the result; rejects when the job fails, takes too long, or the desk is closed. */
  do<K extends Job['kind']>(job: Extract<Job, { kind: K }>): Promise<JobResult<K>>;
  dispose(): void;
};

const TIMEOUT_MS = 60_000;
const IDLE_MS = 30_000;
const HEAP_LIMIT_MB = 2_048;

/** A desk without a thread: for tests, and for programs that do nothing else meanwhile. */
export function createPlainDesk(): Desk {
  return {
    do: async <K extends Job['kind']>(job: Extract<Job, { kind: K }>) => {
      await new Promise((resolve) => setImmediate(resolve));
      return doJob(job) as JobResult<K>; // the kind of the job is the kind of its result
    },
    dispose: () => undefined,
  };
}

/** A desk with a worker thread that runs the program at `url`. */
export function createDesk(
  url: URL,
  { timeoutMs = TIMEOUT_MS, idleMs = IDLE_MS }: { readonly timeoutMs?: number; readonly idleMs?: number } = {},
): Desk {
  type Waiting = {
    readonly job: Job;
    readonly done: (result: JobResult<Job['kind']>) => void;
    readonly fail: (error: Error) => void;
  };
  const queue: { readonly id: number; readonly waiting: Waiting }[] = [];
  let current: { readonly id: number; readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null = null;
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  let isDisposed = false;

  const giveUp = (why: string): void => {
    const failed = current;
    current = null;
    void worker?.terminate();
    worker = null;
    if (failed === null) return;
    clearTimeout(failed.timer);
    failed.waiting.fail(new Error(`job: ${why}`));
    next();
  };
  const start = (): Worker => {
    const started = new Worker(url, {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    });
    started.unref();
    const isPresent = (): boolean => worker === started;
    started.on('message', (answer: JobAnswer) => {
      if (!isPresent() || current?.id !== answer.id) return;
      const { waiting, timer } = current;
      clearTimeout(timer);
      current = null;
      if ('result' in answer) waiting.done(answer.result);
      else waiting.fail(new Error(answer.problem));
      next();
    });
    started.on('error', (error) => isPresent() && giveUp(error.message));
    started.on('exit', () => isPresent() && giveUp('the worker ended'));
    return started;
  };
  const next = (): void => {
    if (current !== null) return;
    const first = queue.shift();
    clearTimeout(idle);
    if (first === undefined) {
      idle = setTimeout(() => giveUp('nothing to do'), idleMs);
      idle.unref();
      return;
    }
    const timer = setTimeout(() => giveUp('it took too long'), timeoutMs);
    current = { ...first, timer };
    worker ??= start();
    worker.postMessage({ id: first.id, job: first.waiting.job } satisfies JobRequest);
  };

  return {
    do: <K extends Job['kind']>(job: Extract<Job, { kind: K }>) =>
      new Promise<JobResult<K>>((resolve, reject) => {
        if (isDisposed) {
          reject(new Error('job: the server stops'));
          return;
        }
        lastId += 1;
        const done = (result: JobResult<Job['kind']>): void => resolve(result as JobResult<K>); // as above
        queue.push({ id: lastId, waiting: { job, done, fail: reject } });
        next();
      }),
    dispose() {
      isDisposed = true;
      for (const { waiting } of queue.splice(0)) waiting.fail(new Error('job: the server stops'));
      giveUp('the server stops');
      clearTimeout(idle);
    },
  };
}

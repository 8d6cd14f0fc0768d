/** The page's end of a worker; a worker that died is replaced by a new one. */

/** Speaks with the worker of the moment. */
export interface WorkerPort<Request, Reply> {
  postMessage(request: Request): void;
  listen(listener: (reply: Reply) => void): void;
  /** Calls the listener when the worker cannot go on: it did not load, or broke. */
  onFailure(listener: (reason: string) => void): void;
  /** A new worker that knows nothing. Nothing is heard from the old one any more. */
  restart(): void;
  terminate(): void;
}

/** What a worker must be able to do. */
export type StartedWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** Starts a worker and speaks with it. */
export function createWorkerPort<Request, Reply>(start: () => StartedWorker): WorkerPort<Request, Reply> {
  let hear: (reply: Reply) => void = () => {};
  let fail: (reason: string) => void = () => {};
  const open = (): StartedWorker => {
    const opened = start();
    opened.onmessage = ({ data }: MessageEvent<Reply>) => hear(data);
    opened.onerror = ({ message }) => fail(message);
    opened.onmessageerror = () => fail('a message could not be read');
    return opened;
  };
  const close = (): void => {
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    worker.terminate();
  };
  let worker = open();
  return {
    postMessage: (request) => worker.postMessage(request),
    listen: (listener) => {
      hear = listener;
    },
    onFailure: (listener) => {
      fail = listener;
    },
    restart: () => {
      close();
      worker = open();
    },
    terminate: close,
  };
}

/** The page's end of the worker that reads files. */
import type { ReadReply, ReadRequest } from './protocol.ts';

type ReadingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** Reads in a worker of its own, which ends with the answer or with the signal. Rejects when it was aborted or the worker breaks. */
export async function readInWorker(
  start: () => ReadingWorker,
  request: ReadRequest,
  signal: AbortSignal,
): Promise<ReadReply> {
  signal.throwIfAborted();
  const worker = start();
  let abort = (): void => {};
  try {
    return await new Promise<ReadReply>((resolve, reject) => {
      abort = () => reject(new DOMException('readInWorker: ended', 'AbortError'));
      signal.addEventListener('abort', abort);
      worker.onmessage = ({ data }: MessageEvent<ReadReply>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(`readInWorker: ${message}`));
      worker.onmessageerror = () => reject(new Error('readInWorker: the answer could not be read'));
      worker.postMessage(
        request,
        request.files.map(({ bytes }) => bytes.buffer),
      );
    });
  } finally {
    signal.removeEventListener('abort', abort);
    worker.terminate();
  }
}

/** The page's end of the worker that proves packs. */
import type { PackFile } from '@strideboard/packs';
import type { ProveReply, ProveRequest } from './protocol.ts';

type ProvingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/**
 * Proves a pack in a worker of its own, which ends with the answer, so that nothing of one file lives on beside the next. Rejects when the
 * worker cannot be loaded or breaks.
 */
export function proveInWorker(start: () => ProvingWorker, files: readonly PackFile[]): Promise<ProveReply> {
  const worker = start();
  return new Promise<ProveReply>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<ProveReply>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`proveInWorker: ${message}`));
    worker.onmessageerror = () => reject(new Error('proveInWorker: the answer could not be read'));
    worker.postMessage({ files } satisfies ProveRequest);
  }).finally(() => worker.terminate());
}

/** The page's end of the worker that proves packs. */
import type { PackFile } from '@strideboard/packs';
import type { ProveReply, ProveRequest } from './protocol.ts';

type ProvingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** How long a pack may be proved, in seconds. */
export const PROVING_LIMIT_SECONDS = 60;

/** The worker was stopped because the pack took longer than the limit. */
export class ProvingTooLong extends Error {}

/**
 * Proves a pack in a worker of its own, which ends with the answer, so that nothing of one file lives on beside the next. Rejects when the
 * worker cannot be loaded or breaks, with `ProvingTooLong` after the limit, and when the person had enough.
 */
export function proveInWorker(
  start: () => ProvingWorker,
  files: readonly PackFile[],
  signal?: AbortSignal,
): Promise<ProveReply> {
  const worker = start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let abort = (): void => {};
  return new Promise<ProveReply>((resolve, reject) => {
    timer = setTimeout(
      () => reject(new ProvingTooLong('proveInWorker: the limit is over')),
      PROVING_LIMIT_SECONDS * 1000,
    );
    abort = () => reject(new DOMException('proveInWorker: ended', 'AbortError'));
    signal?.addEventListener('abort', abort);
    worker.onmessage = ({ data }: MessageEvent<ProveReply>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(`proveInWorker: ${message}`));
    worker.onmessageerror = () => reject(new Error('proveInWorker: the answer could not be read'));
    worker.postMessage({ files } satisfies ProveRequest);
  }).finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
    worker.terminate();
  });
}

/** The page's end of the worker of the blast radius. */
import type { BlastReply } from '../analysis/blast-protocol.ts';
import type { BlastPort } from './follow-blast.ts';

type BlastWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Speaks with a worker that was just started. */
export function createBlastPort(worker: BlastWorker): BlastPort {
  return {
    postMessage: (request) => worker.postMessage(request),
    listen: (listener) => {
      worker.onmessage = ({ data }: MessageEvent<BlastReply>) => listener(data);
    },
    onFailure: (listener) => {
      worker.onerror = () => listener();
    },
    terminate: () => worker.terminate(),
  };
}

/** The real engine on this thread, for tests and benches. */
import { createRequire } from 'node:module';
import { createLayoutEngine, type LayoutEngine } from '../engine.ts';

interface ThreadWorker {
  onmessage: ((message: { readonly data: unknown }) => void) | null;
  postMessage(message: object): void;
}

/** Starts it; the file of the library acts as a worker where there is none. */
export function startEngine(): LayoutEngine {
  const load = createRequire(import.meta.url);
  const { Worker } = load('elkjs/lib/elk-worker.min.js') as { readonly Worker: new () => ThreadWorker }; // the file has no types
  const worker = new Worker();
  return createLayoutEngine({
    send: (message) => worker.postMessage(message),
    listen: (hear) => {
      worker.onmessage = ({ data }) => hear(data);
    },
  });
}

/** The page's end of the workers that write files: one stands ready, another is started for whoever does not want to wait for it. */
import type { ExportId } from '@strideboard/formats';
import { drawStrips } from './draw-strips.ts';
import type { DrawingWish, ExportReply, ExportRequest, PlainInput, Wanted, WrittenFile } from './protocol.ts';

/** What a worker must be able to do. */
type WritingWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror' | 'onmessageerror'>;

/** What is written, and what whoever waits for it sees and may do. */
interface Order {
  readonly wanted: Wanted;
  readonly input: PlainInput;
  /** Called before each format of the archive: its place from 0, and how many there are. */
  readonly onStep: (id: ExportId, at: number, total: number) => void;
  /** Aborted when the person had enough: the worker ends in the middle of what it does. */
  readonly signal: AbortSignal;
}

/** Writes files. */
export interface ExportCrew {
  /** Rejects with the signal's reason when it was stopped, and with a sentence where the browser cannot write it. */
  readonly write: (order: Order) => Promise<WrittenFile>;
  /** Fetches the code now, so that a connection lost later does not matter. */
  readonly warm: () => void;
  readonly dispose: () => void;
}

/** Makes the crew; `draw` is what the page does for a worker, replaced in tests. */
export function createExportCrew(start: () => WritingWorker, draw: typeof drawStrips = drawStrips): ExportCrew {
  let ready: WritingWorker | null = null;
  let isOver = false;
  const keep = (worker: WritingWorker): void => {
    worker.onmessage = null;
    worker.onerror = worker.onmessageerror = () => {
      if (ready === worker) ready = null;
      worker.terminate();
    };
    if (ready !== null || isOver) worker.terminate();
    else ready = worker;
  };
  return {
    warm: () => {
      if (ready === null) keep(start());
    },
    write: async (order) => {
      order.signal.throwIfAborted();
      const worker = ready ?? start();
      ready = null;
      try {
        const file = await writeWith(worker, order, draw);
        keep(worker);
        return file;
      } catch (error) {
        worker.terminate();
        throw error;
      }
    },
    dispose: () => {
      isOver = true;
      ready?.terminate();
    },
  };
}

function writeWith(worker: WritingWorker, order: Order, draw: typeof drawStrips): Promise<WrittenFile> {
  const { wanted, input, onStep, signal } = order;
  const ask = (request: ExportRequest, moved: Transferable[] = []): void => worker.postMessage(request, moved);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }); // a DOMException, as given
    worker.onerror = ({ message }) => reject(new Error(message || 'the code for it could not be fetched'));
    worker.onmessageerror = () => reject(new Error('the answer could not be read'));
    worker.onmessage = ({ data }: MessageEvent<ExportReply>) => {
      if (data.kind === 'step') onStep(data.id, data.at, data.total);
      else if (data.kind === 'written') resolve(data.file);
      else if (data.kind === 'failed') reject(new Error(data.reason));
      else void drawFor(data, ask);
    };
    ask({ kind: 'write', wanted, input });
  });

  async function drawFor(wish: DrawingWish, answer: (request: ExportRequest, moved?: Transferable[]) => void) {
    const problem = await draw(wish, (strip, top) => answer({ kind: 'strip', strip, top }, [strip]), signal).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (!signal.aborted) answer({ kind: 'drawn', problem });
  }
}

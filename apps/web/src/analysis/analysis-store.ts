/** Threats, questions and badges of the open board. The store is there at once; what fills it is fetched after the drawing. */
import type { BoardDocument } from '@strideboard/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { persistently } from '../session/lazy-part.ts';
import { type AnalysisState, NOTHING_KNOWN } from './analysis-knowledge.ts';
import type { Following } from './follow-board.ts';
import type { StartedWorker } from './worker-port.ts';

/** The store plus its end. */
export interface AnalysisStore {
  readonly store: StoreApi<AnalysisState>;
  dispose(): void;
}

/** What the analysis of a board needs. */
interface AnalysisOptions extends Pick<Following, 'packs' | 'today'> {
  readonly document: BoardDocument;
  readonly startWorker: () => StartedWorker;
}

/** Opens the store of a board. */
export function openAnalysis({ document, packs, startWorker, today }: AnalysisOptions): AnalysisStore {
  const store = createStore<AnalysisState>()(() => NOTHING_KNOWN);
  let isOver = false;
  let end = (): void => {};
  const begin = async (): Promise<void> => {
    const [{ followBoard }, { createWorkerPort }] = await persistently(() =>
      Promise.all([import('./follow-board.ts'), import('./worker-port.ts')]),
    );
    if (!isOver) end = followBoard(store, { document, packs, port: createWorkerPort(startWorker), today });
  };
  void begin();
  return {
    store,
    dispose: () => {
      isOver = true;
      end();
    },
  };
}

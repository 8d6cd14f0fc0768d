/** Threats, questions and badges of the open board. The store is there at once; what fills it is fetched after the drawing. */
import type { BoardDocument } from '@strideboard/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { persistently } from '../session/lazy-part.ts';
import type { AnalysisWorker } from './analysis-port.ts';
import { type AnalysisState, NOTHING_KNOWN } from './analysis-knowledge.ts';

/** The store plus its end. */
export interface AnalysisStore {
  readonly store: StoreApi<AnalysisState>;
  dispose(): void;
}

/** Opens the store of a board; `today` gives the day, ISO 8601. */
export function openAnalysis(
  document: BoardDocument,
  startWorker: () => AnalysisWorker,
  today: () => string,
): AnalysisStore {
  const store = createStore<AnalysisState>()(() => NOTHING_KNOWN);
  let isOver = false;
  let end = (): void => {};
  const begin = async (): Promise<void> => {
    const [{ followBoard }, { createAnalysisPort }] = await persistently(() =>
      Promise.all([import('./follow-board.ts'), import('./analysis-port.ts')]),
    );
    if (!isOver) end = followBoard(store, { document, port: createAnalysisPort(startWorker), today });
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

/** Threats, questions and badges of the open board. The store is there at once; what fills it is fetched after the drawing. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { persistently } from '../session/lazy-part.ts';
import { type AnalysisState, NOTHING_KNOWN } from './analysis-knowledge.ts';
import type { FillingOptions } from './fill-analysis.ts';

/** The store plus its end. */
export interface AnalysisStore {
  readonly store: StoreApi<AnalysisState>;
  dispose(): void;
}

/** Opens the store of a board. */
export function openAnalysis(options: FillingOptions): AnalysisStore {
  const store = createStore<AnalysisState>()(() => NOTHING_KNOWN);
  let isOver = false;
  let end = (): void => {};
  void persistently(() => import('./fill-analysis.ts')).then(({ fillAnalysis }) => {
    if (!isOver) end = fillAnalysis(store, options);
  });
  return {
    store,
    dispose: () => {
      isOver = true;
      end();
    },
  };
}

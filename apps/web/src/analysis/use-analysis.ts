/** Reading the analysis from components, subscribed to the narrowest slice. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AnalysisState } from './analysis-knowledge.ts';
import type { AnalysisStore } from './analysis-store.ts';

/** Provides the analysis of the open board. */
export const AnalysisContext = createContext<AnalysisStore | null>(null);

/** A slice of the analysis. Throws outside a board. */
export function useAnalysis<T>(slice: (state: AnalysisState) => T): T {
  const analysis = useContext(AnalysisContext);
  if (analysis === null) throw new Error('useAnalysis: no board is open here');
  return useStore(analysis.store, slice);
}

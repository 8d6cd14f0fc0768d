/** Fills the store of a board: what the worker finds, behind the veil. Fetched after the drawing. */
import type { BoardDocument } from '@strideboard/document';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AnalysisState, NOTHING_KNOWN } from './analysis-knowledge.ts';
import { followBoard, type Following } from './follow-board.ts';
import { veilFindings } from './veil.ts';
import { createWorkerPort, type StartedWorker } from './worker-port.ts';

/** What the analysis of a board needs. */
export interface FillingOptions extends Pick<Following, 'packs' | 'today'> {
  readonly document: BoardDocument;
  /** Fulfilled when the workshop can be read. */
  readonly whole: Promise<void>;
  readonly startWorker: () => StartedWorker;
}

/** Fills it until the end that it returns. */
export function fillAnalysis(shown: StoreApi<AnalysisState>, options: FillingOptions): () => void {
  const { document, whole, packs, startWorker, today } = options;
  const found = createStore<AnalysisState>()(() => NOTHING_KNOWN);
  const unveil = veilFindings({ found, shown, document, whole });
  const stop = followBoard(found, { document, packs, port: createWorkerPort(startWorker), today });
  return () => {
    stop();
    unveil();
  };
}

/**
 * The veil over what the engine found: while everybody writes cards in silence nobody sees a finding, a question or a count, wherever they
 * are shown. Everything reads the shown state; this is the one place that fills it.
 */
import type { BoardDocument } from '@strideboard/document';
import type { StoreApi } from 'zustand/vanilla';
import { silentRound } from '../room/workshop/phases.ts';
import { type AnalysisState, NOTHING_KNOWN } from './analysis-knowledge.ts';

/** What is found, and what of it is shown. */
interface Veil {
  readonly found: StoreApi<AnalysisState>;
  readonly shown: StoreApi<AnalysisState>;
  readonly document: Pick<BoardDocument, 'workshop' | 'subscribe'>;
  /** Fulfilled when the workshop can be read; until then nothing is shown. */
  readonly whole: Promise<void>;
}

/** Shows what is found, except while the veil is on. Returns the way to stop. */
export function veilFindings({ found, shown, document, whole }: Veil): () => void {
  let isWhole = false;
  let isVeiled: boolean | null = null;
  const show = (): void => {
    const state = found.getState();
    if (isWhole && isVeiled === false) shown.setState(state, true);
    else {
      const { names, leftOut, problem, analysis } = state;
      const veil = isVeiled === true ? { prompts: analysis?.prompts ?? [] } : null;
      shown.setState({ ...NOTHING_KNOWN, names, leftOut, problem, veil }, true);
    }
  };
  const look = (): void => {
    const now = isWhole && silentRound(document.workshop()) !== null;
    if (!isWhole || now === isVeiled) return;
    isVeiled = now;
    show();
  };
  const stops = [found.subscribe(show), document.subscribe(look)];
  void whole.then(() => {
    isWhole = true;
    look();
  });
  show();
  return () => {
    for (const stop of stops) stop();
  };
}

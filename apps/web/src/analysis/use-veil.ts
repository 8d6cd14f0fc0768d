/** What stands where findings would be, while there are none to show. */
import { veil as words } from '@strideboard/words';
import { useAnalysis } from './use-analysis.ts';

/** Whether findings are hidden because everybody writes cards in silence. */
export const useIsVeiled = (): boolean => useAnalysis((state) => state.veil !== null);

/** The sentence in place of findings: why they are hidden, or else that they are being worked out. */
export function useWaitingText(working: string): string {
  return useIsVeiled() ? words.text : working;
}

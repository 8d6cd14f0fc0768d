/** The numbers in the tabs: threats to decide and open questions of what is selected, or of the whole board. */
import type { SubjectId } from '@strideboard/model';
import { countToDecide } from '../analysis/to-decide.ts';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useIsVeiled } from '../analysis/use-veil.ts';
import type { PanelTab } from '../session/session-store.ts';
import { useSelected } from '../ui/use-selected.ts';

/** A number per tab; `null` = no number is shown. */
export function useTabCounts(): Readonly<Record<Exclude<PanelTab, 'blast'>, number | null>> {
  const { subjects } = useSelected();
  const badges = useAnalysis((state) => state.badges);
  const threats = useAnalysis((state) => countToDecide(state, subjects));
  const chosen: Iterable<SubjectId> = subjects.length === 0 ? badges.keys() : subjects;
  let questions = 0;
  for (const id of chosen) questions += badges.get(id)?.questions ?? 0;
  const isKnown = !useIsVeiled();
  return { element: null, threats: isKnown ? threats : null, questions: isKnown ? questions : null, notes: null };
}

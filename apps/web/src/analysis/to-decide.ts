/** How many threats are to decide, for every place that shows the number: found by a rule or written by people, in scope, not settled. */
import { isOpenThreat } from '@strideboard/stride';
import type { AnalysisState } from './analysis-knowledge.ts';

/** The number for the whole board; with subjects, of what is about one of them. */
export function countToDecide(
  { threats, written }: Pick<AnalysisState, 'threats' | 'written'>,
  subjects: readonly string[] = [],
): number {
  const open = threats.filter(isOpenThreat);
  if (subjects.length === 0) return open.length + written.length;
  const chosen = new Set(subjects);
  const isAbout = (ids: readonly string[]): boolean => ids.some((id) => chosen.has(id));
  return (
    open.filter(({ finding }) => isAbout(finding.subjects)).length +
    written.filter((threat) => isAbout(threat.subjects)).length
  );
}

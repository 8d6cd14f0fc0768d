/** Open findings as one text, which changes only when a count does. */
import type { ModelIndex, SubjectId } from '@strideboard/model';
import type { AnalysisState } from '../../analysis/analysis-knowledge.ts';
import { meantBy } from '../../room/current-diagram.ts';

/** Whose findings. */
interface Counted {
  readonly id: SubjectId;
  /** Counted in with it. */
  readonly others: readonly SubjectId[];
}

/** Numbers of critical, high, medium, low and questions, worst first; `''` for none at all. A reference mirrors those of its original. */
export function countsAsText(badges: AnalysisState['badges'], index: ModelIndex, { id, others }: Counted): string {
  const totals = [0, 0, 0, 0, 0];
  for (const each of others.includes(id) ? others : [id, ...others]) {
    const counts = badges.get(each) ?? badges.get(meantBy(index, each));
    if (counts === undefined) continue;
    const { critical, high, medium, low, questions } = counts;
    [critical, high, medium, low, questions].forEach((count, at) => {
      totals[at] = (totals[at] ?? 0) + count;
    });
  }
  return totals.every((total) => total === 0) ? '' : totals.join(' ');
}

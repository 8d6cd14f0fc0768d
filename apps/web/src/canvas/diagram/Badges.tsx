/** Open threats and questions of one thing at its top right edge: sign and count, worst first, nothing for zero. */
import type { SubjectId } from '@strideboard/model';
import { meantBy } from '../../room/current-diagram.ts';
import { useRoom } from '../../room/use-room.ts';
import { BADGE_SIGNS, type BadgeLevel } from '../../ui/SeverityBadge.tsx';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import styles from './Badges.module.css';

const LEVELS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'low', 'question'];

const NO_OTHERS: readonly SubjectId[] = [];

/** Counts by level as one text, which changes only when a count does; with `others`, of all together. A reference mirrors those of its original. */
export function useBadgeCounts(id: SubjectId, others: readonly SubjectId[] = NO_OTHERS): string {
  const room = useRoom();
  return useAnalysis(({ badges }) => {
    const totals = [0, 0, 0, 0, 0];
    for (const each of others.includes(id) ? others : [id, ...others]) {
      const counts = badges.get(each) ?? badges.get(meantBy(room.index(), each));
      if (counts === undefined) continue;
      const { critical, high, medium, low, questions } = counts;
      [critical, high, medium, low, questions].forEach((count, at) => {
        totals[at] = (totals[at] ?? 0) + count;
      });
    }
    return totals.every((total) => total === 0) ? '' : totals.join(' ');
  });
}

interface BadgesProps {
  readonly counts: string;
  /** Where they stand instead of the corner, px relative to the element. */
  readonly place?: { readonly left?: number; readonly top: number; readonly right?: 'auto' } | undefined;
}

/** Decorative: the element's own label says the same in words. */
export function Badges({ counts, place }: BadgesProps) {
  if (counts === '') return null;
  const numbers = counts.split(' ').map(Number);
  const worst = numbers.findIndex((count) => count > 0);
  // From afar only the worst is shown; the rest of the findings, questions aside, stands behind it as one number.
  const more = numbers.slice(worst + 1, -1).reduce((sum, count) => sum + count, 0);
  return (
    <span className={styles['badges']} data-badges="" style={place} aria-hidden="true">
      {LEVELS.map((level, at) => {
        const count = numbers[at] ?? 0;
        return count === 0 ? null : (
          <span key={level} data-level={level} data-more={at === worst && more > 0 ? more : undefined}>
            {BADGE_SIGNS[level]} {count}
          </span>
        );
      })}
    </span>
  );
}

/** Open threats and questions of one thing at its top right edge: sign and count, worst first, nothing for zero. */
import type { SubjectId } from '@strideboard/model';
import { useRoom } from '../../room/use-room.ts';
import { BADGE_SIGNS, type BadgeLevel } from '../../ui/SeverityBadge.tsx';
import { useAnalysis } from '../../analysis/use-analysis.ts';
import styles from './Badges.module.css';
import type { BadgePlace } from './badge-place.ts';
import { countsAsText } from './counts-text.ts';

const LEVELS: readonly BadgeLevel[] = ['critical', 'high', 'medium', 'low', 'question'];

const NO_OTHERS: readonly SubjectId[] = [];

/** Counts by level as one text, which changes only when a count does; with `others`, of all together. A reference mirrors those of its original. */
export function useBadgeCounts(id: SubjectId, others: readonly SubjectId[] = NO_OTHERS): string {
  const room = useRoom();
  return useAnalysis(({ badges }) => countsAsText(badges, room.index(), { id, others }));
}

interface BadgesProps {
  readonly counts: string;
  /** Where they stand instead of the corner, px relative to the element. */
  readonly place?: BadgePlace | undefined;
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

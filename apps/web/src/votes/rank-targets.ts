/** The result of a ballot in its order: ties share a rank and stay in the order of the ballot. */
import type { WorkshopBallot } from '@strideboard/model';

/** One line of a result. */
export interface Ranked {
  readonly target: string;
  readonly dots: number;
  /** Dots that came too late; they rank nothing. */
  readonly late: number;
  /** 1 for the most dots; as many share a rank as have the same number. `null` without dots. */
  readonly rank: number | null;
  readonly isTied: boolean;
}

/** Every target of a ballot, most dots first. */
export function rankTargets({ on, tally }: Pick<WorkshopBallot, 'on' | 'tally'>): readonly Ranked[] {
  const counted = [...new Set([...on, ...Object.keys(tally)])].map((target) => ({
    target,
    ...(Object.hasOwn(tally, target) ? tally[target] : undefined),
  }));
  const lines = counted.map(({ target, dots = 0, late = 0 }) => ({ target, dots, late }));
  const sizes = new Map<number, number>();
  for (const { dots } of lines) sizes.set(dots, (sizes.get(dots) ?? 0) + 1);
  return lines
    .map((line): Ranked => {
      const better = lines.filter(({ dots }) => dots > line.dots).length;
      const hasRank = line.dots > 0;
      return { ...line, rank: hasRank ? better + 1 : null, isTied: hasRank && (sizes.get(line.dots) ?? 0) > 1 };
    })
    .sort((a, b) => b.dots - a.dots);
}

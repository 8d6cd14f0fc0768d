/** The rules of giving dots. */
import type { WorkshopBallot } from '@strideboard/model';
import { type MyDots, sumOf } from './dot-box.ts';

type Rules = Pick<WorkshopBallot, 'dots' | 'several' | 'on'>;

/** Dots I may still give. */
export const dotsLeft = ({ dots }: Pick<Rules, 'dots'>, mine: MyDots): number => Math.max(0, dots - sumOf(mine));

/** Why no dot can go there: none is left, or one is there already; `null` where one can. */
export function whyNoDot(rules: Rules, mine: MyDots, target: string): 'noneLeft' | 'onlyOne' | null {
  if (!rules.several && (mine.given[target] ?? 0) >= 1) return 'onlyOne';
  return dotsLeft(rules, mine) <= 0 ? 'noneLeft' : null;
}

/** One dot more on a target; the same object where that is not allowed. */
export const give = (rules: Rules, mine: MyDots, target: string): MyDots =>
  whyNoDot(rules, mine, target) === null ? withDots(mine, target, (mine.given[target] ?? 0) + 1) : mine;

/** One dot less on a target; the same object where there is none. */
export const takeBack = (mine: MyDots, target: string): MyDots =>
  (mine.given[target] ?? 0) > 0 ? withDots(mine, target, (mine.given[target] ?? 0) - 1) : mine;

const withDots = (mine: MyDots, target: string, dots: number): MyDots => ({
  ...mine,
  given: { ...mine.given, [target]: dots },
});

/** My dots as the ballot takes them: what is not on it is left out, and nothing is over its limits. */
export function withinRules({ dots, several, on }: Rules, { given }: MyDots): Readonly<Record<string, number>> {
  let left = dots;
  const taken: [string, number][] = [];
  for (const [target, count] of Object.entries(given)) {
    if (on.length > 0 && !on.includes(target)) continue;
    const now = Math.min(count, several ? count : 1, left);
    left -= now;
    taken.push([target, now]);
  }
  return Object.fromEntries(taken);
}

/** What controls change: each on its own, and those that are assumed together. */
import type { ElementId } from '@strideboard/model';
import type { BlastDifference, BlastRadius, Cut } from '@strideboard/stride';

/** A control that can be assumed. */
export interface CutRow {
  readonly control: string;
  readonly isAssumed: boolean;
  /** How many elements it takes away, and of how many it leaves less: alone when it is assumed, else besides what is. */
  readonly gone: number;
  readonly lessened: number;
}

/** Counts of what assumed controls change. */
export interface DifferenceCounts {
  /** No longer reached. */
  readonly gone: number;
  /** Were reached for certain and now only possibly. */
  readonly onlyPossible: number;
  /** Still reached as surely, but with a weaker access. */
  readonly less: number;
}

/** The controls in an order that stays while they are switched on and off; those that count only together with others come last. */
export function cutRows({ before, after }: Pick<BlastDifference, 'before' | 'after'>): readonly CutRow[] {
  const assumed = new Set(after.assumed);
  const alone = new Map(before.cuts.map((cut) => [cut.control, cut]));
  const further = new Map(after.cuts.map((cut) => [cut.control, cut]));
  return [...new Set([...alone.keys(), ...further.keys(), ...assumed])].map((control) => {
    const isAssumed = assumed.has(control);
    return { control, isAssumed, ...sizes((isAssumed ? alone : further).get(control)) };
  });
}

const sizes = (cut: Cut | undefined): Pick<CutRow, 'gone' | 'lessened'> => ({
  gone: cut?.gone.length ?? 0,
  lessened: cut?.lessened.length ?? 0,
});

/** Counts a difference. */
export function countDifference({ before, after, gone, lessened }: BlastDifference): DifferenceCounts {
  const [was, is] = [provenIn(before), provenIn(after)];
  const onlyPossible = lessened.filter((id) => was.has(id) && !is.has(id)).length;
  return { gone: gone.length, onlyPossible, less: lessened.length - onlyPossible };
}

const provenIn = ({ reached }: BlastRadius): ReadonlySet<ElementId> =>
  new Set(reached.filter(({ certainty }) => certainty === 'proven').map(({ subject }) => subject));

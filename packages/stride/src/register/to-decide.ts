/**
 * Which threats are to decide: the one definition behind every number that says how many. A threat is to decide while it is in scope and
 * nobody has decided it, or its decision does not stand any more, because its facts have changed or an assumption under it broke.
 */

import type { Decision, ManualThreat, Model, SubjectId, ThreatId, ThreatState } from '@strideboard/model';
import { createBrokenFinder } from '../broken-assumptions.ts';
import { isDecided, isSettled } from '../threats.ts';

/** A threat as far as that goes. */
interface Standing {
  readonly state: ThreatState;
  readonly confirmAgain: boolean;
  readonly broken: readonly string[];
  readonly outOfScope: boolean;
}

/** Whether a threat of the register is to decide; for one of a rule the same as `isOpenThreat`. */
export const isToDecide = ({ outOfScope, ...stand }: Standing): boolean => !outOfScope && !isSettled(stand);

/** Whether a decision asks to be looked at again: its facts have changed, or an assumption under it is broken. */
export const asksAgain = ({ state, confirmAgain, broken }: Omit<Standing, 'outOfScope'>): boolean =>
  confirmAgain || (isDecided(state) && broken.length > 0);

/** Where a threat that people wrote stands. */
export interface WrittenStand {
  readonly id: ThreatId;
  readonly decision: Decision | null;
  readonly state: ThreatState;
  /** What of what it names is there. */
  readonly subjects: readonly SubjectId[];
  readonly broken: readonly string[];
}

/** What written threats are joined with. */
export type WrittenInput = Pick<Model, 'elements' | 'flows' | 'decisions' | 'records' | 'mitigations'>;

/** Finds where written threats of a model stand. */
export function createWrittenStand(model: WrittenInput): (manual: ManualThreat) => WrittenStand {
  const shown = new Set<string>([...model.elements, ...model.flows].map(({ id }) => id));
  const findBroken = createBrokenFinder(model);
  return (manual) => {
    const id = `manual~${manual.id}` as ThreatId; // the form document.md section 3.3 gives it
    const decision = Object.hasOwn(model.decisions, id) ? (model.decisions[id] ?? null) : null;
    const subjects = manual.on.filter((on) => shown.has(on)) as readonly string[] as readonly SubjectId[]; // looked up above
    const broken = findBroken({ id, subjects, decidedAt: decision?.at ?? null });
    return { id, decision, state: decision?.state ?? 'open', subjects, broken };
  };
}

/** Written threats that are to decide. Written ones are in scope and rest on no facts. */
export function writtenToDecide(model: WrittenInput & Pick<Model, 'manual'>): readonly WrittenStand[] {
  if (model.manual.length === 0) return [];
  return model.manual
    .map(createWrittenStand(model))
    .filter((stand) => isToDecide({ ...stand, confirmAgain: false, outOfScope: false }));
}

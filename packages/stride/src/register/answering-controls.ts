/** Which controls answer a threat, and how far each is in place where the threat is. */

import { compareText, type Model, type SubjectId } from '@strideboard/model';
import { createPlaceFinder } from './control-places.ts';
import { groupBy } from './group-by.ts';
import { type AnsweringControl, type ControlStrength, isInPlace } from './risk.ts';

/** What is known of controls: steps each takes off, by id; absent = nobody stated it. */
export type ControlStrengths = Readonly<Record<string, ControlStrength>>;

/** Finds the controls linked with a threat, each as far as it is in place at the subjects. */
export function createControlFinder(
  model: Pick<Model, 'elements' | 'flows' | 'mitigations' | 'applied'>,
  strengths: ControlStrengths,
): (threat: string, subjects: readonly SubjectId[]) => readonly AnsweringControl[] {
  const linked = groupBy(model.mitigations, ({ threat }) => threat);
  const placeOf = createPlaceFinder(model);
  return (threat, subjects) => {
    const links = linked.get(threat);
    if (links === undefined) return [];
    const ids = [...new Set(links.map(({ control }) => control))].sort(compareText);
    return ids.map((id): AnsweringControl => {
      const { state, at } = placeOf(id, subjects);
      const strength = Object.hasOwn(strengths, id) ? (strengths[id] ?? null) : null;
      return { id, state, at, strength, counts: isInPlace(state) && strength !== null };
    });
  };
}

/** Strengths by id of whatever states one. */
export const strengthsOf = (
  controls: readonly { readonly id: string; readonly strength?: ControlStrength | null }[],
): ControlStrengths =>
  Object.fromEntries(controls.flatMap(({ id, strength }) => (strength == null ? [] : [[id, strength]])));

/** Which controls answer a threat, and how far each is in place where the threat is. */

import {
  type AppliedControl,
  compareText,
  type ControlState,
  createContainment,
  type ElementId,
  type Model,
  type SubjectId,
} from '@strideboard/model';
import { type AnsweringControl, type ControlStrength, isInPlace } from './risk.ts';

/** What is known of controls: steps each takes off, by id; absent = nobody stated it. */
export type ControlStrengths = Readonly<Record<string, ControlStrength>>;

/**
 * Finds the controls linked with a threat. A control counts where it is applied to the subject; else to a boundary around it or, for a
 * flow, to an end of it or a boundary around an end: of several states the least reassuring one counts there. A threat about the whole
 * model looks at every application.
 */
export function createControlFinder(
  model: Model,
  strengths: ControlStrengths,
): (threat: string, subjects: readonly SubjectId[]) => readonly AnsweringControl[] {
  const containment = createContainment(model);
  const flows = new Map<string, Model['flows'][number]>(model.flows.map((flow) => [flow.id, flow]));
  const linked = groupBy(model.mitigations, ({ threat }) => threat);
  const applied = groupBy(model.applied, ({ control }) => control);
  const around = (subject: SubjectId): ReadonlySet<string> => {
    const flow = flows.get(subject);
    // everything but flows is an element
    const ends = flow === undefined ? [subject as ElementId] : [flow.source, flow.target];
    return new Set<string>(ends.flatMap((end) => [end, ...containment.enclosing(end)]));
  };
  return (threat, subjects) => {
    const links = linked.get(threat);
    if (links === undefined) return [];
    const own = new Set<string>(subjects);
    const near = new Set<string>(subjects.flatMap((subject) => [...around(subject)]));
    const ids = [...new Set(links.map(({ control }) => control))].sort(compareText);
    return ids.map((id): AnsweringControl => {
      const places = applied.get(id) ?? [];
      const onIt = places.filter(({ element }) => own.has(element));
      const counted =
        onIt.length > 0 ? onIt : subjects.length === 0 ? places : places.filter(({ element }) => near.has(element));
      const state = leastReassuring(counted);
      const strength = Object.hasOwn(strengths, id) ? (strengths[id] ?? null) : null;
      const at = counted.map(({ element }) => element).sort(compareText);
      return { id, state, at, strength, counts: isInPlace(state) && strength !== null };
    });
  };
}

const WORST_FIRST: readonly ControlState[] = ['failed', 'planned', 'implemented', 'verified'];

const leastReassuring = (places: readonly AppliedControl[]): ControlState | null =>
  WORST_FIRST.find((state) => places.some((place) => place.state === state)) ?? null;

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Strengths by id of whatever states one. */
export const strengthsOf = (
  controls: readonly { readonly id: string; readonly strength?: ControlStrength | null }[],
): ControlStrengths =>
  Object.fromEntries(controls.flatMap(({ id, strength }) => (strength == null ? [] : [[id, strength]])));

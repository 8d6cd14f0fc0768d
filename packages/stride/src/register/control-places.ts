/** How far a control is in place where something is. */

import {
  type AppliedControl,
  compareText,
  type ControlState,
  createContainment,
  type ElementId,
  type Model,
  type SubjectId,
} from '@strideboard/model';
import { groupBy } from './group-by.ts';

/** How far one control is in place somewhere. */
export interface ControlPlace {
  /** `null` = applied nowhere around it. */
  readonly state: ControlState | null;
  /** Elements and boundaries it is applied to around it, sorted. */
  readonly at: readonly string[];
}

/**
 * Finds how far a control is in place at subjects. It counts where it is applied to one of them; else to a boundary around one or, for a
 * flow, to an end of it or a boundary around an end: of several states the least reassuring one counts. Without subjects, which is the whole
 * model, every application does.
 */
export function createPlaceFinder(
  model: Pick<Model, 'elements' | 'flows' | 'applied'>,
): (control: string, subjects: readonly SubjectId[]) => ControlPlace {
  const containment = createContainment(model);
  const flows = new Map<string, Model['flows'][number]>(model.flows.map((flow) => [flow.id, flow]));
  // By control, then by element: what is asked for is found without going through every application.
  const applied = new Map(
    [...groupBy(model.applied, ({ control }) => control)].map(([control, places]) => [
      control,
      { places, byElement: groupBy(places, ({ element }) => element) },
    ]),
  );
  const around = (subject: SubjectId): ReadonlySet<string> => {
    const flow = flows.get(subject);
    // everything but flows is an element
    const ends = flow === undefined ? [subject as ElementId] : [flow.source, flow.target];
    return new Set<string>(ends.flatMap((end) => [end, ...containment.enclosing(end)]));
  };
  return (control, subjects) => {
    const found = applied.get(control);
    if (found === undefined) return { state: null, at: [] };
    const { places, byElement } = found;
    const placesAt = (ids: Iterable<string>): readonly AppliedControl[] =>
      [...new Set(ids)].flatMap((id) => byElement.get(id) ?? []);
    const onIt = placesAt(subjects);
    const counted =
      onIt.length > 0
        ? onIt
        : subjects.length === 0
          ? places
          : placesAt(subjects.flatMap((subject) => [...around(subject)]));
    return { state: leastReassuring(counted), at: counted.map(({ element }) => element).sort(compareText) };
  };
}

const WORST_FIRST: readonly ControlState[] = ['failed', 'planned', 'implemented', 'verified'];

/** Of several places the state that reassures least; `null` for no place. */
export const leastReassuring = (places: readonly AppliedControl[]): ControlState | null =>
  WORST_FIRST.find((state) => places.some((place) => place.state === state)) ?? null;

/** The newest version of everything that is judged, and how each change of it looks to judgement. */

import { type Element, type ElementId, type Flow, type FlowId, type Model, type SubjectId } from '@strideboard/model';
import { APPLIED_MECHANISMS, type AppliedMechanisms } from './facts/applied-mechanisms.ts';
import { elementChange, flowChange, type SubjectChange } from './facts/subject-change.ts';
import type { Subject } from './facts/world.ts';
import type { ModelChange } from './model-change.ts';

/** What taking a change gave. */
export interface TakenChange {
  /** Whether the look-ups have to be built anew. */
  readonly moved: boolean;
  /** Facts that are other than before; what came and went is not among them, its place tells. */
  readonly facts: readonly (readonly [SubjectId, ReadonlySet<string> | 'all'])[];
}

/** The model as it grows. */
export interface Subjects {
  take(change: ModelChange): TakenChange;
  element(id: ElementId): Element | undefined;
  flow(id: FlowId): Flow | undefined;
  readonly find: (id: SubjectId) => Subject | undefined;
  /** The newest version of a subject, itself when it is gone. */
  readonly newest: (subject: Subject) => Subject;
  /** Parents before their children, as geometry needs it. */
  model(): Pick<Model, 'elements' | 'flows'>;
}

/** Starts with nothing; mechanisms that controls bring are kept where the world looks for them. */
export function createSubjects(mechanisms: AppliedMechanisms): Subjects {
  const elements = new Map<ElementId, Element>();
  const flows = new Map<FlowId, Flow>();
  let lines = 0;
  /** What was looked for last and its newest version: rules are run subject by subject. */
  let [sought, found]: [Subject | null, Subject | null] = [null, null];

  const put = <Id extends SubjectId, S extends Subject & { readonly id: Id }>(
    all: Map<Id, S>,
    subject: S,
    compare: (before: S) => SubjectChange,
  ): SubjectChange => {
    const before = all.get(subject.id);
    all.set(subject.id, subject);
    return before === undefined ? { moved: true, facts: NO_NAMES } : compare(before);
  };
  const countLines = (ids: Iterable<ElementId>, step: 1 | -1): void => {
    for (const id of ids) if (isLine(elements.get(id))) lines += step;
  };

  return {
    take: (change) => {
      [sought, found] = [null, null];
      let moved = change.elements.gone.length + change.flows.gone.length > 0;
      const facts: [SubjectId, ReadonlySet<string> | 'all'][] = [];
      const note = (id: SubjectId, found: SubjectChange): void => {
        moved ||= found.moved;
        if (found.facts === 'all' || found.facts.size > 0) facts.push([id, found.facts]);
      };
      const hadLines = lines > 0;
      const touched = new Set([...change.elements.put.map(({ id }) => id), ...change.elements.gone]);
      countLines(touched, -1);
      for (const id of change.elements.gone) elements.delete(id);
      for (const id of change.flows.gone) flows.delete(id);
      const hasLines = hadLines || change.elements.put.some(isLine);
      for (const element of change.elements.put)
        note(
          element.id,
          put(elements, element, (before) => elementChange(before, element, hasLines)),
        );
      for (const flow of change.flows.put)
        note(
          flow.id,
          put(flows, flow, (before) => flowChange(before, flow, hasLines)),
        );
      countLines(touched, 1);
      const elsewhere = change.applied === undefined ? [] : mechanisms.take(change.applied);
      for (const id of elsewhere) facts.push([id, MECHANISM_NAMES]);
      return { moved, facts };
    },
    element: (id) => elements.get(id),
    flow: (id) => flows.get(id),
    find: (id) => elements.get(id as ElementId) ?? flows.get(id as FlowId), // looked up as either
    newest: (subject) => {
      if (subject === sought && found !== null) return found;
      sought = subject;
      found = ('source' in subject ? flows.get(subject.id) : elements.get(subject.id)) ?? subject;
      return found;
    },
    model: () => ({
      elements: lines > 0 ? parentsFirst(elements) : [...elements.values()],
      flows: [...flows.values()],
    }),
  };
}

const NO_NAMES: ReadonlySet<string> = new Set();
const MECHANISM_NAMES: ReadonlySet<string> = new Set([APPLIED_MECHANISMS]);

const isLine = (element: Element | undefined): boolean =>
  element !== undefined && element.kind === 'boundary' && element.shape.kind === 'line';

function parentsFirst(elements: ReadonlyMap<ElementId, Element>): readonly Element[] {
  const sorted = new Set<Element>();
  for (const element of elements.values()) {
    const chain: Element[] = [];
    // A circle of parents, which a valid model does not have, ends the walk.
    for (let at: Element | undefined = element; at !== undefined && !sorted.has(at) && !chain.includes(at); ) {
      chain.push(at);
      at = at.parent === null ? undefined : elements.get(at.parent);
    }
    for (const one of chain.reverse()) sorted.add(one);
  }
  return [...sorted];
}

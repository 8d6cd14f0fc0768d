/**
 * The world over look-ups that can be exchanged and facts that can change: it keeps every answer together with what the answer was worked
 * out from, and gives up exactly those that a change reaches.
 */

import type { ElementId, PropertyValue, SubjectId } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { Missing } from '../fact.ts';
import { type Outcome, unknown } from '../outcome.ts';
import { APPLIED_MECHANISMS } from './applied-mechanisms.ts';
import type { Dependencies, Observer } from './dependencies.ts';
import type { Graph } from './graph.ts';
import type { ModelProblem } from './model-problem.ts';
import type { Places } from './places.ts';
import { readOnce, readPlainly } from './read.ts';
import { createReadings } from './readings.ts';
import type { Subject, World } from './world.ts';

/** The answer to one property of one subject. */
export interface Answer extends Observer {
  readonly subject: SubjectId;
  readonly property: string;
  outcome: Outcome<PropertyValue>;
  /** Told to everybody who reads it. */
  problems: ModelProblem[] | null;
}

/** A world that follows its model. */
export interface LivingWorld extends World {
  /** Takes other look-ups. Answers stay: whoever calls drops those of subjects whose place changed. */
  setPlaces(places: Places): void;
  /** Gives up every answer about the subject. */
  dropSubject(id: SubjectId): void;
  /** Gives up one answer and returns it; `null` where there is none. */
  drop(id: SubjectId, property: string): Answer | null;
  /** Whether this answer still stands. */
  stands(answer: Answer): boolean;
}

/** What a living world is made of. */
export interface WorldParts {
  readonly index: PackIndex;
  readonly places: Places;
  readonly dependencies: Dependencies;
  /** The newest version of a subject; itself for one that is gone. */
  readonly newest: (subject: Subject) => Subject;
  /** What controls in place bring to what enforces a boundary. */
  readonly mechanismsAt: (boundary: ElementId) => readonly string[];
  readonly report: (problem: ModelProblem) => void;
}

/** Derived facts may lean on each other; a circle of them knows nothing. */
const CIRCLE = unknown();

/** Builds the world. */
export function createWorld(parts: WorldParts): LivingWorld {
  const { index, places: first, dependencies, newest, report } = parts;
  let places = first;
  const answers = new Map<SubjectId, Map<string, Answer>>();
  /** The answers about the subject that was asked about last: rules are run subject by subject. */
  let ofLast: { readonly id: SubjectId; readonly answers: Map<string, Answer> } | null = null;
  const answersOf = (id: SubjectId): Map<string, Answer> => {
    if (ofLast?.id === id) return ofLast.answers;
    let found = answers.get(id);
    if (found === undefined) {
      found = new Map();
      answers.set(id, found);
    }
    ofLast = { id, answers: found };
    return found;
  };
  /** The answer being worked out, to which problems belong. */
  let asking: Answer | null = null;
  const waits: Missing[] = [];
  const reading = createReadings(index);

  const tell = (problem: ModelProblem): void => {
    if (asking === null) report(problem);
    else (asking.problems ??= []).push(problem);
  };
  const ask = (world: World, subject: Subject, property: string): Answer => {
    const { id } = subject;
    const answer: Answer = {
      subject: id,
      source: null,
      target: null,
      property,
      watched: null,
      outcome: CIRCLE,
      problems: null,
    };
    answersOf(id).set(property, answer);
    const [observer, outer] = [dependencies.observe(answer), asking];
    asking = answer;
    const now = newest(subject);
    answer.outcome = readOnce(world, { subject: now, property, reading: reading(now, property) });
    asking = outer;
    dependencies.observe(observer);
    return answer;
  };

  const answerOf = (subject: Subject, property: string): Answer => {
    const answer = answersOf(subject.id).get(property) ?? ask(world, subject, property);
    if (answer.problems !== null) answer.problems.forEach(tell);
    return answer;
  };
  /** The value where its reading is plain; `undefined` = nobody said, `null` = ask for the answer. */
  const plainOf = (subject: Subject, property: string): PropertyValue | undefined | null => {
    dependencies.fact(subject.id, property);
    const now = newest(subject);
    const how = reading(now, property);
    return how.isPlain ? readPlainly(world, { subject: now, property, reading: how }) : null;
  };

  const world: LivingWorld = {
    index,
    graph: watchedGraph(() => places.graph, dependencies),
    workloads: {
      hostOf: (element, group) => {
        dependencies.place(element.id);
        return places.workloads.hostOf(element, group);
      },
      guestsOf: (boundary, group) => {
        dependencies.place(boundary.id);
        return places.workloads.guestsOf(boundary, group);
      },
      groups: () => places.workloads.groups(),
    },
    reach: {
      pathTo: (id, selectors) => {
        dependencies.place(id);
        return places.reach.pathTo(id, selectors);
      },
    },
    read: (subject, property) => {
      dependencies.fact(subject.id, property);
      return answerOf(subject, property).outcome;
    },
    value: (subject, property) => {
      const plain = plainOf(subject, property);
      if (plain === undefined) waits.push({ subject: subject.id, property });
      if (plain !== null) return plain;
      const { value, missing } = answerOf(subject, property).outcome;
      if (value === undefined) for (const one of missing) waits.push(one);
      return value;
    },
    peek: (subject, property) => {
      const plain = plainOf(subject, property);
      return plain === null ? answerOf(subject, property).outcome.value : plain;
    },
    mechanismsAt: ({ id }) => {
      dependencies.fact(id, APPLIED_MECHANISMS);
      return parts.mechanismsAt(id);
    },
    reading,
    look: <S extends Subject>(subject: S, property: string): S => {
      dependencies.fact(subject.id, property);
      return newest(subject) as S; // a version of the same subject
    },
    report: tell,
    waits,
    setPlaces: (next) => {
      places = next;
    },
    dropSubject: (id) => {
      for (const answer of answers.get(id)?.values() ?? []) dependencies.forget(answer);
      answers.delete(id);
      ofLast = null;
    },
    drop: (id, property) => {
      const answer = answers.get(id)?.get(property);
      if (answer === undefined) return null;
      answers.get(id)?.delete(property);
      dependencies.forget(answer);
      return answer;
    },
    stands: (answer) => answers.get(answer.subject)?.get(answer.property) === answer,
  };
  return world;
}

/** The graph with every look at it noted. */
function watchedGraph(graph: () => Graph, dependencies: Dependencies): Graph {
  const at = (id: SubjectId): Graph => {
    dependencies.place(id);
    return graph();
  };
  return {
    get elements() {
      dependencies.everything();
      return graph().elements;
    },
    get flows() {
      dependencies.everything();
      return graph().flows;
    },
    element: (id) => at(id).element(id),
    enclosing: (id) => at(id).enclosing(id),
    outward: (id) => at(id).outward(id),
    inside: (id) => at(id).inside(id),
    crossed: (id) => at(id).crossed(id),
    arriving: (id) => at(id).arriving(id),
    leaving: (id) => at(id).leaving(id),
    isCrossed: (id) => at(id).isCrossed(id),
  };
}

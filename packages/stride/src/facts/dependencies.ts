/**
 * Who looked at what. While something is being worked out it is the observer, and whatever it looks at of others notes it; when that
 * changes, the observer is worked out again. Two kinds of things can be looked at: a property of a subject, and a subject's place: its kind
 * and type, what is around and inside it, its flows and crossings, who runs in it. Nothing else of a model reaches a verdict but labels and
 * scope, and whoever changes these changes the whole subject.
 */

import type { SubjectId } from '@strideboard/model';

/** Something that was worked out from what it looked at. */
export interface Observer {
  /** Its own: it is worked out again whenever this or one of its ends changes, so looking at them is not noted. */
  readonly subject: SubjectId | null;
  /** The ends of a flow. */
  readonly source: SubjectId | null;
  readonly target: SubjectId | null;
  /** For the answer to one property: only this property and the place of its subject are its own. `null` = everything is. */
  readonly property: string | null;
  /** Where it is noted; `null` = nowhere. */
  watched: Set<Observer>[] | null;
}

/** Notes of who looked at what. */
export interface Dependencies {
  /** Makes it the observer (`null` = nobody) until the next call; returns the one before, to be put back. */
  observe(observer: Observer | null): Observer | null;
  /** The observer looks at a property of the subject. */
  fact(id: SubjectId, property: string): void;
  /** The observer looks at the place of the subject. */
  place(id: SubjectId): void;
  /** Somebody looks at the list of all subjects. Throws where an observer does: nothing would tell it when the list is another. */
  everything(): void;
  /** Who looked at a property of the subject. */
  ofFact(id: SubjectId, property: string): readonly Observer[];
  /** Who looked at anything of the subject. */
  ofSubject(id: SubjectId): readonly Observer[];
  /** Removes the observer from all notes. */
  forget(observer: Observer): void;
}

interface Notes {
  readonly place: Set<Observer>;
  readonly facts: Map<string, Set<Observer>>;
}

/** Starts without notes. */
export function createDependencies(): Dependencies {
  const notes = new Map<SubjectId, Notes>();
  let current: Observer | null = null;

  const notesOf = (id: SubjectId): Notes => {
    let found = notes.get(id);
    if (found === undefined) {
      found = { place: new Set(), facts: new Map() };
      notes.set(id, found);
    }
    return found;
  };
  const note = (set: Set<Observer>, observer: Observer): void => {
    if (set.has(observer)) return;
    set.add(observer);
    if (observer.watched === null) observer.watched = [set];
    else observer.watched.push(set);
  };

  return {
    observe: (observer) => {
      const before = current;
      current = observer;
      return before;
    },
    fact: (id, property) => {
      if (current === null) return;
      if (owns(current, id) && (current.property === null || current.property === property)) return;
      const { facts } = notesOf(id);
      let set = facts.get(property);
      if (set === undefined) {
        set = new Set();
        facts.set(property, set);
      }
      note(set, current);
    },
    place: (id) => {
      if (current === null || owns(current, id)) return;
      note(notesOf(id).place, current);
    },
    everything: () => {
      if (current !== null)
        throw new Error(`everything: ${current.subject ?? 'the model'} may not look at all subjects`);
    },
    ofFact: (id, property) => [...(notes.get(id)?.facts.get(property) ?? [])],
    ofSubject: (id) => {
      const found = notes.get(id);
      return found === undefined ? [] : [...found.place, ...[...found.facts.values()].flatMap((set) => [...set])];
    },
    forget: (observer) => {
      for (const set of observer.watched ?? []) set.delete(observer);
      observer.watched = null;
    },
  };
}

const owns = ({ subject, source, target }: Observer, id: SubjectId): boolean =>
  subject === id || source === id || target === id;

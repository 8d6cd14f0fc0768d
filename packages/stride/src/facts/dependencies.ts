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
  watched: Watch | null;
}

/** One note of an observer, and the one before. A list of links: most have one or two, and there are a hundred thousand on a large board. */
interface Watch {
  readonly at: Watchers;
  readonly before: Watch | null;
}

/** Who looked at one thing: mostly one alone, and a set for each would cost more than all else that is kept. */
interface Watchers {
  one: Observer | null;
  more: Set<Observer> | null;
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
  readonly place: Watchers;
  readonly facts: Map<string, Watchers>;
}

/** Starts without notes. */
export function createDependencies(): Dependencies {
  const notes = new Map<SubjectId, Notes>();
  let current: Observer | null = null;
  let last: { readonly id: SubjectId; readonly notes: Notes } | null = null;

  const notesOf = (id: SubjectId): Notes => {
    // What is looked at after each other is mostly of one subject.
    if (last?.id === id) return last.notes;
    let found = notes.get(id);
    if (found === undefined) {
      found = { place: nobody(), facts: new Map() };
      notes.set(id, found);
    }
    last = { id, notes: found };
    return found;
  };
  const note = (at: Watchers, observer: Observer): void => {
    if (!join(at, observer)) return;
    observer.watched = { at, before: observer.watched };
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
      let watchers = facts.get(property);
      if (watchers === undefined) {
        watchers = nobody();
        facts.set(property, watchers);
      }
      note(watchers, current);
    },
    place: (id) => {
      if (current === null || owns(current, id)) return;
      note(notesOf(id).place, current);
    },
    everything: () => {
      if (current !== null)
        throw new Error(`everything: ${current.subject ?? 'the model'} may not look at all subjects`);
    },
    ofFact: (id, property) => everyone(notes.get(id)?.facts.get(property)),
    ofSubject: (id) => {
      const found = notes.get(id);
      return found === undefined ? [] : [found.place, ...found.facts.values()].flatMap(everyone);
    },
    forget: (observer) => {
      for (let watch = observer.watched; watch !== null; watch = watch.before) leave(watch.at, observer);
      observer.watched = null;
    },
  };
}

const nobody = (): Watchers => ({ one: null, more: null });

/** Whether the observer was not there yet. */
function join(at: Watchers, observer: Observer): boolean {
  if (at.one === observer || at.more?.has(observer) === true) return false;
  if (at.one === null) at.one = observer;
  else if (at.more === null) at.more = new Set([observer]);
  else at.more.add(observer);
  return true;
}

function leave(at: Watchers, observer: Observer): void {
  if (at.one === observer) at.one = null;
  else at.more?.delete(observer);
}

function everyone(at: Watchers | undefined): readonly Observer[] {
  if (at === undefined) return [];
  const more = at.more === null ? [] : [...at.more];
  return at.one === null ? more : [at.one, ...more];
}

const owns = ({ subject, source, target }: Observer, id: SubjectId): boolean =>
  subject === id || source === id || target === id;

/** What is reached, as people read it: by how near it is, then for certain or possibly, each thing once. */
import type { ElementId } from '@strideboard/model';
import { type Access, ACCESSES } from '@strideboard/packs';
import type { Certainty, Reached, Whereabouts } from '@strideboard/stride';
import { compareNames } from '../session/in-language.ts';

/** One thing that is reached. */
export interface ReachedSubject {
  readonly subject: ElementId;
  /** Of its first entry. */
  readonly certainty: Certainty;
  readonly outOfScope: boolean;
  /** What is had of it, the proven first; further ones give more but are merely possible. Never empty. */
  readonly entries: readonly [Reached, ...Reached[]];
}

/** Everything that is equally near. */
export interface ReachedGroup {
  readonly where: Whereabouts;
  readonly proven: readonly ReachedSubject[];
  readonly possible: readonly ReachedSubject[];
}

/** Nearest first. */
export const WHEREABOUTS = ['same-node', 'same-cluster', 'outside'] as const satisfies readonly Whereabouts[];

/** The groups that are not empty. Within one, fewer assumptions and steps come first, then the stronger access, then the name. */
export function groupReached(reached: readonly Reached[], nameOf: (id: ElementId) => string): readonly ReachedGroup[] {
  const subjects = subjectsOf(reached).sort(
    ({ entries: [a] }, { entries: [b] }) =>
      a.assumptions - b.assumptions ||
      a.distance - b.distance ||
      strength(b.access) - strength(a.access) ||
      compareNames(nameOf(a.subject), nameOf(b.subject)),
  );
  return WHEREABOUTS.map((where) => {
    const near = subjects.filter(({ entries: [first] }) => first.where === where);
    return {
      where,
      proven: near.filter(({ certainty }) => certainty === 'proven'),
      possible: near.filter(({ certainty }) => certainty === 'possible'),
    };
  }).filter(({ proven, possible }) => proven.length + possible.length > 0);
}

function subjectsOf(reached: readonly Reached[]): ReachedSubject[] {
  const bySubject = new Map<ElementId, [Reached, ...Reached[]]>();
  for (const entry of reached) {
    const known = bySubject.get(entry.subject);
    if (known === undefined) bySubject.set(entry.subject, [entry]);
    else known.push(entry);
  }
  return [...bySubject.values()].map((entries) => {
    const [{ subject, certainty, outOfScope }] = entries;
    return { subject, certainty, outOfScope, entries };
  });
}

const strength = (access: Access): number => ACCESSES.indexOf(access);

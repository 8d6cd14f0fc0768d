/** What a threat is about, read from its id, and whether all of that is on the board. */

import type { ManualThreat } from './register.ts';

/** What is on the board: ids of shown elements and flows, and of the listed diagrams. */
export type Shown = ReadonlySet<string>;

/** The subjects a threat id names; none for a threat of model scope or a hand-written one. */
export function subjectsOf(threat: string): readonly string[] {
  const [rule, ...subjects] = threat.split('~');
  return rule === 'manual' || (subjects.length === 1 && subjects[0] === 'model') ? [] : subjects;
}

/** The id of the hand-written threat a threat id names, or `null`. */
export const manualOf = (threat: string): string | null =>
  threat.startsWith('manual~') ? threat.slice('manual~'.length) : null;

/** Answers whether a threat can be shown: all it is about is there. */
export function threatsShown(shown: Shown, manual: readonly Pick<ManualThreat, 'id'>[]): (threat: string) => boolean {
  const written = new Set(manual.map(({ id }) => id));
  return (threat) => {
    const own = manualOf(threat);
    return own === null ? subjectsOf(threat).every((subject) => shown.has(subject)) : written.has(own);
  };
}

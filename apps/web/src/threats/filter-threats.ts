/** Narrowing the list of threats. */
import type { StrideLetter } from '@strideboard/packs';
import { type FindingSeverity, isSettled, type Threat } from '@strideboard/stride';
import type { Sectioning } from './section-threats.ts';

/** What is shown; empty sets and an empty text let everything through. */
export interface ThreatFilter {
  readonly severities: ReadonlySet<FindingSeverity>;
  readonly letters: ReadonlySet<StrideLetter>;
  readonly state: 'open' | 'decided' | 'all';
  readonly text: string;
  /** How the list is divided; narrows nothing. */
  readonly by: Sectioning;
}

/** Open threats, all of them. */
export const NO_FILTER: ThreatFilter = {
  severities: new Set(),
  letters: new Set(),
  state: 'open',
  text: '',
  by: 'rule',
};

/** How many of the filter's parts narrow the list. */
export const activeParts = (filter: ThreatFilter): number =>
  filter.severities.size + filter.letters.size + (filter.state === 'open' ? 0 : 1);

/** Whether the threat waits for the team: not decided, decided on other facts, or on an assumption that has broken. */
export const isWaiting = (threat: Threat): boolean => !isSettled(threat);

/** The threats that pass. `hay` gives the text that is searched; every word must occur in it. */
export function filterThreats(
  threats: readonly Threat[],
  filter: ThreatFilter,
  hay: (threat: Threat) => string,
): readonly Threat[] {
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  return threats.filter((threat) => {
    const { severities, letters, state } = filter;
    if (severities.size > 0 && !severities.has(threat.severity)) return false;
    if (letters.size > 0 && !threat.finding.letters.some((letter) => letters.has(letter))) return false;
    if (state !== 'all' && isWaiting(threat) !== (state === 'open')) return false;
    if (words.length === 0) return true;
    const text = hay(threat).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The set with the value added, or taken out when it was in. */
export function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

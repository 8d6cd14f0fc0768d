/** Findings of one rule on several subjects, told once. */
import type { Threat } from '@strideboard/stride';

/** Threats of one rule and severity, in the order of the list. */
export interface ThreatGroup {
  /** Rule and severity: unique in a list. */
  readonly key: string;
  readonly threats: readonly [Threat, ...Threat[]];
  /** The title of one threat, or what the titles of all have in common. */
  readonly title: string;
}

/** Groups by rule and by the severity that counts; groups stand where their first threat stood. */
export function groupThreats(threats: readonly Threat[]): readonly ThreatGroup[] {
  const groups = new Map<string, [Threat, ...Threat[]]>();
  for (const threat of threats) {
    const key = `${threat.finding.rule} ${threat.severity}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [threat]);
    else group.push(threat);
  }
  return [...groups].map(([key, members]) => ({
    key,
    threats: members,
    title: sharedTitle(members.map((threat) => threat.finding.title)),
  }));
}

/**
 * What titles share: the words they begin and end with, "…" for what differs between. Where they begin differently the rest stands alone,
 * with a capital. The first title where too little is shared.
 */
export function sharedTitle(titles: readonly string[]): string {
  const [first = '', ...others] = titles;
  if (others.every((title) => title === first)) return first;
  const all = titles.map((title) => title.split(' '));
  const shortest = Math.min(...all.map((words) => words.length));
  const head = sharedCount(all, shortest, (words, at) => words[at]);
  const tail = sharedCount(all, shortest - head, (words, at) => words[words.length - 1 - at]);
  const words = first.split(' ');
  const front = words.slice(0, head).join(' ');
  const back = words.slice(words.length - tail).join(' ');
  if (head + tail < 2) return first;
  if (tail === 0) return `${front} …`;
  return head === 0 ? capitalised(back) : `${front} … ${back}`;
}

function sharedCount(
  all: readonly (readonly string[])[],
  limit: number,
  wordAt: (words: readonly string[], at: number) => string | undefined,
): number {
  const [first = []] = all;
  let count = 0;
  while (count < limit && all.every((words) => wordAt(words, count) === wordAt(first, count))) count++;
  return count;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Findings that say the same, told once. The checks of a pack's group on one subject are one row ("restricted not met"), whatever their
 * rules; otherwise findings of one rule on several subjects are one row. Rows come most dangerous first.
 */

import { compareText, type SubjectId } from '@strideboard/model';
import { severityRank } from './finding.ts';
import { isOpenThreat, type Threat } from './threats.ts';

/** One row of a list of threats. */
export interface ThreatGroup {
  /** Unique in a list, and the same for the same row tomorrow. */
  readonly key: string;
  /** `rule`: one rule, any subjects. `posture`: one subject, the rules of a group of the pack. */
  readonly kind: 'rule' | 'posture';
  /** Worst first. */
  readonly threats: readonly [Threat, ...Threat[]];
  /** The title of the pack's group, of the one threat, or what the titles of all have in common. */
  readonly title: string;
  /** What all of it is about; `null` for several subjects or the whole model. */
  readonly subject: SubjectId | null;
}

/** Rows and what is behind them. */
export interface GroupCounts {
  readonly rows: number;
  readonly threats: number;
  /** Rows in which something still asks for attention. */
  readonly openRows: number;
}

/**
 * Groups threats. Findings of one rule stay apart where people gave them different severities. A row ranks by its worst threat that is still
 * open, then by how likely and how grave its rule says it is (content README section 5), then by how many it tells.
 */
export function groupThreats(threats: readonly Threat[]): readonly ThreatGroup[] {
  const rows = new Map<string, [Threat, ...Threat[]]>();
  for (const threat of threats) {
    const key = keyOf(threat);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [threat]);
    else row.push(threat);
  }
  return [...rows].map(([key, members]) => rowOf(key, members)).sort(mostDangerousFirst);
}

/** Counts rows and threats. */
export const countGroups = (groups: readonly ThreatGroup[]): GroupCounts => ({
  rows: groups.length,
  threats: groups.reduce((sum, { threats }) => sum + threats.length, 0),
  openRows: groups.filter(({ threats }) => threats.some(isOpenThreat)).length,
});

function keyOf({ finding, severity }: Threat): string {
  const { group, rule, subjects } = finding;
  if (group === undefined || subjects.length === 0) return `${rule} ${severity}`;
  return `${group.id} ${severity} ${subjects.join('~')}`;
}

function rowOf(key: string, threats: readonly [Threat, ...Threat[]]): ThreatGroup {
  const [{ finding }] = threats;
  const [subject = null] = finding.subjects;
  const isSame = threats.every((threat) => (threat.finding.subjects[0] ?? null) === subject);
  const { group } = finding;
  const isPosture = group !== undefined && subject !== null;
  const title = isPosture && threats.length > 1 ? group.title : sharedTitle(threats.map((one) => one.finding.title));
  return { key, kind: isPosture ? 'posture' : 'rule', threats, title, subject: isSame ? subject : null };
}

function mostDangerousFirst(a: ThreatGroup, b: ThreatGroup): number {
  return rank(a) - rank(b) || danger(b) - danger(a) || b.threats.length - a.threats.length || compareText(a.key, b.key);
}

/** By the worst that is open; rows with nothing open follow all others. */
function rank({ threats }: ThreatGroup): number {
  const open = threats.filter(isOpenThreat).map(({ severity }) => severityRank(severity));
  return open.length > 0
    ? Math.min(...open)
    : DECIDED + Math.min(...threats.map(({ severity }) => severityRank(severity)));
}

const DECIDED = 10;

/** Likelihood times impact, each 1 to 5, of its gravest threat: as people said, else as the rule suggests, else in the middle. */
const danger = ({ threats }: ThreatGroup): number =>
  Math.max(
    ...threats.map(({ finding, decision }) => {
      const said = (field: 'likelihood' | 'impact'): number => {
        const value = decision?.fields[field];
        return typeof value === 'number' ? value : (finding[field] ?? 3);
      };
      return said('likelihood') * said('impact');
    }),
  );

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

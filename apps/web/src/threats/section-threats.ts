/** The list of threats in sections: by what it is about, by letter, severity, kind of threat, or by what an attacker does. */
import type { Reference } from '@strideboard/packs';
import { STRIDE_LETTERS } from '@strideboard/packs';
import { FINDING_SEVERITIES, type Threat } from '@strideboard/stride';

/** Ways to divide the list; `rule` is the list as it is, with threats of one rule told once. */
export const SECTIONINGS = ['rule', 'element', 'letter', 'severity', 'class', 'tactic', 'technique'] as const;
/** One of {@link SECTIONINGS}. */
export type Sectioning = (typeof SECTIONINGS)[number];

/** Threats under one heading, in the order of the list. */
export interface ThreatSection {
  /** Subject, letter, severity, class, tactic or technique; `''` for what has none. */
  readonly key: string;
  readonly threats: readonly Threat[];
}

/** Where the techniques of ATT&CK stand among its tactics. */
export type TechniqueTactics = (technique: string) => readonly string[];

/**
 * Divides the list. A threat with several letters, classes, tactics or techniques stands under each. Letters and severities come in their
 * own order, everything else where its worst threat stands; what has none comes last.
 */
export function sectionThreats(
  threats: readonly Threat[],
  by: Exclude<Sectioning, 'rule'>,
  tacticsOf: TechniqueTactics = () => [],
): readonly ThreatSection[] {
  const sections = new Map<string, Threat[]>();
  for (const threat of threats) {
    const keys = keysOf(threat, by, tacticsOf);
    for (const key of keys.length === 0 ? [''] : keys) {
      const section = sections.get(key);
      if (section === undefined) sections.set(key, [threat]);
      else section.push(threat);
    }
  }
  const order: readonly string[] = by === 'letter' ? STRIDE_LETTERS : by === 'severity' ? FINDING_SEVERITIES : [];
  const rank = (key: string): number => (key === '' ? Number.POSITIVE_INFINITY : Math.max(0, order.indexOf(key)));
  return [...sections]
    .map(([key, members]): ThreatSection => ({ key, threats: members }))
    .sort((a, b) => (rank(a.key) === rank(b.key) ? 0 : rank(a.key) - rank(b.key)));
}

function keysOf(
  { finding, severity }: Threat,
  by: Exclude<Sectioning, 'rule'>,
  tacticsOf: TechniqueTactics,
): readonly string[] {
  switch (by) {
    case 'element':
      return finding.subjects.slice(0, 1);
    case 'letter':
      return finding.letters;
    case 'severity':
      return [severity];
    case 'class':
      return finding.threatClass;
    case 'technique':
      return techniquesOf(finding.references);
    case 'tactic':
      return [...new Set(techniquesOf(finding.references).flatMap((technique) => tacticsOf(technique)))];
  }
}

/** Ids of the ATT&CK techniques among references. */
const techniquesOf = (references: readonly Reference[]): readonly string[] =>
  references.filter(({ key }) => key === 'attack').map(({ id }) => id);

/** Threats for tests of what is done with them. */

import { type Decision, elementId, type SubjectId, threatId } from '@strideboard/model';
import type { Finding } from '../finding.ts';
import { joinDecisions, type Threat } from '../threats.ts';

/** What a test says of a threat; everything else is plain. */
export interface ThreatParts extends Partial<Omit<Finding, 'id' | 'subjects'>> {
  readonly rule: string;
  /** `null` = the whole model. */
  readonly on: string | null;
  readonly decision?: Partial<Decision>;
}

/** A finding of these parts. */
export function buildFinding({ rule, on, decision: _, ...parts }: ThreatParts): Finding {
  const subjects: readonly SubjectId[] = on === null ? [] : [elementId(on)];
  return {
    title: rule,
    letters: ['S'],
    severity: 'high',
    why: '',
    because: [],
    controls: [],
    references: [],
    threatClass: [],
    basis: 'x',
    outOfScope: false,
    ...parts,
    id: threatId(rule, subjects),
    rule,
    subjects,
  };
}

/** Threats of these parts, joined with their decisions, in the order of a list. */
export function buildThreats(all: readonly ThreatParts[]): readonly Threat[] {
  const findings = all.map(buildFinding);
  const decisions = Object.fromEntries(
    all.flatMap(({ decision }, at) => {
      const id = findings[at]?.id;
      const plain: Decision = { state: 'open', basis: '', by: 'Ann', at: 1, fields: {} };
      return decision === undefined || id === undefined ? [] : [[id, { ...plain, ...decision }]];
    }),
  );
  return joinDecisions(findings, decisions).threats;
}

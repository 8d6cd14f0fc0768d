/** Counts as the report has them. */

import { isDecided, isOpenThreat, type Threat } from '@strideboard/stride';

/** Open threats by severity, decided ones, and those on what is out of scope; each threat in one count. */
export interface ThreatCounts {
  readonly critical: number;
  readonly high: number;
  readonly medium: number;
  readonly low: number;
  readonly decided: number;
  readonly outOfScope: number;
}

/** Counts the threats. One that must be confirmed again is open. */
export function countThreats(threats: readonly Threat[]): ThreatCounts {
  const counts = { critical: 0, high: 0, medium: 0, low: 0, decided: 0, outOfScope: 0 };
  for (const threat of threats) {
    if (threat.finding.outOfScope) counts.outOfScope += 1;
    else if (isOpenThreat(threat)) counts[threat.severity] += 1;
    else if (isDecided(threat.state)) counts.decided += 1;
  }
  return counts;
}

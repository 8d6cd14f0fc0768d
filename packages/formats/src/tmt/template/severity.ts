/** How bad a threat is, by the word a template uses. */

/** Severities a rule of a pack can have that counts. */
type Severity = 'critical' | 'high' | 'medium' | 'low';

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['very high', 'critical'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
]);

/** The severity of a priority; `null` for a word that only the template knows. */
export const severityOf = (priority: string): Severity | null => SEVERITIES.get(priority.trim().toLowerCase()) ?? null;

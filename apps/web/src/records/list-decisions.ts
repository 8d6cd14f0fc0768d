/** Everything that was decided on a board, in one list: decisions of the team, on threats, and standing ones. */
import {
  compareText,
  type DecisionField,
  type DecisionLogEntry,
  type Model,
  type StandingDecision,
  type TeamRecord,
  THREAT_STATES,
  type ThreatState,
} from '@strideboard/model';

/** One entry, with who and when where that is known. */
export type LoggedDecision = {
  readonly id: string;
  /** Principal; `''` where nobody is named. */
  readonly by: string;
  /** ms since 1970 UTC; `null` where no time is known. */
  readonly at: number | null;
} & (
  | { readonly kind: 'record'; readonly record: TeamRecord }
  | {
      readonly kind: 'threat';
      readonly threat: string;
      readonly changes: readonly LoggedChange[];
      readonly undone: boolean;
    }
  | { readonly kind: 'standing'; readonly decision: StandingDecision; readonly ended: boolean }
);

/** One changed field of a decision on a threat; values as text, `''` for none. */
export type LoggedChange =
  | { readonly field: 'state'; readonly before: ThreatState; readonly after: ThreatState }
  | { readonly field: DecisionField; readonly before: string; readonly after: string };

/** The list, newest first; what has no time comes first, since it is not forgotten. Changes of one gesture on one threat are one entry. */
export function listDecisions({
  records,
  decisionLog,
  standing,
}: Pick<Model, 'records' | 'decisionLog' | 'standing'>): readonly LoggedDecision[] {
  const entries: LoggedDecision[] = [...gesturesOf(decisionLog)];
  for (const record of records) {
    if (record.kind !== 'decision') continue;
    const stamp = record.agreed ?? record.created;
    entries.push({ kind: 'record', id: record.id, by: stamp?.by ?? '', at: stamp?.at ?? null, record });
  }
  for (const decision of standing) {
    const { id, created, ended } = decision;
    entries.push({ kind: 'standing', id, by: created?.by ?? '', at: created?.at ?? null, decision, ended: false });
    if (ended !== null)
      entries.push({ kind: 'standing', id: `${id} ended`, by: ended.by, at: ended.at, decision, ended: true });
  }
  return entries.sort((a, b) => (b.at ?? Infinity) - (a.at ?? Infinity) || compareText(a.id, b.id) || 0);
}

/** What is shown of the list. */
export interface DecisionFilter {
  readonly kind: LoggedDecision['kind'] | 'all';
  /** A principal, or `''` for everybody. */
  readonly by: string;
  readonly text: string;
  readonly newestFirst: boolean;
}

/** The entries that pass; `hay` gives the text that is searched, every word must occur in it. */
export function filterDecisions(
  entries: readonly LoggedDecision[],
  { kind, by, text, newestFirst }: DecisionFilter,
  hay: (entry: LoggedDecision) => string,
): readonly LoggedDecision[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  const found = entries.filter((entry) => {
    if (kind !== 'all' && entry.kind !== kind) return false;
    if (by !== '' && entry.by !== by) return false;
    if (words.length === 0) return true;
    const all = hay(entry).toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return newestFirst ? found : found.reverse();
}

function gesturesOf(log: readonly DecisionLogEntry[]): Iterable<LoggedDecision> {
  const gestures = new Map<string, Extract<LoggedDecision, { kind: 'threat' }>>();
  for (const { id, by, at, threat, field, before, after, cause } of log) {
    const change = changeOf(field, before, after);
    if (change === null) continue;
    const key = `${threat} ${by} ${String(at)} ${cause}`;
    const known = gestures.get(key);
    const changes = [...(known?.changes ?? []), change].sort(
      (a, b) => Number(b.field === 'state') - Number(a.field === 'state'),
    );
    gestures.set(key, { kind: 'threat', id: known?.id ?? id, by, at, threat, changes, undone: cause === 'undo' });
  }
  return gestures.values();
}

/** `null` for answers to questions, and for what says nothing that can be read. */
function changeOf(field: DecisionLogEntry['field'], before: unknown, after: unknown): LoggedChange | null {
  if (field === 'answer') return null;
  if (field !== 'state') return { field, before: textOf(before), after: textOf(after) };
  const [from, to] = [stateOf(before), stateOf(after)];
  return from === null || to === null ? null : { field, before: from, after: to };
}

/** What is not there is open. */
function stateOf(value: unknown): ThreatState | null {
  if (value === null || value === undefined) return 'open';
  const tuple: readonly unknown[] = Array.isArray(value) ? value : [value];
  const [state] = tuple;
  return THREAT_STATES.find((known) => known === state) ?? null;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(', ') : '';
}

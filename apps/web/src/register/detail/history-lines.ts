/** The history of one threat, out of the log: who changed what, when, from what to what. No reason that somebody gave is lost in it. */
import { type DecisionLogEntry, THREAT_STATES, type ThreatState } from '@strideboard/model';
import { FINDING_SEVERITIES } from '@strideboard/stride';
import { type InterfaceWords, register, say } from '@strideboard/words';

/** One change. */
export interface HistoryLine {
  readonly id: string;
  /** Principals. */
  readonly by: string;
  readonly via: string | null;
  /** ms since 1970 UTC */
  readonly at: number;
  readonly text: string;
  /** How it came about, where it was not simply said. */
  readonly cause: string | null;
  /** The principal whose change of the same field this one did not know of; `null` for none. */
  readonly apartFrom: string | null;
}

type Common = Pick<InterfaceWords, 'common'>;

/** The changes of one threat, newest first. `log` is by time. */
export function historyLines(log: readonly DecisionLogEntry[], threat: string, words: Common): readonly HistoryLine[] {
  const latest = new Map<string, DecisionLogEntry>();
  const lines = log
    .filter((entry) => entry.threat === threat)
    .map((entry): HistoryLine => {
      const { id, by, via, at, field, cause } = entry;
      const before = latest.get(field);
      latest.set(field, entry);
      const isApart = before !== undefined && before.by !== by && !isSame(before.after, entry.before);
      return {
        id,
        by,
        via,
        at,
        text: changeText(entry, words),
        cause: causeText(cause),
        apartFrom: isApart ? before.by : null,
      };
    });
  return lines.toReversed();
}

function changeText(entry: DecisionLogEntry, words: Common): string {
  const said = register.history;
  const field = fieldText(entry.field);
  const [before, after] = [valueText(entry.field, entry.before, words), valueText(entry.field, entry.after, words)];
  if (after === '') return say(said.cleared, { field, before });
  if (before === '') return say(said.set, { field, after });
  if (entry.field === 'state' && before === after) return say(said.basis, { after });
  return say(said.changed, { field, before, after });
}

const causeText = (cause: string): string | null => {
  const { causes } = register.history;
  return cause === 'undo' || cause === 'redo' || cause === 'import' ? causes[cause] : null;
};

function fieldText(field: DecisionLogEntry['field']): string {
  return field === 'answer' ? field : register.columns[field];
}

/** A logged value in words; `''` for none. */
function valueText(field: DecisionLogEntry['field'], value: unknown, { common }: Common): string {
  if (field === 'state') {
    const state = stateOf(value);
    return state === null ? '' : common.states[state];
  }
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(', ');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  if (field === 'severity') {
    const severity = FINDING_SEVERITIES.find((one) => one === value);
    return severity === undefined ? value : common.severities[severity];
  }
  const { parties } = register;
  return field === 'party' && (value === 'provider' || value === 'customer' || value === 'shared')
    ? parties[value]
    : value;
}

/** The log holds states as the document does: `[state, basis, by, at]`. */
function stateOf(value: unknown): ThreatState | null {
  const state: unknown = Array.isArray(value) ? value[0] : value;
  return THREAT_STATES.find((known) => known === state) ?? null;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

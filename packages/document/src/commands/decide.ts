import {
  DECISION_FIELDS,
  type DecisionField,
  THREAT_STATES,
  type ThreatId,
  type ThreatState,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { logEntry } from '../decision-log.ts';
import { equalValues } from '../equality.ts';
import { accept, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { unique } from '../placing.ts';
import { isDecisionValue } from '../read-decisions.ts';

/** Arguments of {@link decide}; what is absent stays, a field given as `null` is cleared. */
export interface DecideArguments {
  readonly threats: readonly ThreatId[];
  readonly state?: ThreatState;
  /** Fingerprint of the facts decided on, by threat id. */
  readonly basis?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Partial<Record<DecisionField, string | number | readonly string[] | null>>>;
}

/** Records a decision about threats, and each change in the log under one's own key. */
export const decide: Verb<DecideArguments> = {
  name: 'decide',
  undoable: true,
  root: 'decisions',
  plan: (gesture, decision) => planDecisions(gesture, [decision]),
};

/** Plans all of the decisions or none. Where a threat is given something twice, the last one counts. */
export function planDecisions(gesture: Gesture, decisions: readonly DecideArguments[]): CommandResult {
  const changes = new Map<string, unknown>();
  for (const decision of decisions) {
    const refused = refusalOf(decision);
    if (refused !== null) return refused;
    const { threats, state, basis = {}, fields = {} } = decision;
    for (const threat of unique(threats)) {
      const facts = Object.hasOwn(basis, threat) ? (basis[threat] ?? '') : '';
      if (state !== undefined && isNewState(gesture, threat, { state, facts }))
        changes.set(`${threat}|state`, [state, facts, ...gesture.stamp]);
      for (const [field, value] of Object.entries(fields)) changes.set(`${threat}|${field}`, value);
    }
  }
  for (const [key, after] of changes) change(gesture, key, after);
  return accept(unique(decisions.flatMap(({ threats }) => threats)));
}

function refusalOf({ threats, state, fields = {} }: DecideArguments): CommandResult | null {
  if (threats.length === 0) return refuse('nothing-given');
  const malformed = threats.filter((threat) => threat === '' || threat.includes('|'));
  if (malformed.length > 0) return refuse('unknown-id', malformed);
  if (state !== undefined && !THREAT_STATES.includes(state)) return refuse('value-unreadable', threats);
  for (const [field, value] of Object.entries(fields)) {
    const known = DECISION_FIELDS.find((name) => name === field);
    if (known === undefined || (value !== null && !isDecisionValue(known, value))) {
      const isLong = typeof value === 'string' && value.length > LIMITS.text;
      return refuse(isLong ? 'text-too-long' : 'value-unreadable', threats);
    }
  }
  return null;
}

/** The same state on the same facts is no new decision, whoever says it, unless an assumption broke in between. */
function isNewState(
  gesture: Gesture,
  threat: ThreatId,
  { state, facts }: { readonly state: ThreatState; readonly facts: string },
): boolean {
  const stored = gesture.value('decisions', null, `${threat}|state`);
  const tuple: readonly unknown[] = Array.isArray(stored) ? stored : [];
  const [oldState, oldBasis, , oldAt] = tuple;
  const isAfterBreak = gesture.model.records.some(
    ({ kind, state: now, agreed }) =>
      kind === 'assumption' && now === 'broken' && typeof oldAt === 'number' && (agreed?.at ?? 0) >= oldAt,
  );
  return oldState !== state || oldBasis !== facts || isAfterBreak;
}

function change(gesture: Gesture, key: string, after: unknown): void {
  const before = gesture.value('decisions', null, key);
  if (equalValues(before, after)) return;
  gesture.put('decisions', null, key, after);
  const { author, at } = gesture;
  const log = logEntry({ key, before, after }, { author, at, id: gesture.newId(), cause: 'decide' });
  gesture.put(log.root, null, log.key, log.after);
}

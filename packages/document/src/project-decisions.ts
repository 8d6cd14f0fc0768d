/**
 * The part of the projection that holds decisions. A board may hold tens of thousands: a decision that was written reads again what was
 * written of it, and the others are looked at only when other things are shown than before.
 */

import type { Decision } from '@strideboard/model';
import { deepFreeze, equalValues } from './equality.ts';
import { readDecision, type TouchedDecisions } from './read-decisions.ts';
import { type DecisionRecord, reuseRecord } from './reuse.ts';
import type { RootMap } from './roots.ts';

/** Decisions as read, and those of what is shown. */
export interface DecisionProjection {
  /** Reads again what was touched; gives what is other than before, `null` for what is gone. */
  read(touched: TouchedDecisions): ReadonlyMap<string, Decision | null>;
  /** The decisions of everything that is shown, by threat id in code-unit order. What is about something deleted is hidden with it and comes back with it (I7). */
  visible(before: DecisionRecord, isShown: (threat: string) => boolean): DecisionRecord;
}

/** Starts empty. */
export function createDecisionProjection(root: RootMap | null): DecisionProjection {
  const known = new Map<string, Decision>();
  return {
    read(touched) {
      const changed = new Map<string, Decision | null>();
      for (const [threat, fields] of touched) {
        const before = known.get(threat) ?? null;
        const after = readDecision(root, threat, fields, before);
        if (equalValues(before, after)) continue;
        if (after === null) known.delete(threat);
        else known.set(threat, deepFreeze(after));
        changed.set(threat, after);
      }
      return changed;
    },
    visible(before, isShown) {
      const visible = [...known].filter(([threat]) => isShown(threat));
      return reuseRecord(before, Object.fromEntries(visible.sort(([a], [b]) => (a < b ? -1 : 1))));
    },
  };
}

/** The visible decisions with some of them changed, while the same things are shown as before; the same object when nothing of it shows. */
export function patchDecisions(
  before: DecisionRecord,
  changed: ReadonlyMap<string, Decision | null>,
  isShown: (threat: string) => boolean,
): DecisionRecord {
  const put = [...changed].flatMap(([threat, decision]): [string, Decision][] =>
    decision !== null && isShown(threat) ? [[threat, decision]] : [],
  );
  const gone = [...changed.keys()].filter((threat) => changed.get(threat) === null && Object.hasOwn(before, threat));
  if (put.length + gone.length === 0) return before;
  const next = { ...before, ...Object.fromEntries(put) };
  // What was there keeps its place, so that only newcomers and leavers ask for another order.
  if (gone.length === 0 && put.every(([threat]) => Object.hasOwn(before, threat))) return Object.freeze(next);
  const keys = Object.keys(next).filter((threat) => changed.get(threat) !== null);
  return Object.freeze(Object.fromEntries(keys.sort().flatMap((threat) => entryOf(next, threat))));
}

function entryOf(record: DecisionRecord, threat: string): [string, Decision][] {
  const decision = record[threat];
  return decision === undefined ? [] : [[threat, decision]];
}

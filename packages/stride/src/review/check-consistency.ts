/**
 * Loose ends of a model: what does not fit together in the drawing, in decisions and in records. Nothing here is a threat and nothing has a
 * severity; each says where to look. What is out of scope is looked at only where that itself is the matter.
 */

import { compareText, type Model, type SubjectId } from '@strideboard/model';
import type { RegisterRow } from '../register/list-register.ts';
import { isInPlace } from '../register/risk.ts';
import type { StandingUse } from '../standing.ts';
import { finish, type Steps } from '../steps.ts';
import { checkDrawing } from './check-drawing.ts';
import { LOOSE_ENDS, type LooseEnd, looseEnd } from './loose-end.ts';

/** What is looked at. */
export interface CheckInput {
  readonly model: Model;
  /** As `listRegister` gives them. */
  readonly rows: readonly RegisterRow[];
  readonly standing: readonly StandingUse[];
}

/** All loose ends, by code in the order of {@link LOOSE_ENDS}, then in the order of the model. Pure; reads each list once. */
export const checkConsistency = (input: CheckInput): readonly LooseEnd[] => finish(checkInSteps(input));

/** {@link checkConsistency}, with pauses. */
export function* checkInSteps({ model, rows, standing }: CheckInput): Steps<readonly LooseEnd[]> {
  const found = [...(yield* checkDrawing(model))];
  found.push(...checkDecisions(rows, model));
  yield;
  found.push(...checkStanding(standing), ...checkRecords(model));
  const placed = found.map((end, at) => ({ end, place: LOOSE_ENDS.indexOf(end.code), at }));
  return placed.sort((a, b) => a.place - b.place || a.at - b.at).map(({ end }) => end);
}

function checkDecisions(rows: readonly RegisterRow[], model: Model): readonly LooseEnd[] {
  const found = rows.flatMap((row): readonly LooseEnd[] => {
    const { id, title, subjects, state, why, outOfScope, risk } = row;
    if (outOfScope) return [];
    const place = { subjects, threats: [id], values: { title } };
    if ((state === 'accepted' || state === 'notApplicable') && why.trim() === '')
      return [looseEnd('decision-without-reason', id, place)];
    if (state === 'mitigated' && !risk.controls.some((control) => isInPlace(control.state)))
      return [looseEnd('mitigated-without-control', id, place)];
    return [];
  });
  return [...found, ...differingSeverities(rows, model)];
}

/** People rated findings of one rule on things of one kind differently. */
function differingSeverities(rows: readonly RegisterRow[], model: Model): readonly LooseEnd[] {
  const kinds = new Map<SubjectId, string>([
    ...model.elements.map(({ id, kind, type }) => [id, type || kind] as const),
    ...model.flows.map(({ id }) => [id, 'flow'] as const),
  ]);
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const said = row.decision?.fields.severity;
    if (row.threat === null || row.severity === null || said !== row.severity) continue;
    const { rule } = row.threat.finding;
    const [subject] = row.subjects;
    const key = `${rule} ${(subject === undefined ? undefined : kinds.get(subject)) ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups]
    .filter(([, group]) => new Set(group.map(({ severity }) => severity)).size > 1)
    .map(([key, group]) => {
      const rule = group[0]?.threat?.finding.rule ?? '';
      const title = group[0]?.title ?? '';
      return looseEnd('severities-differ', key, {
        subjects: [...new Set(group.flatMap(({ subjects }) => subjects))],
        threats: group.map(({ id }) => id).sort(compareText),
        values: { rule, title },
      });
    });
}

const checkStanding = (standing: readonly StandingUse[]): readonly LooseEnd[] =>
  standing
    .filter(({ phase }) => phase === 'expired')
    .map(({ decision: { id, rule, until } }) => looseEnd('standing-expired', id, { values: { rule, date: until } }));

function checkRecords({ records }: Model): readonly LooseEnd[] {
  return records.flatMap(({ id, kind, state, title }): readonly LooseEnd[] => {
    const parts = { record: id, values: { title } };
    if (kind === 'question' && state === 'open') return [looseEnd('question-open', id, parts)];
    if (kind !== 'assumption' || state === 'holds') return [];
    return [looseEnd(state === 'broken' ? 'assumption-broken' : 'assumption-unknown', id, parts)];
  });
}

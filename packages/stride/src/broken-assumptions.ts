/**
 * Broken assumptions. What hangs on one is open again: threats it names, threats at the elements and flows it names, and threats answered
 * by a control it names. A decision that was taken after the assumption broke was taken knowing it, and holds. Nothing is stored.
 */

import { compareText, type Model, type SubjectId } from '@strideboard/model';

/** What is looked at: the records of a model, and which control answers which threat. */
export type Assumed = Pick<Model, 'records' | 'mitigations'>;

/** A threat as far as assumptions concern it. */
export interface Hanging {
  readonly id: string;
  readonly subjects: readonly SubjectId[];
  /** When its state was decided, ms since 1970 UTC; `null` = it was not. */
  readonly decidedAt: number | null;
}

/** Finds the ids of the broken assumptions that open a threat again, sorted; the same empty list for none. */
export function createBrokenFinder({ records, mitigations }: Assumed): (threat: Hanging) => readonly string[] {
  const broken = records.filter(({ kind, state }) => kind === 'assumption' && state === 'broken');
  if (broken.length === 0) return () => NONE;
  const brokeAt = new Map(broken.map(({ id, agreed }) => [id, agreed?.at ?? Infinity]));
  const naming = new Map<string, string[]>();
  const name = (target: string, record: string): void => {
    const list = naming.get(target);
    if (list === undefined) naming.set(target, [record]);
    else list.push(record);
  };
  for (const { id, about } of broken) for (const target of about) name(target, id);
  for (const { threat, control } of mitigations) for (const record of naming.get(control) ?? []) name(threat, record);
  return ({ id, subjects, decidedAt }) => {
    const found = new Set([id, ...subjects].flatMap((target) => naming.get(target) ?? []));
    if (found.size === 0) return NONE;
    const unknown = [...found].filter((record) => decidedAt === null || decidedAt <= (brokeAt.get(record) ?? Infinity));
    return unknown.length === 0 ? NONE : unknown.sort(compareText);
  };
}

const NONE: readonly string[] = Object.freeze([]);

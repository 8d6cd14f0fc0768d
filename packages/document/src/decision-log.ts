/** The log of decisions: every change of a decision writes one entry under its author's own key, undo and redo included. */

import { threatOf } from './read-decisions.ts';
import type { Author, Write } from './writes.ts';

/** Why a decision changed. */
export type DecisionCause = 'decide' | 'answer' | 'agree' | 'import' | 'undo' | 'redo';

/** One change of one field of a decision; `key` is `threatId|field`. */
export interface DecisionChange {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** The write of one log entry: `principal|entryId` → `[threatId, field, before, after, at, cause]`. */
export function logEntry(
  { key, before, after }: DecisionChange,
  stamp: { readonly author: Author; readonly at: number; readonly id: string; readonly cause: DecisionCause },
): Write {
  const threat = threatOf(key) ?? '';
  const field = key.slice(threat.length + 1);
  return {
    root: 'decisionLog',
    id: null,
    key: `${stamp.author.principal}|${stamp.id}`,
    after: [threat, field, before ?? null, after ?? null, stamp.at, stamp.cause],
  };
}

/** The key of an answer in the log, in the form of a decision's: what it is about, then `answer`. */
export const answerKey = (subject: string, property: string): string => `answer~${subject}~${property}|answer`;

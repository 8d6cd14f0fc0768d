/** A standing decision being written: what it begins with, what is wrong with it, and what is sent. */
import type { StandingFields } from '@strideboard/document';
import type { StandingDecision, ThreatState } from '@strideboard/model';

/** What the form holds; empty texts for what is not said. */
export interface StandingDraft {
  readonly rule: string;
  /** A boundary id, `tag:<name>` or `model`. */
  readonly scope: string;
  readonly state: ThreatState;
  readonly why: string;
  readonly owner: string;
  /** ISO date. */
  readonly until: string;
}

/** What keeps a draft from being saved, by field. */
export type DraftProblems = Readonly<
  Partial<Record<'rule' | 'tag' | 'until', 'missing'> & Record<'why' | 'owner', 'missing' | 'too-long'>>
>;

/** How a scope by tag begins. */
export const TAG = 'tag:';

/** Characters of an owner: a name or a team. */
export const OWNER_LIMIT = 200;
/** Characters of a reason. */
export const WHY_LIMIT = 4_000;
/** Characters of a tag; with the prefix it fits a scope. */
export const TAG_LIMIT = 190;

/** A new one accepts everywhere: the commonest, and the one whose reason matters most. */
export const newDraft = (rule: string): StandingDraft => ({
  rule,
  scope: 'model',
  state: 'accepted',
  why: '',
  owner: '',
  until: '',
});

/** One that stands, to be changed. */
export const draftOf = ({ rule, scope, state, why, owner, until }: StandingDecision): StandingDraft => ({
  rule,
  scope,
  state,
  why,
  owner,
  until: until.slice(0, 10),
});

/** Everything that is wrong; empty when it can be saved. Spaces are no reason. */
export function problemsOf({ rule, scope, why, owner }: StandingDraft): DraftProblems {
  return {
    ...(rule === '' ? { rule: 'missing' } : {}),
    ...(scope.startsWith(TAG) && scope.slice(TAG.length).trim() === '' ? { tag: 'missing' } : {}),
    ...(why.trim() === '' ? { why: 'missing' } : why.trim().length > WHY_LIMIT ? { why: 'too-long' } : {}),
    ...(owner.trim().length > OWNER_LIMIT ? { owner: 'too-long' } : {}),
  };
}

/** Whether its last day is over. */
export const isOver = ({ until }: Pick<StandingDraft, 'until'>, today: string): boolean =>
  until !== '' && until < today;

/** The command's arguments, without the white space around texts. */
export function fieldsOf({ rule, scope, state, why, owner, until }: StandingDraft): Required<StandingFields> {
  const trimmed = scope.startsWith(TAG) ? `${TAG}${scope.slice(TAG.length).trim()}` : scope;
  return { rule, scope: trimmed, state, why: why.trim(), owner: owner.trim(), until };
}

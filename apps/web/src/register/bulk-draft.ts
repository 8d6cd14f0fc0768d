/** Deciding once for several threats: what is left empty stays as each has it. */
import type { DecideArguments } from '@strideboard/document';
import type { ThreatState } from '@strideboard/model';
import { STATES_NEEDING_WHY } from '@strideboard/model';
import type { RegisterRow } from '@strideboard/stride';
import { basisOf } from './detail/decision-draft.ts';
import { readTags } from './detail/tags.ts';

/** What the form holds; `''` leaves a part as it is. */
export interface BulkDraft {
  readonly state: ThreatState | '';
  readonly why: string;
  readonly party: string;
  readonly owner: string;
  readonly due: string;
  readonly ticket: string;
  readonly treatment: string;
  readonly future: string;
  readonly tags: string;
}

/** Nothing to change. */
export const NO_CHANGE: BulkDraft = {
  state: '',
  why: '',
  party: '',
  owner: '',
  due: '',
  ticket: '',
  treatment: '',
  future: '',
  tags: '',
};

const TEXTS = ['why', 'party', 'owner', 'due', 'ticket', 'treatment', 'future'] as const;

/** What keeps it from being saved. */
export function bulkProblem(draft: BulkDraft): 'nothing' | 'why' | null {
  if (draft.state !== '' && STATES_NEEDING_WHY.includes(draft.state) && draft.why.trim() === '') return 'why';
  return draft.state === '' && draft.tags.trim() === '' && TEXTS.every((field) => draft[field].trim() === '')
    ? 'nothing'
    : null;
}

/** The command's arguments. Tags are added to those that each threat has, so they may differ from threat to threat. */
export function bulkDecisions(rows: readonly RegisterRow[], draft: BulkDraft): readonly DecideArguments[] {
  const threats = rows.map(({ id }) => id);
  const fields = Object.fromEntries(
    TEXTS.flatMap((field) => (draft[field].trim() === '' ? [] : [[field, draft[field].trim()]])),
  );
  const added = readTags(draft.tags);
  const isSaying = draft.state !== '' || Object.keys(fields).length > 0;
  return [
    ...(isSaying
      ? [{ threats, ...(draft.state === '' ? {} : { state: draft.state, basis: basisOf(rows) }), fields }]
      : []),
    ...(added.length === 0
      ? []
      : rows.map(({ id, tags }) => ({ threats: [id], fields: { tags: [...new Set([...tags, ...added])] } }))),
  ];
}

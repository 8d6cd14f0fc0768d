/** A decision being written: what it begins with, what is wrong with it, and what is sent. */
import type { DecideArguments } from '@strideboard/document';
import { type Decision, STATES_NEEDING_WHY, type ThreatState } from '@strideboard/model';
import type { Threat } from '@strideboard/stride';

/** What the form holds. */
export interface DecisionDraft {
  readonly state: ThreatState;
  readonly why: string;
  readonly owner: string;
  /** Separated by commas; `null` while nobody touched them, and what each threat has stays. */
  readonly tags: string | null;
}

/** The draft for threats: what they have in common, else `open` and empty texts. */
export function draftFor(threats: readonly Threat[]): DecisionDraft {
  const [first] = threats;
  const same = <T>(read: (threat: Threat) => T, other: T): T =>
    first !== undefined && threats.every((threat) => read(threat) === read(first)) ? read(first) : other;
  const text = (threat: Threat, field: 'why' | 'owner'): string => {
    const value = threat.decision?.fields[field];
    return typeof value === 'string' ? value : '';
  };
  return {
    state: same((threat) => threat.state, 'open'),
    why: same((threat) => text(threat, 'why'), ''),
    owner: same((threat) => text(threat, 'owner'), ''),
    tags: null,
  };
}

/** The tags of a decision. */
export const tagsOf = ({ fields: { tags } }: Pick<Decision, 'fields'>): readonly string[] =>
  typeof tags === 'object' ? tags : [];

/** The tags that all threats have, as they are written. */
export function sharedTags(threats: readonly Threat[]): string {
  const [first, ...others] = threats.map(({ decision }) => (decision === null ? [] : tagsOf(decision)));
  return (first ?? []).filter((tag) => others.every((tags) => tags.includes(tag))).join(', ');
}

/** Each tag of a text once, in its order. */
const readTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

/** Whether the state asks for a justification that is not there. Spaces are none. */
export const lacksWhy = ({ state, why }: Pick<DecisionDraft, 'state' | 'why'>): boolean =>
  STATES_NEEDING_WHY.includes(state) && why.trim() === '';

/** The command's arguments: state on today's facts, and the texts; an empty text clears. */
export function decisionFrom(threats: readonly Threat[], { state, why, owner, tags }: DecisionDraft): DecideArguments {
  const list = tags === null ? null : readTags(tags);
  return {
    threats: threats.map((threat) => threat.finding.id),
    state,
    basis: Object.fromEntries(threats.map((threat) => [threat.finding.id, threat.finding.basis])),
    fields: {
      why: why.trim() === '' ? null : why.trim(),
      owner: owner.trim() === '' ? null : owner.trim(),
      ...(list === null ? {} : { tags: list.length === 0 ? null : list }),
    },
  };
}

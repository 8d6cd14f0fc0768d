/** What can be voted on: threats of the register, and clusters of revealed cards. */
import type { Workshop } from '@strideboard/model';
import type { FindingSeverity, RegisterRow } from '@strideboard/stride';
import type { CardCluster } from '../room/workshop/card-clusters.ts';
import type { SubjectNames } from '../ui/subject-names.ts';

/** One thing that can get dots. Texts are as people wrote them. */
export interface VoteTarget {
  readonly id: string;
  readonly kind: 'threat' | 'card';
  readonly title: string;
  /** Ids of what it is about; empty for the whole model. */
  readonly on: readonly string[];
  readonly severity: FindingSeverity | null;
  /** Cards of a cluster; 0 for a threat. */
  readonly cards: number;
  /** The threat that a card became. */
  readonly threat: string | null;
}

/** Threats in the order of the register, without what is out of scope or does not apply. */
export const threatTargets = (rows: readonly RegisterRow[]): readonly VoteTarget[] =>
  rows.filter(({ outOfScope, state }) => !outOfScope && state !== 'notApplicable').map(threatTarget);

const threatTarget = ({ id, title, subjects, severity }: RegisterRow): VoteTarget => ({
  ...{ id, title, severity, kind: 'threat', on: subjects, cards: 0, threat: id },
});

/** Clusters of revealed cards, the largest first. */
export const cardTargets = (clusters: readonly CardCluster[]): readonly VoteTarget[] =>
  clusters.map(({ key, face, cards, on, became }) => ({
    ...{ id: key, kind: 'card', title: face.text, on, severity: null, cards: cards.length },
    // Ids of records have no such sign.
    threat: became.find((id) => id.includes('~')) ?? null,
  }));

/** All cards, and the clusters of those that can be looked at. */
export interface CardsHere {
  readonly cards: Workshop['cards'];
  readonly clusters: readonly CardCluster[];
}

/** Finds what a ballot lists; `null` for what is gone. A threat that does not apply any more is still found. */
export function createTargetFinder(
  rows: readonly RegisterRow[],
  { cards, clusters }: CardsHere,
): (id: string) => VoteTarget | null {
  const threats = new Map<string, RegisterRow>(rows.map((row) => [row.id, row]));
  const found = new Map(cardTargets(clusters).map((target) => [target.id, target]));
  const leaders = new Map(cards.map(({ key, cluster }) => [key, cluster]));
  return (id) => {
    const row = threats.get(id);
    return row !== undefined ? threatTarget(row) : (found.get(leaders.get(id) ?? id) ?? null);
  };
}

/** Names of what a target is about, as far as it is on the board. */
export const aboutText = ({ on }: VoteTarget, names: SubjectNames): string =>
  on.flatMap((id) => names.name(id as Parameters<SubjectNames['name']>[0]) ?? []).join(', '); // ids that are no subject's are not found

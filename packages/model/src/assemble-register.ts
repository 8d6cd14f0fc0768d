/**
 * From stored parts of the register to what people see: nothing about deleted things clutters (I7), everything comes back with them, since
 * nothing is written. Pure and total.
 */

import { assembleTrees } from './assemble-trees.ts';
import { compareText } from './flow.ts';
import type { ModelIssue } from './model.ts';
import type {
  AppliedControl,
  CommentThread,
  DecisionLogEntry,
  ManualThreat,
  Mitigation,
  Register,
  RoomControl,
  StandingDecision,
  TeamRecord,
  TreeEdge,
  TreeNode,
} from './register.ts';
import { type Shown, threatsShown } from './threat-subjects.ts';
import type { ReadItem } from './stored-register.ts';
import type { StoredComment } from './stored-talk.ts';
import type { TreeFrame, TreePart } from './stored-tree.ts';

/** Everything of the register as read, dead or alive. */
export interface ReadRegister {
  readonly manual: Iterable<ReadItem<ManualThreat>>;
  readonly controls: Iterable<ReadItem<RoomControl>>;
  readonly applied: Iterable<AppliedControl>;
  readonly mitigations: Iterable<Mitigation>;
  readonly standing: Iterable<ReadItem<StandingDecision>>;
  readonly records: Iterable<ReadItem<TeamRecord>>;
  readonly trees: Iterable<ReadItem<TreeFrame>>;
  readonly treeNodes: Iterable<TreePart<TreeNode>>;
  readonly treeEdges: Iterable<TreePart<TreeEdge>>;
  readonly comments: Iterable<StoredComment>;
  readonly threadStates: ReadonlyMap<string, Pick<CommentThread, 'state' | 'stateBy'>>;
  readonly decisionLog: Iterable<DecisionLogEntry>;
}

/** Hand-written threats that are shown, by (z, id): those about nothing in particular, and those with a subject left. */
export function assembleManual(read: ReadRegister['manual'], shown: Shown): readonly ManualThreat[] {
  return live(read)
    .flatMap((threat) => {
      const on = threat.on.filter((id) => shown.has(id));
      if (on.length === threat.on.length) return [threat];
      return on.length === 0 ? [] : [{ ...threat, on }];
    })
    .sort(byPlace);
}

/** Assembles the register. Comments are never hidden, only marked as orphaned. */
export function assembleRegister(
  read: ReadRegister,
  shown: Shown,
): { readonly register: Register; readonly issues: readonly ModelIssue[] } {
  const manual = assembleManual(read.manual, shown);
  const isThreatShown = threatsShown(shown, manual);
  const { trees, issues } = assembleTrees(read.trees, read.treeNodes, read.treeEdges);
  const register: Register = {
    manual,
    controls: live(read.controls).sort(byId),
    applied: [...read.applied]
      .filter(({ element }) => shown.has(element))
      .sort((a, b) => compareText(a.control, b.control) || compareText(a.element, b.element)),
    mitigations: [...read.mitigations]
      .filter(({ threat }) => isThreatShown(threat))
      .sort((a, b) => compareText(a.threat, b.threat) || compareText(a.control, b.control)),
    standing: live(read.standing)
      .filter(({ scope }) => scope === 'model' || scope.startsWith('tag:') || shown.has(scope))
      .sort(byId),
    records: assembleRecords(
      live(read.records),
      new Set([...shown, ...live(read.controls).map(({ id }) => id)]),
      isThreatShown,
    ),
    trees,
    comments: assembleThreads(read.comments, read.threadStates, { shown, isThreatShown }),
    decisionLog: [...read.decisionLog].sort((a, b) => a.at - b.at || compareText(a.id, b.id)),
  };
  return { register, issues };
}

/** Targets that are dead are left out of `about`: `shown` are those on the board and the controls of the room. What cannot be told from a pack's control stays. */
function assembleRecords(
  records: readonly TeamRecord[],
  shown: Shown,
  isThreatShown: (threat: string) => boolean,
): readonly TeamRecord[] {
  const own = new Set(records.map(({ id }) => id));
  // Ids made in a room have at least 12 characters, ids of a pack never look like that.
  const isThere = (id: string): boolean =>
    id.includes('~') ? isThreatShown(id) : shown.has(id) || own.has(id) || id.length < 12 || id.includes(':');
  return records
    .map((record) => {
      const about = record.about.filter(isThere);
      return about.length === record.about.length ? record : { ...record, about };
    })
    .sort(byPlace);
}

interface Targets {
  readonly shown: Shown;
  readonly isThreatShown: (threat: string) => boolean;
}

/** Threads by id. Clocks differ, so a reply never comes before the message that opened the thread. */
export function assembleThreads(
  comments: ReadRegister['comments'],
  states: ReadRegister['threadStates'],
  { shown, isThreatShown }: Targets,
): readonly CommentThread[] {
  const threads = new Map<string, StoredComment[]>();
  for (const comment of comments) {
    const thread = threads.get(comment.thread);
    if (thread === undefined) threads.set(comment.thread, [comment]);
    else thread.push(comment);
  }
  return [...threads]
    .map(([id, stored]) => {
      const opening = stored.find(({ message }) => message.id === id);
      const begin = opening?.message.at ?? Number.NEGATIVE_INFINITY;
      const anchor = opening?.anchor ?? null;
      const messages = stored
        .map(({ message }) => (message.at < begin ? { ...message, at: begin } : message))
        .sort(
          (a, b) =>
            Number(b.id === id) - Number(a.id === id) || a.at - b.at || compareText(a.author, b.author) || byId(a, b),
        );
      const isThere =
        anchor?.kind === 'point'
          ? anchor.diagram === undefined || shown.has(anchor.diagram)
          : anchor?.kind === 'threat'
            ? isThreatShown(anchor.id)
            : anchor !== null && shown.has(anchor.id);
      const state = states.get(id) ?? { state: 'open' as const, stateBy: null };
      return { id, anchor, ...state, orphaned: !isThere, messages };
    })
    .sort(byId);
}

const live = <Item>(items: Iterable<ReadItem<Item>>): Item[] =>
  [...items].flatMap(({ item, deleted }) => (deleted ? [] : [item]));
const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareText(a.id, b.id);
const byPlace = (
  a: { readonly id: string; readonly z: string },
  b: { readonly id: string; readonly z: string },
): number => compareText(a.z, b.z) || compareText(a.id, b.id);

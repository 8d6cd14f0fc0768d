/** What hangs on an element: children, members, references, flows, and decisions, links and comments of other people. */

import { appliedPair, manualOf, readComment, readMitigation, subjectsOf } from '@strideboard/model';
import { threatOf } from './read-decisions.ts';
import { lastWriter, plainAt, type Roots, recordAt, sortedKeys } from './roots.ts';
import type { Write } from './writes.ts';

/** What counts as hanging on something. */
interface DependantsOptions {
  /** Whether a Yjs client id is one of this replica's: one's own decisions do not count. */
  readonly isMine?: (client: number | null) => boolean;
  /** Writes that are about to be made: what hangs on something is asked as of after them. */
  readonly pending?: readonly Write[];
}

/** Names of what hangs on each of the ids: ids of live elements and flows, and `decision|threatId`. */
export function dependantsOf(
  roots: Roots,
  ids: ReadonlySet<string>,
  { isMine = () => false, pending = [] }: DependantsOptions = {},
): ReadonlyMap<string, ReadonlySet<string>> {
  const changes = new Map<string | null, Record<string, unknown>>();
  for (const { root, id, key, after } of pending) {
    if (root === 'nodes' || root === 'edges') changes.set(id, { ...changes.get(id), [key]: after });
  }
  const soonAt = (root: Roots['nodes'], id: string): Readonly<Record<string, unknown>> | null => {
    const record = recordAt(root, id);
    const change = changes.get(id);
    return record === null || change === undefined ? record : { ...record, ...change };
  };
  const found = new Map<string, Set<string>>();
  const note = (on: unknown, dependant: string): void => {
    if (typeof on !== 'string' || !ids.has(on) || on === dependant) return;
    const list = found.get(on);
    if (list === undefined) found.set(on, new Set([dependant]));
    else list.add(dependant);
  };
  for (const id of sortedKeys(roots.nodes)) {
    const record = soonAt(roots.nodes, id);
    if (record === null || (record['del'] ?? null) !== null) continue;
    const at = record['at'];
    if (Array.isArray(at)) note(at[0], id);
    note(record['of'], id);
    for (const [key, value] of Object.entries(record)) if (value === 1 && key.startsWith('in.')) note(key.slice(3), id);
  }
  for (const id of sortedKeys(roots.edges)) {
    const record = soonAt(roots.edges, id);
    const ends = record?.['ends'];
    if (record === null || (record['del'] ?? null) !== null || !Array.isArray(ends)) continue;
    for (const end of ends) note(end, id);
  }
  for (const key of sortedKeys(roots.decisions)) {
    const threat = threatOf(key);
    if (threat === null || plainAt(roots.decisions, key) === null || isMine(lastWriter(roots.decisions, key))) continue;
    for (const subject of subjectsOfAny(threat)) note(subject, `decision|${threat}`);
  }
  noteRegister(roots, note);
  noteLinks(roots, note, isMine);
  return found;
}

/** What a threat hangs on: its elements and flows, or the hand-written threat it is. */
function subjectsOfAny(threat: string): readonly string[] {
  const own = manualOf(threat);
  return own === null ? subjectsOf(threat) : [own];
}

type Note = (on: unknown, dependant: string) => void;

/** What of the register hangs on something. */
function noteRegister(roots: Roots, note: Note): void {
  const live = (root: Roots['nodes'], read: (id: string, record: Readonly<Record<string, unknown>>) => void): void => {
    for (const id of sortedKeys(root)) {
      const record = recordAt(root, id);
      if (record !== null && (record['del'] ?? null) === null) read(id, record);
    }
  };
  const flagged = (record: Readonly<Record<string, unknown>>, prefix: string): readonly string[] =>
    Object.keys(record).flatMap((key) =>
      key.startsWith(prefix) && record[key] === 1 ? [key.slice(prefix.length)] : [],
    );
  live(roots.nodes, (id, record) => note(record['dia'], id));
  live(roots.manual, (id, record) => {
    for (const target of flagged(record, 'on.')) note(target, id);
  });
  live(roots.records, (id, record) => {
    for (const target of flagged(record, 'about.')) note(target.startsWith('manual~') ? manualOf(target) : target, id);
    note(record['replaces'], id);
  });
  live(roots.standing, (id, record) => note(record['scope'], id));
  live(roots.diagrams, (id, record) => note(record['details'], id));
  live(roots.treeNodes, (id, record) => note(record['tree'], id));
  live(roots.treeEdges, (id, record) => {
    for (const end of Array.isArray(record['ends']) ? record['ends'] : []) note(end, id);
    for (const control of flagged(record, 'ctl.')) note(control, id);
  });
}

/** Single keys that link things, and comments: those of other people hang on what they name. */
function noteLinks(roots: Roots, note: Note, isMine: (client: number | null) => boolean): void {
  const others = (root: Roots['nodes']): readonly string[] =>
    sortedKeys(root).filter((key) => plainAt(root, key) !== null && !isMine(lastWriter(root, key)));
  for (const key of others(roots.applied)) {
    const pair = appliedPair(key);
    if (pair === null || plainAt(roots.applied, `${pair.control}|${pair.element}|on`) !== 1) continue;
    note(pair.element, `applied|${key}`);
    note(pair.control, `applied|${key}`);
  }
  for (const key of others(roots.mitigates)) {
    const link = readMitigation(key, plainAt(roots.mitigates, key));
    if (link === null) continue;
    note(link.control, `mitigates|${key}`);
    for (const subject of subjectsOfAny(link.threat)) note(subject, `mitigates|${key}`);
  }
  for (const key of others(roots.comments)) {
    const comment = readComment(key, plainAt(roots.comments, key));
    const anchor = comment?.anchor ?? null;
    if (comment === null || comment.message.gone || anchor === null || anchor.kind === 'point') continue;
    for (const subject of anchor.kind === 'threat' ? subjectsOfAny(anchor.id) : [anchor.id])
      note(subject, `comment|${key}`);
  }
}

/** What hangs on an element: children, members, references, flows, and decisions of other people. */

import { subjectsOf } from '@strideboard/model';
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
    for (const subject of subjectsOf(threat)) note(subject, `decision|${threat}`);
  }
  return found;
}

/** What hangs on an element: children, members, references, flows, and decisions of other people. */

import { subjectsOf, threatOf } from './read-decisions.ts';
import { lastWriter, plainAt, type Roots, recordAt, sortedKeys } from './roots.ts';

/** Names of what hangs on each of the ids: ids of live elements and flows, and `decision|threatId`. */
export function dependantsOf(
  roots: Roots,
  ids: ReadonlySet<string>,
  isMine: (client: number | null) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const note = (on: unknown, dependant: string): void => {
    if (typeof on !== 'string' || !ids.has(on) || on === dependant) return;
    const list = found.get(on);
    if (list === undefined) found.set(on, new Set([dependant]));
    else list.add(dependant);
  };
  for (const id of sortedKeys(roots.nodes)) {
    const record = recordAt(roots.nodes, id);
    if (record === null || (record['del'] ?? null) !== null) continue;
    const at = record['at'];
    if (Array.isArray(at)) note(at[0], id);
    note(record['of'], id);
    for (const [key, value] of Object.entries(record)) if (value === 1 && key.startsWith('in.')) note(key.slice(3), id);
  }
  for (const id of sortedKeys(roots.edges)) {
    const record = recordAt(roots.edges, id);
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

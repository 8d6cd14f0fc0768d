/**
 * Works out what undo or redo of one gesture may write. Only my own work is taken back: a key is written only while it still has the value
 * my gesture gave it and nobody else wrote it since; something I brought in is hidden only while nobody else has used or changed it;
 * an element does not go back into a parent that is by now inside it, nor a flow to an end that is gone. So the keys are settled first:
 * a boundary that took elements in may go when all of them leave it in the same step, and stays when somebody else keeps one there.
 */

import { APPLIED_FIELDS } from '@strideboard/model';
import { dependantsOf } from './dependants.ts';
import type { KeyPart, Part, ShownPart } from './entry.ts';
import { equalValues, isSettable } from './equality.ts';
import { type Roots, recordAt, textAt } from './roots.ts';
import { currentValue, notesKey, type Write, writerOf } from './writes.ts';

/** What to take back and in which direction. */
export interface ReversalRequest {
  readonly roots: Roots;
  readonly parts: readonly Part[];
  readonly direction: 'undo' | 'redo';
  /** Whether a Yjs client id is one of this replica's. */
  readonly isMine: (client: number | null) => boolean;
  /** A fresh `del` tuple. */
  readonly tuple: readonly unknown[];
}

/** What may be written, the parts as they stand for the opposite direction, and what others' work kept as it is. */
export interface Reversal {
  readonly writes: readonly Write[];
  readonly applied: readonly Part[];
  /** The key that somebody else changed, or the shown thing somebody else uses. */
  readonly skipped: readonly Part[];
}

/** Plans an undo or redo; writes nothing. */
export function planReversal(request: ReversalRequest): Reversal {
  const steps = request.parts.map((part) => ({ part, write: part.kind === 'key' ? keyWrite(request, part) : null }));
  const shown = request.parts.filter((part) => part.kind === 'shown');
  const planned = steps.flatMap(({ write }) => write ?? []);
  const returning = request.direction === 'redo' ? showable(request, shown) : new Set<ShownPart>();
  const coming = new Set([...returning].map(({ id }) => id));
  const harmful = new Set([...cycleMakers(request.roots, planned), ...deadEnds(request.roots, planned, coming)]);
  const pending = planned.filter((write) => !harmful.has(write));
  const reversible = request.direction === 'undo' ? hideable(request, shown, pending) : returning;
  const writes: Write[] = [];
  const applied: Part[] = [];
  const skipped: Part[] = [];
  for (const { part, write } of steps) {
    if (part.kind === 'shown') {
      if (!reversible.has(part)) skipped.push(part);
      else if (request.direction === 'redo') {
        writes.push({ root: part.root, id: part.id, key: 'del', after: null });
        applied.push(part.created ? { ...part, hiddenBy: null } : part);
      } else {
        const hiddenBy = part.hiddenBy ?? request.tuple;
        writes.push({ root: part.root, id: part.id, key: 'del', after: hiddenBy });
        applied.push({ ...part, hiddenBy });
      }
    } else if (isAside(part)) continue;
    else if (write === null || harmful.has(write)) skipped.push(part);
    else {
      writes.push(write);
      applied.push(part);
    }
  }
  for (const { part, write } of steps) {
    if (part.kind !== 'key' || !isAside(part) || write === null || skipped.length > 0) continue;
    writes.push(write);
    applied.push(part);
  }
  return { writes, applied, skipped };
}

/** What a gesture wrote besides what it was about: it goes when all the rest goes, and nobody needs to hear that it stays. */
const isAside = ({ root, key }: KeyPart): boolean => root === 'meta' && key === 'created';

function keyWrite({ roots, direction, isMine }: ReversalRequest, part: KeyPart): Write | null {
  const [expected, after] = direction === 'undo' ? [part.after, part.before] : [part.before, part.after];
  const { root, id, key } = part;
  if (!isMine(writerOf(roots, part)) || !equalValues(currentValue(roots, part), expected)) return null;
  if (!isSettable(after)) return null;
  if ((after ?? null) === null && isFilledInByOthers(roots, part, isMine)) return null;
  return { root, id, key, after: after ?? null };
}

const LINK_END = '|on';

/** An applied control that somebody else has filled in since stays: what they wrote would go with it. */
function isFilledInByOthers(roots: Roots, { root, key }: KeyPart, isMine: ReversalRequest['isMine']): boolean {
  if (root !== 'applied' || !key.endsWith(LINK_END)) return false;
  return APPLIED_FIELDS.some((field) => {
    const at = { root, id: null, key: `${key.slice(0, -LINK_END.length)}|${field}` };
    return field !== 'on' && currentValue(roots, at) !== null && !isMine(writerOf(roots, at));
  });
}

/** What may be hidden: untouched by others, and nothing that stays hangs on it once the pending writes are made. */
function hideable(
  request: ReversalRequest,
  shown: readonly ShownPart[],
  pending: readonly Write[],
): ReadonlySet<ShownPart> {
  const candidates = new Map(shown.filter((part) => isUntouched(request, part)).map((part) => [part.id, part]));
  if (candidates.size === 0) return new Set();
  const hanging = dependantsOf(request.roots, new Set(candidates.keys()), { isMine: request.isMine, pending });
  const isUsed = (part: ShownPart): boolean =>
    [...(hanging.get(part.id) ?? [])].some((id) => !candidates.has(id) && !part.dependants.has(id));
  for (let settled = false; !settled; ) {
    settled = true;
    for (const part of [...candidates.values()]) {
      if (!isUsed(part)) continue;
      candidates.delete(part.id);
      settled = false;
    }
  }
  return new Set(candidates.values());
}

function isUntouched({ roots, isMine }: ReversalRequest, part: ShownPart): boolean {
  const current = recordAt(roots[part.root], part.id);
  if (current === null || (current['del'] ?? null) !== null) return false;
  const hider = writerOf(roots, { root: part.root, id: part.id, key: 'del' });
  if (hider !== null && !isMine(hider)) return false;
  const keys = new Set([...Object.keys(part.record), ...Object.keys(current)]);
  keys.delete('del');
  for (const key of keys) {
    if (!equalValues(own(part.record, key), own(current, key))) return false;
    if (part.created && !isMine(writerOf(roots, { root: part.root, id: part.id, key }))) return false;
  }
  const text = textAt(roots.text, notesKey(part.id));
  if (text === null || text.toJSON() === part.notes) return true;
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && !isMine(item.id.client)) return false;
  }
  return true;
}

const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : null;

function showable({ roots, isMine }: ReversalRequest, shown: readonly ShownPart[]): ReadonlySet<ShownPart> {
  return new Set(
    shown.filter((part) => {
      const at = { root: part.root, id: part.id, key: 'del' };
      return (
        isMine(writerOf(roots, at)) && part.hiddenBy !== null && equalValues(currentValue(roots, at), part.hiddenBy)
      );
    }),
  );
}

/** Writes of `at` that would put an element inside itself, given all the other writes. */
function cycleMakers(roots: Roots, writes: readonly Write[]): ReadonlySet<Write> {
  const places = new Map(
    writes.filter(({ root, key }) => root === 'nodes' && key === 'at').map((write) => [write.id, write]),
  );
  const found = new Set<Write>();
  const parentOf = (id: string): unknown => {
    const at = places.get(id)?.after ?? currentValue(roots, { root: 'nodes', id, key: 'at' });
    return Array.isArray(at) ? at[0] : null;
  };
  for (const [start, write] of [...places]) {
    if (start === null) continue;
    const visited = new Set<string>();
    for (let at = parentOf(start); typeof at === 'string' && !visited.has(at); at = parentOf(at)) visited.add(at);
    if (!visited.has(start)) continue;
    found.add(write);
    places.delete(start);
  }
  return found;
}

/** Writes of `ends` that would hide a shown flow because an end is gone. */
function deadEnds(roots: Roots, writes: readonly Write[], coming: ReadonlySet<string>): readonly Write[] {
  const isGone = (id: unknown): boolean =>
    typeof id !== 'string' ||
    recordAt(roots.nodes, id) === null ||
    (!coming.has(id) && currentValue(roots, { root: 'nodes', id, key: 'del' }) !== null);
  return writes.filter(
    ({ root, key, after }) => root === 'edges' && key === 'ends' && Array.isArray(after) && after.some(isGone),
  );
}

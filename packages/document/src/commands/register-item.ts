/**
 * Adding, editing and deleting the nested things of the register, all by the same rules: fields are checked against what readers accept, a
 * new thing is created complete under a random id, an edit writes only what differs, a deletion is soft.
 */

import { isRoomId } from '@strideboard/model';
import { LIMITS, type RootName } from '@strideboard/wire';
import { accept, type CommandProblemCode, type CommandResult, type Gesture, refuse, type Verb } from '../gesture.ts';
import { orderAbove, unique } from '../placing.ts';
import { recordAt, sortedKeys } from '../roots.ts';
import type { NestedRoot } from '../writes.ts';

/** Stored keys a field's value stands for, or why it cannot be stored. `current` is the record as it is. */
export type FieldRule = (
  value: unknown,
  current: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>> | CommandProblemCode;

/** One kind of thing: where it is kept and what its fields mean. */
export interface ItemKind {
  readonly root: NestedRoot;
  readonly fields: Readonly<Record<string, FieldRule>>;
  /** Fields that a new one must have. */
  readonly required: readonly string[];
  /** Whether it has a long text in root `text`. */
  readonly hasText: boolean;
  /** Whether it has a place in an order. */
  readonly hasOrder: boolean;
  /** Whether it keeps who made it. */
  readonly isSigned: boolean;
}

/** A text of limited length under one key. */
export const textField =
  (key: string, limit: number = LIMITS.text): FieldRule =>
  (value) =>
    typeof value !== 'string' ? 'value-unreadable' : value.length > limit ? 'text-too-long' : { [key]: value || null };

/** One of a list of words under one key. */
export const wordField =
  (key: string, words: readonly string[]): FieldRule =>
  (value) =>
    typeof value === 'string' && words.includes(value) ? { [key]: value } : 'value-unreadable';

/** An id made in a room, or `null`. */
export const idField =
  (key: string): FieldRule =>
  (value) =>
    value === null || isRoomId(value) ? { [key]: value } : 'value-unreadable';

/** A list of texts under one key. */
export const listField =
  (key: string, isItem: (item: unknown) => boolean, limit = 500): FieldRule =>
  (value) =>
    Array.isArray(value) && value.length <= limit && value.every(isItem)
      ? { [key]: value.length === 0 ? null : value }
      : 'value-unreadable';

/** Ids as one key each, `<prefix>.<id>` → 1, so that two people adding two of them both succeed. */
export const idsField =
  (prefix: string, limit = 500): FieldRule =>
  (value, current) => {
    if (!Array.isArray(value) || value.length > limit) return 'value-unreadable';
    const ids: readonly unknown[] = value;
    const keys: Record<string, unknown> = {};
    for (const key of Object.keys(current)) if (key.startsWith(`${prefix}.`)) keys[key] = null;
    for (const id of ids) {
      if (typeof id !== 'string' || id === '' || id.length > 200 || id.includes('|')) return 'value-unreadable';
      keys[`${prefix}.${id}`] = 1;
    }
    return keys;
  };

/** A verb that adds a thing from its fields; gives its id. `text` is its long text. */
export function adding<Fields extends object>(name: string, kind: ItemKind): Verb<Fields> {
  return { name, undoable: true, root: kind.root, plan: (gesture, fields) => planNew(gesture, kind, fields) };
}

/** Plans a new thing; gives its id. */
export function planNew(gesture: Gesture, kind: ItemKind, fields: object): CommandResult {
  const given = { ...fields };
  const missing = kind.required.filter((field) => !Object.hasOwn(given, field) || Reflect.get(given, field) === '');
  if (missing.length > 0) return refuse('nothing-given', missing);
  const planned = keysOf(kind, given, {});
  if (!planned.ok) return planned.refusal;
  const body: unknown = Reflect.get(given, 'text') ?? '';
  if (typeof body !== 'string' || (body !== '' && !kind.hasText)) return refuse('value-unreadable');
  if (body.length > LIMITS.longText) return refuse('text-too-long');
  const id = gesture.newId();
  const order = kind.hasOrder ? { z: orderAbove(ordersOf(gesture, kind.root)) } : {};
  const signed = kind.isSigned ? { by: gesture.stamp } : {};
  gesture.create({
    root: kind.root,
    id,
    record: { ...planned.keys, ...order, ...signed },
    notes: kind.hasText ? body : null,
  });
  return accept([id]);
}

/** A verb that changes fields of a thing. */
export function editing<Fields extends object>(name: string, kind: ItemKind): Verb<{ readonly id: string } & Fields> {
  return {
    name,
    undoable: true,
    root: kind.root,
    plan(gesture, { id, ...fields }) {
      const current = liveRecord(gesture, kind.root, id);
      if (current === null) return refuse('unknown-id', [id]);
      if (Object.keys(fields).length === 0) return refuse('nothing-given', [id]);
      const planned = keysOf(kind, fields, current);
      if (!planned.ok) return planned.refusal;
      for (const [key, value] of Object.entries(planned.keys)) gesture.put(kind.root, id, key, value);
      return accept([id]);
    },
  };
}

/** A verb that deletes things of one kind softly. */
export function deleting(name: string, root: NestedRoot): Verb<{ readonly ids: readonly string[] }> {
  return {
    name,
    undoable: true,
    root,
    plan(gesture, { ids }) {
      if (ids.length === 0) return refuse('nothing-given');
      const unknown = ids.filter((id) => liveRecord(gesture, root, id) === null);
      if (unknown.length > 0) return refuse('unknown-id', unknown);
      for (const id of unique(ids)) gesture.put(root, id, 'del', [...gesture.stamp, gesture.id]);
      return accept(unique(ids));
    },
  };
}

/** The record of a thing that is not deleted, or `null`. */
export function liveRecord(gesture: Gesture, root: NestedRoot, id: string): Readonly<Record<string, unknown>> | null {
  const record = isRoomId(id) ? recordAt(gesture.roots[root], id) : null;
  return record === null || (record['del'] ?? null) !== null ? null : record;
}

/** Order keys of the live things of a root. */
function ordersOf(gesture: Gesture, root: RootName & NestedRoot): readonly string[] {
  return sortedKeys(gesture.roots[root]).flatMap((id) => {
    const z = liveRecord(gesture, root, id)?.['z'];
    return typeof z === 'string' ? [z] : [];
  });
}

type PlannedKeys =
  | { readonly ok: true; readonly keys: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly refusal: CommandResult };

function keysOf(kind: ItemKind, fields: object, current: Readonly<Record<string, unknown>>): PlannedKeys {
  const keys: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
    // Object.entries of an object types its values as any
    if (field === 'text' && kind.hasText && Object.keys(current).length === 0) continue;
    const rule = Object.hasOwn(kind.fields, field) ? kind.fields[field] : undefined;
    const found = rule === undefined ? 'value-unreadable' : rule(value, current);
    if (typeof found === 'string') return { ok: false, refusal: refuse(found, [field]) };
    Object.assign(keys, found);
  }
  return { ok: true, keys };
}

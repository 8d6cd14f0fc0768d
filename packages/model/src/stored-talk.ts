/** The stored shape of what people say and did: comments, thread states and the log of decisions. One reader per flat key; none throws. */

import { DECISION_FIELDS } from './decision.ts';
import { COORDINATE_LIMIT } from './geometry.ts';
import { isRoomId } from './ids.ts';
import type { CommentAnchor, CommentMessage, CommentThread, DecisionLogEntry } from './register.ts';
import {
  ID_LIMIT,
  isNumber,
  LIST_LIMIT,
  isScalar,
  ownValue,
  readStamp,
  splitKey,
  STRING_LIMIT,
  type StoredRecord,
  text,
  tuple,
} from './stored-values.ts';

/** A message as stored: which thread it belongs to and, for an opening one, what that is pinned to. */
export interface StoredComment {
  readonly thread: string;
  readonly anchor: CommentAnchor | null;
  readonly message: CommentMessage;
}

const asRecord = (value: unknown): StoredRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : null;

/** Reads one comment stored under `principal|messageId`; `null` when it is none. */
export function readComment(key: string, value: unknown): StoredComment | null {
  const [principal, id] = splitKey(key) ?? ['', ''];
  const record = asRecord(value);
  if (record === null || !isRoomId(id)) return null;
  const get = (name: string): unknown => ownValue(record, name);
  const thread = get('thread');
  const as = get('as');
  const author = typeof as === 'string' && as !== '' ? as.slice(0, 100) : principal;
  const gone = get('gone') === 1 || get('gone') === true;
  const at = get('at');
  const edited = get('edited');
  return {
    thread: isRoomId(thread) ? thread : id,
    anchor: readAnchor(get('anchor')),
    message: {
      id,
      author,
      via: author === principal ? null : principal,
      body: gone ? '' : text(get('body'), STRING_LIMIT),
      at: isNumber(at) ? at : 0,
      edited: isNumber(edited) ? edited : null,
      gone,
    },
  };
}

/** The stored value of a comment under the key of `principal`; the author is named in it when he is somebody else. */
export function writeComment(
  { thread, anchor, message }: StoredComment,
  principal: string,
): readonly [string, StoredRecord] {
  const { id, author, body, at, edited, gone } = message;
  const value = {
    thread,
    ...(anchor === null ? {} : { anchor: writeAnchor(anchor) }),
    body,
    at,
    ...(edited === null ? {} : { edited }),
    ...(gone ? { gone: 1 } : {}),
    ...(author === principal ? {} : { as: author }),
  };
  return [`${principal}|${id}`, value];
}

function readAnchor(value: unknown): CommentAnchor | null {
  const [kind, first, second, diagram] = tuple(value);
  if (kind === 'point') {
    const isPlace = isNumber(first) && isNumber(second);
    const isNear = isPlace && Math.abs(first) < COORDINATE_LIMIT && Math.abs(second) < COORDINATE_LIMIT;
    if (!isNear) return null;
    const point = { kind, x: Math.round(first) + 0, y: Math.round(second) + 0 } as const;
    return isRoomId(diagram) ? { ...point, diagram } : point;
  }
  if ((kind === 'node' || kind === 'edge') && isRoomId(first)) return { kind, id: first };
  return kind === 'threat' && typeof first === 'string' && first !== '' && first.length <= ID_LIMIT
    ? { kind, id: first }
    : null;
}

function writeAnchor(anchor: CommentAnchor): readonly unknown[] {
  if (anchor.kind !== 'point') return [anchor.kind, anchor.id];
  const { x, y, diagram } = anchor;
  return diagram === undefined ? ['point', x, y] : ['point', x, y, diagram];
}

/** The state of a thread, `[open|resolved, by, at]`; anything else reads as open. */
export function readThreadState(value: unknown): Pick<CommentThread, 'state' | 'stateBy'> {
  const [state, ...stamp] = tuple(value);
  return state === 'resolved' || state === 'open'
    ? { state, stateBy: readStamp(stamp) }
    : { state: 'open', stateBy: null };
}

/** Reads one entry `principal|entryId` → `[threatId, field, before, after, at, cause, by?]`; `null` when it is none. */
export function readLogEntry(key: string, value: unknown): DecisionLogEntry | null {
  const [principal, id] = splitKey(key) ?? ['', ''];
  const [threat, field, before, after, at, cause, by] = tuple(value);
  const known = field === 'state' || field === 'answer' ? field : DECISION_FIELDS.find((name) => name === field);
  if (!isRoomId(id) || known === undefined || typeof threat !== 'string' || threat === '') return null;
  const author = typeof by === 'string' && by !== '' ? by.slice(0, 100) : principal;
  return {
    id,
    by: author,
    via: author === principal ? null : principal,
    threat: threat.slice(0, ID_LIMIT),
    field: known,
    before: plainList(before),
    after: plainList(after),
    at: isNumber(at) ? at : 0,
    cause: text(cause, 64),
  };
}

/** Scalars and short lists of them as they are, which is all that decisions hold; anything else as `null`. */
function plainList(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, LIST_LIMIT).map((item) => (isScalar(item) ? item : null));
  return isScalar(value) ? value : null;
}

/** The stored entry under the key of `principal`; who made the change is named in it when that is somebody else. */
export function writeLogEntry(entry: DecisionLogEntry, principal: string): readonly [string, readonly unknown[]] {
  const { id, by, threat, field, before, after, at, cause } = entry;
  const value = [threat, field, before, after, at, cause];
  return [`${principal}|${id}`, by === principal ? value : [...value, by]];
}

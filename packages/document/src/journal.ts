/**
 * Making gestures again on another copy of the document. Yjs cannot take an operation back, so after a refused write, or when the document
 * was replaced, a fresh copy is opened and what the server has not stored is made again: gesture by gesture, everything or nothing, never
 * over what others have written since.
 */

import * as Y from 'yjs';
import { isRootName, LIMITS, type RootName } from '@strideboard/wire';
import type { BoardDocument } from './board-document.ts';
import { joinPeople } from './commands/join-people.ts';
import { equalValues, storable } from './equality.ts';
import type { LoggedGesture, LoggedWrite } from './gesture-log.ts';
import { storableRecord } from './gesture-parts.ts';
import type { History } from './history.ts';
import { nestedAt, openRoots, type Roots, textAt } from './roots.ts';
import { applyChange, fingerprintOf, type TextChange } from './text-change.ts';
import {
  type Author,
  applyCreations,
  applyWrites,
  type Creation,
  currentValue,
  notesKey,
  refusedKeys,
  type TopKey,
  topKeyOf,
} from './writes.ts';

/**
 * Why something was not made again: a gesture with `role` or `locked` keys, or with a value that is none (`unreadable`), is left out as a
 * whole, and so is every one on a `read-only` board; what is `gone` or was `changed` by others meanwhile stays as it is, and the rest of the
 * gesture is made.
 */
export type ReplayReason = 'role' | 'locked' | 'read-only' | 'gone' | 'changed' | 'unreadable';

/** A gesture, or the part of one, that was not made again. */
export interface SkippedGesture {
  readonly gesture: LoggedGesture;
  readonly reason: ReplayReason;
  /** Ids, or flat keys, that it is about. */
  readonly parts: readonly string[];
}

/** What a replay did. */
export interface ReplayOutcome {
  /** Ids of gestures that are in the document now, wholly or but for the parts named in `skipped`. */
  readonly applied: readonly string[];
  readonly skipped: readonly SkippedGesture[];
}

/** Where to replay and for whom. */
export interface ReplayOptions {
  readonly document: BoardDocument;
  readonly history: History;
  readonly author: () => Author;
}

/** Makes gestures again in their order, one transaction each. They are logged anew, as nobody has stored them yet; undo does not reach them. */
export function replayGestures(
  { document, history, author }: ReplayOptions,
  gestures: readonly LoggedGesture[],
): ReplayOutcome {
  const roots = openRoots(document.doc);
  const applied: string[] = [];
  const skipped: SkippedGesture[] = [];
  const mine = valuesOf(gestures);
  const lostTexts = new Set<string>();
  document.flush();
  for (const gesture of gestures) {
    // Each life of a board says by itself who is here.
    if (gesture.name.command === joinPeople.name) {
      applied.push(gesture.id);
      continue;
    }
    if (document.readOnly()) {
      skipped.push({ gesture, reason: 'read-only', parts: partsOf(gesture) });
      continue;
    }
    const unreadable = unreadableParts(gesture);
    if (unreadable.length > 0) {
      skipped.push({ gesture, reason: 'unreadable', parts: unreadable });
      continue;
    }
    const refused = refusedKeys(roots, author(), topKeysOf(gesture));
    if (refused.byRole.length > 0 || refused.byLock.length > 0) {
      const [reason, parts] =
        refused.byRole.length > 0 ? (['role', refused.byRole] as const) : (['locked', refused.byLock] as const);
      skipped.push({ gesture, reason, parts });
      continue;
    }
    const isThere = isStored(document.doc, gesture);
    const { creations, writes, gone, changed } = isThere ? NOTHING : planReplay(roots, gesture, mine);
    const texts = isThere ? NO_TEXTS : planTexts(roots, gesture, lostTexts);
    // A text that somebody changed is named once, not once a keystroke.
    if (texts.isLostAlready && creations.length + writes.length + gone.length + changed.length === 0) continue;
    if (texts.lost.length > 0) skipped.push({ gesture, reason: 'changed', parts: texts.lost });
    if (gone.length > 0) skipped.push({ gesture, reason: 'gone', parts: gone });
    if (changed.length > 0) skipped.push({ gesture, reason: 'changed', parts: changed });
    applied.push(gesture.id);
    if (creations.length + writes.length + texts.made.length === 0) continue;
    const made = texts.made.map(({ change }) => change);
    history.log.append({ ...gesture, from: positionOf(document.doc), creations, writes, texts: made });
    document.doc.transact(() => {
      applyCreations(roots, creations);
      applyWrites(roots, writes);
      for (const { shared, change } of texts.made) applyChange(shared, change);
    }, REPLAY);
    document.flush();
  }
  return { applied, skipped };
}

/** Origin of transactions that make gestures again. */
const REPLAY = 'journal';

interface ReplayPlan {
  readonly creations: readonly Creation[];
  readonly writes: readonly LoggedWrite[];
  readonly gone: readonly string[];
  readonly changed: readonly string[];
}

/** Whether this lineage of the document has the gesture already: the server had stored it before the line was cut. */
function isStored(doc: Y.Doc, { from }: LoggedGesture): boolean {
  return from !== undefined && Y.getState(doc.store, from[0]) > from[1];
}

const positionOf = (doc: Y.Doc): readonly [number, number] => [doc.clientID, Y.getState(doc.store, doc.clientID)];

interface TextPlan {
  readonly made: readonly { readonly shared: Y.Text; readonly change: TextChange }[];
  /** Ids whose text is another one now: named for the first time. */
  readonly lost: readonly string[];
  /** The gesture does nothing but change texts that have been named before. */
  readonly isLostAlready: boolean;
}

const NO_TEXTS: TextPlan = { made: [], lost: [], isLostAlready: false };

/** A change is made on the very text it was made on before. What was typed after one that could not be made is not made either. */
function planTexts(roots: Roots, { texts = [] }: LoggedGesture, lostTexts: Set<string>): TextPlan {
  const made: { shared: Y.Text; change: TextChange }[] = [];
  const lost: string[] = [];
  for (const change of texts) {
    if (lostTexts.has(change.key)) continue;
    const shared = textAt(roots.text, change.key);
    const current = shared === null ? null : fingerprintOf(shared.toJSON());
    if (current === change.after) continue;
    if (shared !== null && current === change.before) made.push({ shared, change });
    else {
      lostTexts.add(change.key);
      lost.push(subjectOfText(change.key));
    }
  }
  return {
    made,
    lost,
    isLostAlready: texts.length > 0 && made.length + lost.length === 0 && texts.every(({ key }) => lostTexts.has(key)),
  };
}

const subjectOfText = (key: string): string => key.slice(0, key.indexOf('|'));

const NOTHING: ReplayPlan = { creations: [], writes: [], gone: [], changed: [] };

/**
 * What is there already counts as made. A key that still has the value from before, or none because what it belongs to is being created
 * again, gets its value; a key with any other value was written by somebody since and keeps it.
 */
function planReplay(roots: Roots, { creations, writes }: LoggedGesture, mine: OwnValues): ReplayPlan {
  const fresh = creations.filter(({ root, id }) => roots[root]?.has(id) === false);
  // A gesture is stored whole or not at all, and ids are made once: what created this has been stored, whatever others made of it since.
  if (creations.length > 0 && fresh.length === 0) return NOTHING;
  const coming = new Set(fresh.map(({ root, id }) => `${root}|${id}`));
  const gone = new Set<string>();
  const changed = new Set<string>();
  const made = writes.filter((write) => {
    const { root, id, before, after } = write;
    const isThere = id === null || coming.has(`${root}|${id}`) || nestedAt(roots[root], id) !== null;
    if (!isThere) gone.add(id);
    if (!isThere) return false;
    const current = coming.has(`${root}|${id ?? ''}`) ? before : currentValue(roots, write);
    if (equalValues(current, after)) return false;
    if (equalValues(current, before)) return true;
    // A later gesture of this journal has been stored already.
    if (mine.get(keyOf(write))?.some((value) => equalValues(value, current)) === true) return false;
    changed.add(id ?? write.key);
    return false;
  });
  // The log of decisions says what happened: a change that was not made is not in it.
  const notMade = new Set(
    writes.filter((write) => write.root === 'decisions' && changed.has(write.key)).map(logSubject),
  );
  const told = made.filter((write) => write.root !== 'decisionLog' || !notMade.has(logSubject(write)));
  return { creations: fresh, writes: told, gone: [...gone], changed: [...changed] };
}

/** Which field of which decision a write changes, or says that it changed: `threatId|field`. */
function logSubject({ root, key, after }: LoggedWrite): string {
  if (root !== 'decisionLog') return key;
  return Array.isArray(after) ? `${String(after[0])}|${String(after[1])}` : '';
}

/** What a damaged or forged store may hold that the document cannot. */
function unreadableParts({ creations, writes }: LoggedGesture): readonly string[] {
  return [
    ...creations.filter(({ record }) => storableRecord(record) === null).map(({ id }) => id),
    ...writes.filter(({ after }) => storable(after) === undefined).map(({ id, key }) => id ?? key),
  ];
}

/** What the journal's gestures gave to each key. */
type OwnValues = ReadonlyMap<string, readonly unknown[]>;

function valuesOf(gestures: readonly LoggedGesture[]): OwnValues {
  const values = new Map<string, unknown[]>();
  for (const write of gestures.flatMap(({ writes }) => writes)) {
    const known = values.get(keyOf(write));
    if (known === undefined) values.set(keyOf(write), [write.after]);
    else known.push(write.after);
  }
  return values;
}

const keyOf = ({ root, id, key }: LoggedWrite): string => JSON.stringify([root, id, key]);

function topKeysOf({ creations, writes, texts = [] }: LoggedGesture): readonly TopKey[] {
  return [
    ...texts.map(({ key }): TopKey => ({ root: 'text', key })),
    ...writes.map(topKeyOf),
    ...creations.flatMap(({ root, id, notes }): TopKey[] => [
      { root, key: id },
      ...(notes === null ? [] : [{ root: 'text' as const, key: notesKey(id) }]),
    ]),
  ];
}

const partsOf = ({ creations, writes, texts = [] }: LoggedGesture): readonly string[] => [
  ...new Set([
    ...creations.map(({ id }) => id),
    ...writes.map(({ id, key }) => id ?? key),
    ...texts.map(({ key }) => subjectOfText(key)),
  ]),
];

/** Whether a value from a browser's store is a gesture that can be replayed; anything else in there is passed over. */
export function isLoggedGesture(value: unknown): value is LoggedGesture {
  if (typeof value !== 'object' || value === null) return false;
  const get = (from: object, key: string): unknown => (Object.hasOwn(from, key) ? Reflect.get(from, key) : undefined);
  const [creations, writes, name] = [get(value, 'creations'), get(value, 'writes'), get(value, 'name')];
  const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= LIMITS.text;
  return (
    isText(get(value, 'id')) &&
    typeof get(value, 'at') === 'number' &&
    typeof name === 'object' &&
    name !== null &&
    isText(get(name, 'command')) &&
    typeof get(name, 'count') === 'number' &&
    isPosition(get(value, 'from')) &&
    Array.isArray(creations) &&
    creations.every(
      (creation: unknown) =>
        typeof creation === 'object' &&
        creation !== null &&
        isRoot(get(creation, 'root')) &&
        isText(get(creation, 'id')) &&
        typeof get(creation, 'record') === 'object' &&
        get(creation, 'record') !== null &&
        ['string', 'object'].includes(typeof get(creation, 'notes')),
    ) &&
    Array.isArray(writes) &&
    writes.every(
      (write: unknown) =>
        typeof write === 'object' &&
        write !== null &&
        isRoot(get(write, 'root')) &&
        (get(write, 'id') === null || isText(get(write, 'id'))) &&
        isText(get(write, 'key')),
    ) &&
    (get(value, 'texts') === undefined || isTextChanges(get(value, 'texts')))
  );
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;

const isTextChanges = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((change: unknown) => {
    if (typeof change !== 'object' || change === null) return false;
    const { key, at, removed, inserted, before, after } = change as Readonly<Record<string, unknown>>; // every field is checked here
    return (
      [key, before, after].every((text) => typeof text === 'string' && text.length <= LIMITS.text) &&
      typeof inserted === 'string' &&
      inserted.length <= LIMITS.longText &&
      isCount(at) &&
      isCount(removed)
    );
  });

const isPosition = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger));

const isRoot = (value: unknown): value is RootName => typeof value === 'string' && isRootName(value);

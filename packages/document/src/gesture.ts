/**
 * One gesture in the making: a verb reads the board, plans its writes here, and either all of them become one transaction with one history
 * entry, or none. Nothing is written while planning.
 */

import {
  absoluteBoxes,
  type Box,
  type Element,
  type ElementId,
  type Flow,
  indexModel,
  isClosedBoundary,
  type Model,
  type ModelIndex,
  type ReadElement,
  readElement,
  type Workshop,
} from '@strideboard/model';
import { accessTo, LIMITS, type RootName } from '@strideboard/wire';
import type * as Y from 'yjs';
import type { BoardDocument } from './board-document.ts';
import { type CommandResult, refuse } from './command-result.ts';
import type { GestureContext, Part } from './entry.ts';
import { equalValues, storable, wellFormed } from './equality.ts';
import { byteLength, restoredParts, storableRecord } from './gesture-parts.ts';
import type { LoggedWrite } from './gesture-log.ts';
import type { History } from './history.ts';
import { type Roots, recordAt, sortedKeys } from './roots.ts';
import { applyChange, type TextChange } from './text-change.ts';
import {
  type Author,
  applyCreations,
  applyWrites,
  type Creation,
  currentValue,
  type NestedRoot,
  notesKey,
  refusedKeys,
  type TopKey,
  topKeyOf,
  type Write,
} from './writes.ts';

export { accept, type CommandProblem, type CommandProblemCode, type CommandResult, refuse } from './command-result.ts';

/** A verb: its permanent name, whether it can be undone, where it writes, and how its arguments become planned writes. */
export interface Verb<Arguments> {
  readonly name: string;
  readonly undoable: boolean;
  /** The root it writes first of all; who may write nothing there is refused before anything else. */
  readonly root: RootName;
  plan(gesture: Gesture, args: Arguments): CommandResult;
}

/** What a verb sees of the board and how it plans. Reads show the board before the gesture. */
export interface Gesture {
  readonly model: Model;
  readonly workshop: Workshop;
  readonly index: ModelIndex;
  readonly author: Author;
  /** When the gesture happens, ms since 1970 UTC. */
  readonly at: number;
  /** Random id of the gesture, part of its `del` tuple. */
  readonly id: string;
  /** `[principal, at]` */
  readonly stamp: readonly [string, number];
  newId(): string;
  element(id: string): Element | undefined;
  flow(id: string): Flow | undefined;
  /** Absolute box of a shown element, canvas px. */
  box(id: ElementId): Box;
  /** Whether a parent may be used: `null` or a shown closed boundary. */
  isParent(id: ElementId | null): boolean;
  /** An element as stored, dead or alive, before it is fitted into the model. */
  stored(id: string): ReadElement | null;
  /** Ids of all stored elements, dead ones included. */
  storedIds(): readonly string[];
  /** A stored value; `null` when absent. */
  value(root: RootName, id: string | null, key: string): unknown;
  /** Whether anything is or was stored under the key of a root. */
  exists(root: RootName, key: string): boolean;
  roots: Roots;
  /** Plans a write; the last one to a key counts. Text is made well-formed; what is not plain JSON is refused by {@link commit}. */
  put(root: RootName, id: string | null, key: string, value: unknown): void;
  /** Plans a complete new element, flow or diagram. */
  create(creation: Creation): void;
  /** Plans to show something deleted again. */
  restore(root: NestedRoot, id: string): void;
  /** Plans something that is not a plain value, to be done in the same transaction. Neither undoable nor made again from a journal. */
  also(effect: () => void, key: TopKey): void;
  /** Plans a change of a long text, to be done in the same transaction. Not in the board's history. */
  changeText(shared: Y.Text, change: TextChange): void;
}

/** Where gestures happen. */
export interface GesturePlace extends GestureContext {
  readonly document: BoardDocument;
  readonly history: History;
  readonly roots: Roots;
}

/** Runs one verb: plans, checks role, locks and sizes, writes everything or nothing, remembers the gesture. */
export function perform<Arguments>(place: GesturePlace, verb: Verb<Arguments>, args: Arguments): CommandResult {
  const { document, history, roots } = place;
  document.flush();
  if (document.readOnly()) return refuse('read-only');
  if (accessTo(verb.root, place.author().role) === 'none') return refuse('role', [verb.root]);
  const plan = createPlan();
  const gesture = createGesture(place, plan);
  const result = verb.plan(gesture, args);
  if (!result.ok) return result;
  keepDiagrams(gesture, plan);
  if (verb.undoable && plan.creations.length > 0) sayWhoBegan(gesture);

  const writes: LoggedWrite[] = [];
  const parts: Part[] = [];
  const shown = new Set([...plan.creations.map(({ id }) => id), ...plan.restored.map(({ id }) => id)]);
  for (const write of plan.writes.values()) {
    const after = storable(write.after);
    if (after === undefined || byteLength(JSON.stringify(after)) > LIMITS.valueBytes)
      return refuse('value-unreadable', [write.id ?? write.key]);
    if (byteLength(write.key) > LIMITS.mapKeyBytes) return refuse('text-too-long', [write.id ?? write.key]);
    const before = currentValue(roots, write);
    if (equalValues(before, after)) continue;
    writes.push({ ...write, before, after });
    if (isUndoable(write)) parts.push({ kind: 'key', root: write.root, id: write.id, key: write.key, before, after });
  }
  const creations: Creation[] = [];
  for (const creation of plan.creations) {
    const record = storableRecord(creation.record);
    if (record === null) return refuse('value-unreadable', [creation.id]);
    if (gesture.exists(creation.root, creation.id)) return refuse('id-taken', [creation.id]);
    const notes = creation.notes === null ? null : wellFormed(creation.notes);
    creations.push({ ...creation, record, notes });
    parts.push({
      kind: 'shown',
      root: creation.root,
      id: creation.id,
      record,
      notes: notes ?? '',
      created: true,
      dependants: new Set(),
      hiddenBy: null,
    });
  }
  if (plan.restored.length > 0) parts.push(...restoredParts(roots, plan.restored));
  for (const { root, id } of plan.restored) {
    writes.push({ root, id, key: 'del', before: currentValue(roots, { root, id, key: 'del' }), after: null });
  }

  if (writes.length + creations.length + plan.effects.length + plan.texts.length === 0) return result;
  const texts = plan.texts.map(({ change }) => change);
  const topKeys = [
    ...writes.map(topKeyOf),
    ...creations.flatMap(({ root, id, notes }): TopKey[] => [
      { root, key: id },
      ...(notes === null ? [] : [{ root: 'text' as const, key: notesKey(id) }]),
    ]),
    ...plan.effects.map(({ key }) => key),
    ...texts.map(({ key }): TopKey => ({ root: 'text', key })),
  ];
  const refused = refusedKeys(roots, gesture.author, topKeys);
  if (refused.byRole.length > 0) return refuse('role', refused.byRole);
  if (refused.byLock.length > 0) return refuse('locked', refused.byLock);

  const count = shown.size > 0 ? shown.size : result.ids.length;
  const name = { command: verb.name, count };
  const logged = { id: gesture.id, name, at: gesture.at, creations, writes };
  history.log.append(texts.length === 0 ? logged : { ...logged, texts });
  document.doc.transact(() => {
    applyCreations(roots, creations);
    applyWrites(roots, writes);
    for (const { effect } of plan.effects) effect();
    for (const { shared, change } of plan.texts) applyChange(shared, change);
  }, history);
  if (verb.undoable && parts.length > 0) {
    const { author, now, randomId } = place;
    history.record({ name, parts, context: { author, now, randomId } });
  }
  return result;
}

/** The first content says who began the model and when, unless that is known. */
function sayWhoBegan(gesture: Gesture): void {
  const { elements, diagrams } = gesture.model;
  if (elements.length + diagrams.length > 0 || gesture.value('meta', null, 'created') !== null) return;
  gesture.put('meta', null, 'created', gesture.stamp);
}

/** What comes to the top of the canvas stays on the diagram it is shown on, whatever its own record says. */
function keepDiagrams(gesture: Gesture, plan: Plan): void {
  for (const { root, id, key, after } of [...plan.writes.values()]) {
    if (root !== 'nodes' || key !== 'at' || id === null || !Array.isArray(after) || after[0] !== null) continue;
    const element = gesture.element(id);
    const shown = element?.diagram ?? gesture.model.diagrams[0]?.id ?? null;
    if (element === undefined || shown === null || plan.writes.has(JSON.stringify([root, id, 'dia']))) continue;
    gesture.put('nodes', id, 'dia', shown);
  }
}

interface Plan {
  readonly writes: Map<string, Write>;
  readonly creations: Creation[];
  readonly restored: { readonly root: NestedRoot; readonly id: string }[];
  readonly effects: { readonly effect: () => void; readonly key: TopKey }[];
  readonly texts: { readonly shared: Y.Text; readonly change: TextChange }[];
}

const createPlan = (): Plan => ({ writes: new Map(), creations: [], restored: [], effects: [], texts: [] });

/** The log is a record of what happened, names are their people's, and talk, votes, settings and locks change by themselves only. */
const NEVER_UNDONE: ReadonlySet<RootName> = new Set([
  'decisionLog',
  'people',
  'comments',
  'threadState',
  'cards',
  'votes',
  'workshop',
  'settings',
  'locks',
]);

const isUndoable = ({ root }: Write): boolean => !NEVER_UNDONE.has(root);

function createGesture({ document, roots, author, now, randomId }: GesturePlace, plan: Plan): Gesture {
  const model = document.model();
  const index = indexModel(model);
  const writer = author();
  const at = now();
  let boxes: ReadonlyMap<ElementId, Box> | null = null;
  const gesture: Gesture = {
    model,
    workshop: document.workshop(),
    index,
    author: writer,
    at,
    id: randomId(),
    stamp: [writer.principal, at],
    newId: randomId,
    roots,
    element: (id) => index.elements.get(id as ElementId), // looked up, so a wrong id finds nothing
    flow: (id) => index.flows.get(id as Flow['id']), // looked up, so a wrong id finds nothing
    box(id) {
      boxes ??= absoluteBoxes(model.elements);
      return boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    },
    isParent(id) {
      if (id === null) return true;
      const parent = index.elements.get(id);
      return parent !== undefined && isClosedBoundary(parent);
    },
    stored(id) {
      const record = recordAt(roots.nodes, id);
      return record === null ? null : readElement(id, record);
    },
    storedIds: () => sortedKeys(roots.nodes),
    value: (root, id, key) => currentValue(roots, { root, id, key }),
    exists: (root, key) => roots[root]?._map.has(key) ?? false,
    put(root, id, key, value) {
      plan.writes.set(JSON.stringify([root, id, key]), { root, id, key, after: value });
    },
    create: (creation) => plan.creations.push(creation),
    restore: (root, id) => plan.restored.push({ root, id }),
    also: (effect, key) => plan.effects.push({ effect, key }),
    changeText: (shared, change) => plan.texts.push({ shared, change }),
  };
  return gesture;
}

/** Verbs about records of the team (assumptions, exclusions, decisions, goals, questions) and attack trees. */

import {
  RECORD_KINDS,
  RECORD_STATES,
  type RecordKind,
  type RecordState,
  TREE_NODE_KINDS,
  type TreeNodeKind,
} from '@strideboard/model';
import { LIMITS } from '@strideboard/wire';
import { accept, type CommandProblemCode, type Gesture, refuse, type Verb } from '../gesture.ts';
import { coordinate, unique } from '../placing.ts';
import {
  adding,
  deleting,
  editing,
  type FieldRule,
  idField,
  idsField,
  type ItemKind,
  listField,
  liveRecord,
  planNew,
  textField,
  wordField,
} from './register-item.ts';

/** Fields of a record. */
export interface RecordFields {
  readonly title?: string;
  readonly state?: RecordState;
  readonly about?: readonly string[];
  readonly owner?: string;
  readonly due?: string;
  /** Who settled its state and when, `[principal, at]`, or `null`; said by the verb where only the state is given. */
  readonly agreed?: readonly [string, number] | null;
}

/** A new record: its kind and title, and what it takes the place of. */
export interface NewRecord extends RecordFields {
  readonly kind: RecordKind;
  readonly title: string;
  readonly replaces?: string;
  readonly text?: string;
}

const stamp: FieldRule = (value) => {
  if (value === null) return { agreed: null };
  const tuple: readonly unknown[] = Array.isArray(value) ? value : [];
  const [by, at] = tuple;
  return typeof by === 'string' && typeof at === 'number' && Number.isFinite(at)
    ? { agreed: [by, at] }
    : 'value-unreadable';
};

const statesOf = (kind: unknown): readonly string[] => {
  const known = RECORD_KINDS.find((name) => name === kind);
  return known === undefined ? [] : RECORD_STATES[known];
};

const record: ItemKind = {
  root: 'records',
  fields: {
    kind: wordField('kind', RECORD_KINDS),
    title: textField('title', LIMITS.label),
    state: (value, current) =>
      typeof value === 'string' && (current['kind'] === undefined || statesOf(current['kind']).includes(value))
        ? { state: value }
        : 'value-unreadable',
    about: idsField('about'),
    owner: textField('owner'),
    due: textField('due', 64),
    agreed: stamp,
    replaces: idField('replaces'),
  },
  required: ['kind', 'title'],
  hasText: true,
  hasOrder: true,
  isSigned: true,
};

/** Adds a record. One that replaces another marks that one as superseded in the same gesture, where its kind has that state. */
const addRecord: Verb<NewRecord> = {
  name: 'addRecord',
  undoable: true,
  root: 'records',
  plan(gesture, fields) {
    const { kind, state, replaces } = fields;
    const states = statesOf(kind);
    if (states.length === 0 || (state !== undefined && !states.includes(state))) return refuse('value-unreadable');
    const old = replaces === undefined ? null : liveRecord(gesture, 'records', replaces);
    if (replaces !== undefined && old === null) return refuse('unknown-id', [replaces]);
    const added = planNew(gesture, record, { state: states[0], ...settled(gesture, kind, fields), ...fields });
    if (added.ok && replaces !== undefined && statesOf(old?.['kind']).includes('superseded'))
      gesture.put('records', replaces, 'state', 'superseded');
    return added;
  },
};

/** Who settled a record and when comes with its state; a record back in its first state is settled by nobody. */
function settled(gesture: Gesture, kind: unknown, { state, agreed }: RecordFields): RecordFields {
  if (state === undefined || agreed !== undefined) return {};
  return { agreed: state === statesOf(kind)[0] ? null : gesture.stamp };
}

const editFields = editing<RecordFields>('editRecord', record);

/** Changes fields of a record. A state that it already has is not settled anew. */
const editRecord: typeof editFields = {
  ...editFields,
  plan(gesture, fields) {
    const current = liveRecord(gesture, 'records', fields.id);
    const isSame = current === null || current['state'] === fields.state;
    return editFields.plan(gesture, isSame ? fields : { ...fields, ...settled(gesture, current['kind'], fields) });
  },
};

/** Fields of an attack tree. `assumptions` are record ids. */
export interface TreeFields {
  readonly title?: string;
  readonly assumptions?: readonly string[];
}

const tree: ItemKind = {
  root: 'trees',
  fields: {
    title: textField('title', LIMITS.label),
    assumptions: listField('assumptions', (item) => typeof item === 'string' && item.length <= 64),
  },
  required: ['title'],
  hasText: false,
  hasOrder: true,
  isSigned: false,
};

/** Fields of a node of an attack tree; `at` in px. */
export interface TreeNodeFields {
  readonly kind?: TreeNodeKind;
  readonly label?: string;
  readonly rule?: string;
  readonly to?: string | null;
  readonly at?: readonly [number, number];
}

const place: FieldRule = (value): Readonly<Record<string, unknown>> | CommandProblemCode => {
  const tuple: readonly unknown[] = Array.isArray(value) ? value : [];
  const [x, y] = tuple;
  const at = [x, y].map((part) => (typeof part === 'number' ? coordinate(part) : null));
  return at.includes(null) ? 'out-of-range' : { at };
};

const treeNode: ItemKind = {
  root: 'treeNodes',
  fields: {
    tree: idField('tree'),
    kind: wordField('kind', TREE_NODE_KINDS),
    label: textField('label', LIMITS.label),
    rule: textField('rule', 200),
    to: idField('to'),
    at: place,
  },
  required: ['tree', 'kind', 'at'],
  hasText: false,
  hasOrder: false,
  isSigned: false,
};

/** Adds a node to a live tree. */
const addTreeNode: Verb<
  { readonly tree: string; readonly kind: TreeNodeKind; readonly at: readonly [number, number] } & TreeNodeFields
> = {
  name: 'addTreeNode',
  undoable: true,
  root: 'treeNodes',
  plan(gesture, fields) {
    if (liveRecord(gesture, 'trees', fields.tree) === null) return refuse('unknown-id', [fields.tree]);
    return planNew(gesture, treeNode, fields);
  },
};

/** Arguments of {@link connectTree}; `controls` cut the edge. */
export interface ConnectTreeArguments {
  readonly tree: string;
  readonly parent: string;
  readonly child: string;
  readonly controls?: readonly string[];
}

/** Joins two nodes of one tree. What would close a cycle as the tree is shown is refused. */
const connectTree: Verb<ConnectTreeArguments> = {
  name: 'connectTree',
  undoable: true,
  root: 'treeEdges',
  plan(gesture, { tree: id, parent, child, controls = [] }) {
    const shown = gesture.model.trees.find((found) => found.id === id);
    const missing = [parent, child].filter((end) => !shown?.nodes.some((node) => node.id === end));
    if (shown === undefined || missing.length > 0) return refuse('unknown-id', shown === undefined ? [id] : missing);
    const below = new Map<string, string[]>();
    for (const edge of shown.edges) below.set(edge.parent, [...(below.get(edge.parent) ?? []), edge.child]);
    const reached = new Set<string>();
    const stack = [child];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (at === parent) return refuse('inside-itself', [parent, child]);
      if (reached.has(at)) continue;
      reached.add(at);
      stack.push(...(below.get(at) ?? []));
    }
    const cuts = idsField('ctl')(controls, {});
    if (typeof cuts === 'string') return refuse(cuts, [...controls]);
    const edge = gesture.newId();
    gesture.create({ root: 'treeEdges', id: edge, notes: null, record: { tree: id, ends: [parent, child], ...cuts } });
    return accept([edge]);
  },
};

/** Deletes trees, or nodes with their edges, or edges. */
const deleteTreePart: Verb<{ readonly ids: readonly string[] }> = {
  name: 'deleteTreePart',
  undoable: true,
  root: 'treeNodes',
  plan(gesture, { ids }) {
    if (ids.length === 0) return refuse('nothing-given');
    const going: string[] = [];
    for (const id of unique(ids)) {
      const root = (['trees', 'treeNodes', 'treeEdges'] as const).find(
        (name) => liveRecord(gesture, name, id) !== null,
      );
      if (root === undefined) return refuse('unknown-id', [id]);
      const edges = gesture.model.trees.flatMap((found) =>
        found.edges.filter(({ parent, child }) => root === 'treeNodes' && (parent === id || child === id)),
      );
      const tuple = [...gesture.stamp, gesture.id];
      gesture.put(root, id, 'del', tuple);
      for (const edge of edges) gesture.put('treeEdges', edge.id, 'del', tuple);
      going.push(id, ...edges.map((edge) => edge.id));
    }
    return accept(unique(going));
  },
};

/** By the name they are called with. */
export const recordVerbs = Object.freeze({
  addRecord,
  editRecord,
  deleteRecord: deleting('deleteRecord', 'records'),
  addTree: adding<TreeFields & { readonly title: string }>('addTree', tree),
  editTree: editing<TreeFields>('editTree', tree),
  addTreeNode,
  editTreeNode: editing<TreeNodeFields>('editTreeNode', treeNode),
  connectTree,
  deleteTreePart,
});

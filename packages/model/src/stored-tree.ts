/** The stored shape of attack trees: trees, their nodes and their edges. Reading checks every value and never throws. */

import { isRoomId } from './ids.ts';
import { type AttackTree, TREE_NODE_KINDS, type TreeEdge, type TreeNode } from './register.ts';
import type { ReadItem } from './stored-register.ts';
import {
  coordinate,
  flaggedIds,
  ID_LIMIT,
  LABEL_LIMIT,
  orderKey,
  ownValue,
  type StoredRecord,
  text,
  textList,
  tuple,
} from './stored-values.ts';

/** A tree as stored, without the nodes and edges that name it. */
export type TreeFrame = Omit<AttackTree, 'nodes' | 'edges'>;
/** A node or edge with the tree it names. */
export interface TreePart<Part> extends ReadItem<Part> {
  readonly tree: string;
}

const isDeleted = (record: StoredRecord): boolean => ownValue(record, 'del') !== null;

/** Reads a tree. */
export function readTree(id: string, record: StoredRecord): ReadItem<TreeFrame> {
  const get = (key: string): unknown => ownValue(record, key);
  const item = {
    id,
    title: text(get('title'), LABEL_LIMIT),
    assumptions: textList(get('assumptions')),
    z: orderKey(get('z')),
  };
  return { item, deleted: isDeleted(record) };
}

/** The stored record of a tree. */
export const writeTree = ({ title, assumptions, z }: TreeFrame): Record<string, unknown> => ({
  title,
  ...(assumptions.length > 0 ? { assumptions: [...assumptions] } : {}),
  z,
});

/** Reads a node; `null` when it names no tree. An unknown kind reads as a note, which changes no logic. */
export function readTreeNode(id: string, record: StoredRecord): TreePart<TreeNode> | null {
  const get = (key: string): unknown => ownValue(record, key);
  const [tree, to] = [get('tree'), get('to')];
  if (!isRoomId(tree)) return null;
  const [x, y] = tuple(get('at'));
  const item = {
    id,
    kind: TREE_NODE_KINDS.find((known) => known === get('kind')) ?? 'note',
    label: text(get('label'), LABEL_LIMIT),
    rule: text(get('rule'), ID_LIMIT),
    to: isRoomId(to) ? to : null,
    x: coordinate(x) ?? 0,
    y: coordinate(y) ?? 0,
  };
  return { item, tree, deleted: isDeleted(record) };
}

/** The stored record of a node. */
export const writeTreeNode = (tree: string, { kind, label, rule, to, x, y }: TreeNode): Record<string, unknown> => ({
  tree,
  kind,
  ...(label === '' ? {} : { label }),
  ...(rule === '' ? {} : { rule }),
  ...(to === null ? {} : { to }),
  at: [x, y],
});

/** Reads an edge; `null` when it names no tree or no two ends. */
export function readTreeEdge(id: string, record: StoredRecord): TreePart<TreeEdge> | null {
  const tree = ownValue(record, 'tree');
  const [parent, child] = tuple(ownValue(record, 'ends'));
  if (!isRoomId(tree) || !isRoomId(parent) || !isRoomId(child)) return null;
  return { item: { id, parent, child, controls: flaggedIds(record, 'ctl') }, tree, deleted: isDeleted(record) };
}

/** The stored record of an edge. */
export const writeTreeEdge = (tree: string, { parent, child, controls }: TreeEdge): Record<string, unknown> => ({
  tree,
  ends: [parent, child],
  ...Object.fromEntries(controls.map((control) => [`ctl.${control}`, 1])),
});

/**
 * The attack trees of a pack: how an attacker gets to a goal, as a graph of steps. Like rules, trees are data; the engine lights their leaves
 * by the threats of any diagram. Loaded when trees are asked for.
 */

import * as v from 'valibot';
import { list, listOrEmpty, packItemId, reference, text } from './schema-parts.ts';

/** What a step can be. `ref` stands for a sub-tree, `goals` is the top of a tree with several goals; a note and what is out of scope are no steps. */
const TREE_ITEM_KINDS = ['goals', 'and', 'or', 'leaf', 'note', 'outOfScope', 'ref'] as const;
/** One of those kinds. */
export type TreeItemKind = (typeof TREE_ITEM_KINDS)[number];

/** One step with the steps below it. Ids are unique within a pack. */
export interface TreeItem {
  readonly id: string;
  readonly kind: TreeItemKind;
  /** What the attacker does or needs; a `ref` has the text of its sub-tree. */
  readonly text?: string;
  /** Id of the sub-tree that a `ref` stands for. */
  readonly ref?: string;
  /** Below `goals`: something the attacker is after. */
  readonly goal?: boolean;
  /** False: an alternative or a combination whose steps are not written out. It counts as one step. */
  readonly expanded?: boolean;
  /** Rules whose open threats say that this step can be taken on a board. */
  readonly rules?: readonly string[];
  /** Whether one of the rules is enough (`any`, the default) or the step needs what all of them find. */
  readonly match?: 'any' | 'all';
  /** Controls on the way to the step above: each of them, in place, cuts this way. */
  readonly controls?: readonly string[];
  readonly children?: readonly TreeItem[];
}

const itemEntries = {
  id: packItemId,
  text: v.exactOptional(text),
  goal: v.exactOptional(v.boolean()),
  expanded: v.exactOptional(v.boolean()),
  rules: v.exactOptional(list(packItemId)),
  match: v.exactOptional(v.picklist(['any', 'all'])),
  controls: v.exactOptional(list(packItemId)),
};

const treeItemSchema: v.GenericSchema<unknown, TreeItem> = v.pipe(
  v.strictObject({
    ...itemEntries,
    kind: v.picklist(TREE_ITEM_KINDS),
    ref: v.exactOptional(packItemId),
    children: v.exactOptional(v.pipe(v.array(v.lazy(() => treeItemSchema)), v.readonly())),
  }),
  v.readonly(),
);

const rootEntries = {
  ...itemEntries,
  children: list(treeItemSchema),
};

/** A part that several trees share: they refer to it by its id. */
export const subtreeSchema = v.pipe(v.strictObject({ ...rootEntries, kind: v.picklist(['and', 'or']) }), v.readonly());

/** One attack tree. */
export const attackTreeSchema = v.pipe(
  v.strictObject({
    ...rootEntries,
    kind: v.picklist(['goals', 'and', 'or']),
    /** The goal. */
    text,
    /** What the tree takes for given. */
    assumptions: listOrEmpty(text),
    references: listOrEmpty(reference),
    /** How many ways lead to the goal; a tree that has another number is refused. */
    expectedPaths: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  v.readonly(),
);

/** See {@link subtreeSchema}. */
export type Subtree = v.InferOutput<typeof subtreeSchema>;
/** See {@link attackTreeSchema}. */
export type PackTree = v.InferOutput<typeof attackTreeSchema>;
/** The trees of a pack as they are shipped. */
export interface TreePart {
  readonly trees: readonly PackTree[];
  readonly subtrees: readonly Subtree[];
}

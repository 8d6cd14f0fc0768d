/** Attack trees as nested lists: goals, ways, steps, and the controls that cut a way. Shared parts are told once. */

import type { AttackTree, TreeEdge } from '@strideboard/model';
import type { TreeResult } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { describeTree, type TreeNames } from '../../trees/describe-tree.ts';
import { anchorOf } from '../anchors.ts';
import { facts, list, paragraph } from '../blocks.ts';
import { isOpenRow, type ReportContext } from '../report-context.ts';
import type { Block, Entry, Item, Section } from '../report-document.ts';

/** How deep a tree is told; deeper parts are named as such. */
const DEPTH_LIMIT = 12;

/** Builds the section. */
export function treesSection(context: ReportContext): Section {
  const { report } = context.words;
  const { trees } = context.input.model;
  const held = context.input.trees ?? [];
  const blocks = held.length > 0 ? heldBlocks(held, context) : trees.map((tree) => treeEntry(tree, context));
  return {
    id: 'trees',
    title: report.sections.trees,
    blocks: blocks.length === 0 ? [paragraph(report.trees.none, 'quiet')] : blocks,
  };
}

/** Trees that light up and the model's own are told in full, of the others how many ways they have. */
function heldBlocks(held: readonly TreeResult[], context: ReportContext): readonly Block[] {
  const { trees } = context.words;
  const isTold = ({ origin, leaves }: TreeResult): boolean => origin === 'room' || leaves.lit + leaves.accepted > 0;
  const dark = held.filter((tree) => !isTold(tree)).map((tree) => describeTree(tree, namesOf(context)));
  return [
    paragraph(trees.report.intro, 'quiet'),
    ...held.filter(isTold).map((tree) => heldEntry(tree, context)),
    ...(dark.length === 0
      ? []
      : [paragraph(trees.report.dark), list(dark.map(({ title, counts }) => `${title}${trees.spoken.join}${counts}`))]),
  ];
}

const namesOf = ({ words, input: { language }, controlName }: ReportContext): TreeNames => ({
  words: words.trees,
  language,
  controlName,
});

function heldEntry(tree: TreeResult, context: ReportContext): Entry {
  const { trees } = context.words;
  const { title, counts, assumptions, easiest, outline, drawing } = describeTree(tree, namesOf(context));
  return {
    kind: 'entry',
    id: anchorOf('tree', tree.id),
    title,
    severity: null,
    blocks: [
      paragraph(counts),
      facts([
        [trees.assumptions, assumptions.map((text) => [text])],
        [trees.report.easiest, easiest.map((steps) => [steps.join(trees.report.plus)])],
      ]),
      {
        kind: 'tree',
        id: anchorOf('figure', tree.id),
        title,
        region: say(context.words.report.trees.region, { title }),
        tree: drawing,
      },
      { kind: 'list', items: outline.map(({ text, level }): Item => ({ text: [text], level })) },
    ],
  };
}

function treeEntry(tree: AttackTree, context: ReportContext): Entry {
  const children = new Map<string, TreeEdge[]>();
  for (const edge of tree.edges) children.set(edge.parent, [...(children.get(edge.parent) ?? []), edge]);
  const below = new Set(tree.edges.map(({ child }) => child));
  const tops = tree.nodes.filter(({ id }) => !below.has(id));
  const told = new Set<string>();
  const items = tops.flatMap(({ id }) => itemsOf(id, { tree, children, told, controls: [], level: 0 }, context));
  const title = tree.title || context.words.report.untitled;
  return { kind: 'entry', id: anchorOf('tree', tree.id), title, severity: null, blocks: [{ kind: 'list', items }] };
}

interface Walk {
  readonly tree: AttackTree;
  readonly children: ReadonlyMap<string, readonly TreeEdge[]>;
  /** Nodes whose lower part has been told already. */
  readonly told: Set<string>;
  readonly controls: readonly string[];
  readonly level: number;
}

function itemsOf(id: string, walk: Walk, context: ReportContext): readonly Item[] {
  const { tree, children, told, controls, level } = walk;
  const { trees, comma } = context.words.report;
  const node = tree.nodes.find((each) => each.id === id);
  if (node === undefined) return [];
  const kind = trees.kinds[node.kind];
  const text =
    node.rule === ''
      ? say(trees.node, { kind, label: node.label })
      : say(trees.rule, { kind, label: node.label, rule: node.rule });
  const cut =
    controls.length === 0 ? text : say(trees.cut, { text, controls: controls.map(context.controlName).join(comma) });
  const edges = children.get(id) ?? [];
  const found =
    node.rule === ''
      ? 0
      : context.rows.filter((row) => row.threat?.finding.rule === node.rule && isOpenRow(row)).length;
  const note = found === 0 ? [] : [{ kind: 'strong' as const, text: say(trees.found, { count: found }) }];
  const item: Item = { text: [cut, ...note], level };
  if (edges.length === 0) return [item];
  if (told.has(id) || level >= DEPTH_LIMIT) {
    return [item, { text: [{ kind: 'quiet', text: trees.deeper }], level: level + 1 }];
  }
  told.add(id);
  return [
    item,
    ...edges.flatMap((edge) => itemsOf(edge.child, { ...walk, controls: edge.controls, level: level + 1 }, context)),
  ];
}

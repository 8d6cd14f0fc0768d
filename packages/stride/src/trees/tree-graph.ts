/** Attack trees of packs and of the model as one kind of graph: steps an attacker takes, with the controls on the way to the step above. */

import type { AttackTree, Model, TreeNode } from '@strideboard/model';
import type { PackTree, Reference, Subtree, TreeItem, TreePart } from '@strideboard/packs';

/** `goals`: several things to be after. A note and what is out of scope are no steps. */
export type StepKind = 'goals' | 'and' | 'or' | 'leaf' | 'note' | 'outOfScope';

/** The way from one step down to another. */
interface GraphEdge {
  readonly child: string;
  /** Each of them, in place, cuts it. */
  readonly controls: readonly string[];
}

/** One step. */
export interface GraphNode {
  readonly id: string;
  readonly kind: StepKind;
  readonly label: string;
  readonly isGoal: boolean;
  /** False where the source leaves out how; it counts as one step. */
  readonly isWrittenOut: boolean;
  readonly rules: readonly string[];
  /** Whether one rule lights it or all of them together. */
  readonly match: 'any' | 'all';
  readonly edges: readonly GraphEdge[];
}

/** An attack tree without circles; what several steps share stands in it once. */
export interface TreeGraph {
  readonly id: string;
  readonly title: string;
  /** `pack`, or `room` for one of the model's own. */
  readonly origin: 'pack' | 'room';
  /** As sentences. */
  readonly assumptions: readonly string[];
  readonly references: readonly Reference[];
  readonly root: string;
  /** Only what the root leads to, each step after all steps below it. */
  readonly nodes: ReadonlyMap<string, GraphNode>;
}

/** Whether an attacker takes it. */
export const isStep = ({ kind }: Pick<GraphNode, 'kind'>): boolean => kind !== 'note' && kind !== 'outOfScope';

/** The trees of packs. */
export function packGraphs({ trees, subtrees }: TreePart): readonly TreeGraph[] {
  const shared = new Map<string, GraphNode>();
  for (const subtree of subtrees) addItems(subtree, shared);
  return trees.map((tree: PackTree): TreeGraph => {
    const own = new Map<string, GraphNode>();
    addItems(tree, own);
    return {
      id: tree.id,
      title: tree.text,
      origin: 'pack',
      assumptions: tree.assumptions,
      references: tree.references,
      root: tree.id,
      nodes: downFrom(tree.id, (id) => own.get(id) ?? shared.get(id)),
    };
  });
}

function addItems(root: PackTree | Subtree, nodes: Map<string, GraphNode>): void {
  const waiting: TreeItem[] = [root];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const { id, kind, children = [] } = item;
    if (kind === 'ref') continue;
    nodes.set(id, {
      id,
      kind,
      label: item.text ?? '',
      isGoal: item.goal === true,
      isWrittenOut: item.expanded !== false,
      rules: item.rules ?? [],
      match: item.match ?? 'any',
      edges: children.map((child) => ({ child: child.ref ?? child.id, controls: child.controls ?? [] })),
    });
    waiting.push(...children);
  }
}

/** The model's own trees. A reference may lead into another tree. */
export function roomGraphs({ trees, records }: Pick<Model, 'trees' | 'records'>): readonly TreeGraph[] {
  const stored = new Map(trees.flatMap(({ nodes }) => nodes.map((node) => [node.id, node] as const)));
  const resolve = (id: string): string => {
    const passed = new Set<string>();
    let at = stored.get(id);
    while (at?.kind === 'ref' && at.to !== null && stored.has(at.to) && !passed.has(at.id)) {
      passed.add(at.id);
      at = stored.get(at.to);
    }
    return at?.id ?? id;
  };
  const edges = new Map<string, GraphEdge[]>();
  for (const { parent, child, controls } of trees.flatMap((tree) => tree.edges)) {
    const list = edges.get(parent) ?? [];
    list.push({ child: resolve(child), controls });
    edges.set(parent, list);
  }
  const nodeOf = (id: string): GraphNode | undefined => {
    const node = stored.get(id);
    return node === undefined ? undefined : roomNode(node, edges.get(id) ?? []);
  };
  const titles = new Map(records.map(({ id, title }) => [id, title]));
  return trees.map((tree): TreeGraph => {
    const tops = topsOf(tree);
    const top: GraphNode = {
      ...{ id: tree.id, kind: 'goals', label: tree.title, isGoal: true, isWrittenOut: true, rules: [], match: 'any' },
      edges: tops.map((id) => ({ child: resolve(id), controls: [] })),
    };
    const root = tops.length === 1 && tops[0] !== undefined ? resolve(tops[0]) : tree.id;
    return {
      id: tree.id,
      title: tree.title,
      origin: 'room',
      assumptions: tree.assumptions.flatMap((id) => titles.get(id) ?? []),
      references: [],
      root,
      nodes: downFrom(root, (id) => (id === tree.id ? top : nodeOf(id))),
    };
  });
}

function roomNode({ id, kind, label, rule }: TreeNode, edges: readonly GraphEdge[]): GraphNode {
  return {
    id,
    kind: kind === 'goal' || (kind === 'leaf' && edges.length > 0) ? 'or' : kind === 'ref' ? 'leaf' : kind,
    label,
    isGoal: kind === 'goal',
    isWrittenOut: edges.length > 0 || kind === 'leaf',
    rules: rule === '' ? [] : [rule],
    match: 'any',
    edges: kind === 'note' || kind === 'outOfScope' ? [] : edges,
  };
}

/** Where a tree of the model begins: goals that nothing leads to, else any goals, else steps that nothing leads to. */
function topsOf({ nodes, edges }: AttackTree): readonly string[] {
  const below = new Set(edges.map(({ child }) => child));
  const goals = nodes.filter(({ kind }) => kind === 'goal');
  const isTop = ({ id }: TreeNode): boolean => !below.has(id);
  const first = [goals.filter(isTop), goals, nodes.filter((node) => isStepKind(node) && isTop(node))];
  return (first.find((list) => list.length > 0) ?? []).map(({ id }) => id);
}

const isStepKind = ({ kind }: TreeNode): boolean => kind !== 'note' && kind !== 'outOfScope' && kind !== 'ref';

/** What a step leads to, each step after all below it. A way that would close a circle or leads nowhere is left out. Not recursive: depth is hostile. */
function downFrom(root: string, nodeOf: (id: string) => GraphNode | undefined): ReadonlyMap<string, GraphNode> {
  const done = new Map<string, GraphNode>();
  const open = new Set<string>();
  const stack: { readonly node: GraphNode; readonly edges: GraphEdge[]; next: number }[] = [];
  const enter = (id: string): void => {
    const node = nodeOf(id);
    if (node === undefined) return;
    open.add(id);
    stack.push({ node, edges: [], next: 0 });
  };
  enter(root);
  for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
    const edge = at.node.edges[at.next];
    if (edge === undefined) {
      stack.pop();
      open.delete(at.node.id);
      done.set(at.node.id, { ...at.node, edges: at.edges });
      const above = stack.at(-1);
      const leading = above?.node.edges[above.next - 1];
      if (above !== undefined && leading !== undefined) above.edges.push(leading);
      continue;
    }
    at.next += 1;
    if (done.has(edge.child)) at.edges.push(edge);
    else if (!open.has(edge.child)) enter(edge.child);
  }
  return done;
}

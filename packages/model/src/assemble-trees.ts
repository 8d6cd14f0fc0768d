/** From stored trees, nodes and edges to attack trees without cycles (I12). Pure and total; bounded on hostile input. */

import { compareText } from './flow.ts';
import type { ModelIssue } from './model.ts';
import type { AttackTree, TreeEdge, TreeNode } from './register.ts';
import type { ReadItem } from './stored-register.ts';
import type { TreeFrame, TreePart } from './stored-tree.ts';

/** At most this many edges that lie on cycles are looked at one by one; further ones are left out. */
const CYCLIC_EDGE_LIMIT = 2_000;

const byId = <Item extends { readonly id: string }>(a: Item, b: Item): number => compareText(a.id, b.id);

/** Live trees by (z, id) with their live nodes and edges. An edge without both ends in its tree is left out; a cycle is cut at its smallest edge id. */
export function assembleTrees(
  frames: Iterable<ReadItem<TreeFrame>>,
  nodes: Iterable<TreePart<TreeNode>>,
  edges: Iterable<TreePart<TreeEdge>>,
): { readonly trees: readonly AttackTree[]; readonly issues: readonly ModelIssue[] } {
  const issues: ModelIssue[] = [];
  const nodesOf = groupByTree(nodes);
  const edgesOf = groupByTree(edges);
  const live = [...frames].flatMap(({ item, deleted }) => (deleted ? [] : [item]));
  const known = new Set(live.map(({ id }) => id));
  for (const [tree, parts] of nodesOf)
    if (!known.has(tree)) for (const { id } of parts.sort(byId)) issues.push({ code: 'tree-orphan', ids: [id] });
  const trees = live.map((frame) => {
    const own = (nodesOf.get(frame.id) ?? []).sort(byId);
    const inside = new Set(own.map(({ id }) => id));
    const usable: TreeEdge[] = [];
    for (const edge of (edgesOf.get(frame.id) ?? []).sort(byId)) {
      if (inside.has(edge.parent) && inside.has(edge.child)) usable.push(edge);
      else issues.push({ code: 'tree-orphan', ids: [edge.id] });
    }
    const kept = withoutCycles(usable, issues);
    return { ...frame, nodes: own, edges: kept };
  });
  trees.sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id));
  return { trees, issues };
}

function groupByTree<Part>(parts: Iterable<TreePart<Part>>): Map<string, Part[]> {
  const groups = new Map<string, Part[]>();
  for (const { tree, item, deleted } of parts) {
    if (deleted) continue;
    const group = groups.get(tree);
    if (group === undefined) groups.set(tree, [item]);
    else group.push(item);
  }
  return groups;
}

/** Edges are taken back in from the largest id down, so what closes a cycle is the smallest of it. Edges off every cycle cost nothing. */
function withoutCycles(edges: readonly TreeEdge[], issues: ModelIssue[]): readonly TreeEdge[] {
  const suspect = new Set(onCycles(edges));
  if (suspect.size === 0) return edges;
  const children = new Map<string, string[]>();
  const kept = new Set(edges.filter((edge) => !suspect.has(edge)));
  for (const [at, edge] of [...suspect].sort((a, b) => compareText(b.id, a.id)).entries()) {
    if (at >= CYCLIC_EDGE_LIMIT || reaches(children, edge.child, edge.parent)) {
      issues.push({ code: 'tree-cycle', ids: [edge.id] });
      continue;
    }
    kept.add(edge);
    const list = children.get(edge.parent);
    if (list === undefined) children.set(edge.parent, [edge.child]);
    else list.push(edge.child);
  }
  return edges.filter((edge) => kept.has(edge));
}

/** What is left after taking away, again and again, edges into nodes without a way on and out of nodes without a way in. */
function onCycles(edges: readonly TreeEdge[]): readonly TreeEdge[] {
  const peel = (from: readonly TreeEdge[], tail: 'parent' | 'child', head: 'parent' | 'child'): readonly TreeEdge[] => {
    const incoming = new Map<string, number>();
    const outgoing = new Map<string, TreeEdge[]>();
    for (const edge of from) {
      incoming.set(edge[head], (incoming.get(edge[head]) ?? 0) + 1);
      const list = outgoing.get(edge[tail]);
      if (list === undefined) outgoing.set(edge[tail], [edge]);
      else list.push(edge);
    }
    const ready = [...outgoing.keys()].filter((node) => !incoming.has(node));
    const gone = new Set<TreeEdge>();
    for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
      for (const edge of outgoing.get(node) ?? []) {
        gone.add(edge);
        const left = (incoming.get(edge[head]) ?? 0) - 1;
        incoming.set(edge[head], left);
        if (left === 0) ready.push(edge[head]);
      }
    }
    return from.filter((edge) => !gone.has(edge));
  };
  return peel(peel(edges, 'parent', 'child'), 'child', 'parent');
}

function reaches(children: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const visited = new Set<string>();
  const stack = [from];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === to) return true;
    if (visited.has(node)) continue;
    visited.add(node);
    stack.push(...(children.get(node) ?? []));
  }
  return false;
}

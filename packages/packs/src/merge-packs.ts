/**
 * Joins packs to what a board draws with and an analysis judges by. Pure and without a reader of YAML, so that a worker can do it with parts
 * that were read elsewhere.
 */

import type { BoardPart } from './board-schema.ts';
import { checkAddition } from './check-addition.ts';
import type { JudgementPart, Rule } from './judgement-schema.ts';
import type { PackBase } from './known-names.ts';
import type { PackProblem, PackProblemCode } from './problem.ts';
import type { TreePart } from './tree-schema.ts';

/** The joined parts, or everything that keeps the packs apart. */
export type MergedPacks =
  | { readonly ok: true; readonly board: BoardPart; readonly judgement: JudgementPart; readonly trees: TreePart }
  | { readonly ok: false; readonly problems: readonly PackProblem[] };

/**
 * Joins packs on top of a base, in their order; the base keeps its head (id, version, title), its method and its rules. An added control that
 * mitigates a rule of the base is proposed with that rule, after the base's own. Each pack is one that was loaded over this base.
 */
export function mergePacks(base: PackBase, additions: readonly PackBase[]): MergedPacks {
  const problems: PackProblem[] = [];
  const seen = new Set([base.board.id]);
  let merged = base;
  for (const addition of additions) {
    const { id, title } = addition.board;
    const found: PackProblem[] = [];
    const report = (code: PackProblemCode, item: string, message: string): void => {
      found.push({ file: title, line: null, column: null, code, item, path: '', message });
    };
    if (seen.has(id)) report('pack-twice', `pack ${id}`, `There is a pack ${id} already. Remove one of the two.`);
    else for (const { code, item, message } of checkAddition(addition, merged)) report(code, item, message);
    seen.add(id);
    problems.push(...found);
    if (found.length === 0) merged = join(merged, addition);
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, board: merged.board, judgement: merged.judgement, trees: merged.trees ?? NO_TREES };
}

const NO_TREES: TreePart = { trees: [], subtrees: [] };

function join(base: PackBase, addition: PackBase): PackBase {
  const [a, b] = [base.board, addition.board];
  const [c, d] = [base.judgement, addition.judgement];
  return {
    board: {
      ...a,
      families: [...a.families, ...b.families],
      stencils: [...a.stencils, ...b.stencils],
      boundaries: [...a.boundaries, ...b.boundaries],
      properties: [...a.properties, ...b.properties],
      groups: [...a.groups, ...b.groups],
      mechanisms: [...a.mechanisms, ...b.mechanisms],
      independenceGroups: [...a.independenceGroups, ...b.independenceGroups],
      layers: [...a.layers, ...b.layers],
    },
    judgement: {
      ...c,
      families: [...c.families, ...d.families],
      rules: [...withControls(c.rules, d), ...d.rules],
      controls: [...c.controls, ...d.controls],
      references: [...c.references, ...d.references],
      exclusions: [...c.exclusions, ...d.exclusions],
    },
    trees: joinTrees([base, addition]),
  };
}

/** The attack trees of all packs, in their order. */
export const joinTrees = (packs: readonly Pick<PackBase, 'trees'>[]): TreePart => ({
  trees: packs.flatMap(({ trees }) => trees?.trees ?? []),
  subtrees: packs.flatMap(({ trees }) => trees?.subtrees ?? []),
});

/** The rules of the base, each with the added controls that mitigate it; a rule that none mitigates stays the same object. */
function withControls(rules: readonly Rule[], { controls }: JudgementPart): readonly Rule[] {
  const added = new Map<string, string[]>();
  for (const { id, mitigates } of controls) {
    for (const rule of new Set(mitigates)) added.set(rule, [...(added.get(rule) ?? []), id]);
  }
  if (added.size === 0) return rules;
  return rules.map((rule) => {
    const more = added.get(rule.id);
    return more === undefined ? rule : { ...rule, controls: [...rule.controls, ...more] };
  });
}

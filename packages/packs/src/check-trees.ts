/** What the shape alone cannot say about attack trees: names that lead nowhere, circles, steps that no goal needs, other counts than expected. */

import type { KnownNames } from './known-names.ts';
import { type Located, missing, problemAt } from './located.ts';
import type { PackSources } from './pack-sources.ts';
import type { PackProblem } from './problem.ts';
import type { DataPath } from './source-file.ts';
import { countTreePaths, isTreeStep, orderSubtrees, stepsOf } from './tree-paths.ts';
import type { PackTree, Subtree, TreeItem } from './tree-schema.ts';

/** Every problem of trees and sub-trees; empty for sound ones. */
export function checkTrees({ trees, subtrees }: PackSources, names: KnownNames): readonly PackProblem[] {
  const known = new Map<string, Subtree>(subtrees.map(({ value }) => [value.id, value]));
  const seen = new Set<string>();
  const problems = [...trees, ...subtrees].flatMap((at) => checkItems(at, { names, known, seen }));
  for (const at of trees) {
    at.value.references.forEach(({ key }, place) => {
      if (names.references.has(key)) return;
      problems.push(missing({ at, item: `tree ${at.value.id}`, below: ['references', place] }, 'reference key', key));
    });
  }
  if (problems.length > 0) return problems;
  const { ordered, circular } = orderSubtrees(subtrees.map(({ value }) => value));
  if (circular.length > 0) return subtrees.filter(({ value }) => circular.includes(value)).map(circleProblem);
  return [...findUnused(trees, subtrees), ...checkCounts(trees, ordered)];
}

function circleProblem(at: Located<Subtree>): PackProblem {
  const { id } = at.value;
  const message = `The sub-tree ${id} leads into a circle. Remove one of the refs on the way.`;
  return problemAt(at, { code: 'value-wrong', item: `subtree ${id}`, message });
}

interface Surroundings {
  readonly names: KnownNames;
  readonly known: ReadonlyMap<string, Subtree>;
  /** Ids of steps so far, of the whole pack. */
  readonly seen: Set<string>;
}

function checkItems(at: Located<PackTree | Subtree>, { names, known, seen }: Surroundings): PackProblem[] {
  const problems: PackProblem[] = [];
  const item = `${'assumptions' in at.value ? 'tree' : 'subtree'} ${at.value.id}`;
  for (const { step, below } of placedSteps(at.value)) {
    const twice = seen.has(step.id);
    seen.add(step.id);
    if (twice) {
      const message = `The step ${step.id} stands in this pack already. Give it another id.`;
      problems.push(problemAt(at, { code: 'id-twice', item, below, message }));
    }
    const wrong = shapeProblem(step);
    if (wrong !== null) problems.push(problemAt(at, { code: 'value-wrong', item, below, message: wrong }));
    step.rules?.forEach((rule, place) => {
      const lookup = { at, item, below: [...below, 'rules', place] };
      if (!names.rules.has(rule)) problems.push(missing(lookup, 'rule', rule));
    });
    step.controls?.forEach((control, place) => {
      const lookup = { at, item, below: [...below, 'controls', place] };
      if (!names.controls.has(control)) problems.push(missing(lookup, 'control', control));
    });
    if (step.ref === undefined || known.has(step.ref)) continue;
    problems.push(missing({ at, item, below: [...below, 'ref'] }, 'sub-tree in this pack', step.ref));
  }
  return problems;
}

interface PlacedStep {
  readonly step: TreeItem;
  readonly below: DataPath;
}

/** All steps of a tree, itself first, with the way to each. */
function placedSteps(root: TreeItem): readonly PlacedStep[] {
  const steps: PlacedStep[] = [{ step: root, below: [] }];
  // The list grows while it is walked.
  for (const { step, below } of steps) {
    step.children?.forEach((child, place) => {
      steps.push({ step: child, below: [...below, 'children', place] });
    });
  }
  return steps;
}

/** Why a step of this kind may not be written so; `null` for a sound one. */
function shapeProblem({ kind, ref, text, children = [], expanded, rules = [] }: TreeItem): string | null {
  if ((kind === 'ref') !== (ref !== undefined)) return 'A step of kind ref, and no other, has "ref". Correct the kind.';
  if (kind === 'ref') {
    const isBare = text === undefined && children.length === 0 && rules.length === 0;
    return isBare ? null : 'A ref has the text, rules and steps of its sub-tree. Leave them out here.';
  }
  if (text === undefined) return 'A step needs "text". Say what the attacker does.';
  const gate = kind === 'and' || kind === 'or' || kind === 'goals';
  if (!gate) return children.length === 0 ? null : `A ${kind} has no steps below it. Make it "and" or "or".`;
  const counted = children.filter(isTreeStep).length;
  if (expanded === false) return counted === 0 ? null : 'Steps are written out here. Leave "expanded" out.';
  if (counted > 0) return rules.length === 0 ? null : 'Rules stand with the last steps. Move them there.';
  return 'Nothing leads here. Add steps, make it a leaf, or write "expanded: false".';
}

function findUnused(trees: readonly Located<PackTree>[], subtrees: readonly Located<Subtree>[]): PackProblem[] {
  const refsBySubtree = new Map(subtrees.map(({ value }) => [value.id, refsOf(value)]));
  const used = new Set(trees.flatMap(({ value }) => refsOf(value)));
  // The set grows while it is walked.
  for (const id of used) for (const ref of refsBySubtree.get(id) ?? []) used.add(ref);
  return subtrees.flatMap((at) => {
    const { id } = at.value;
    if (used.has(id)) return [];
    const message = `No tree leads to the sub-tree ${id}. Refer to it or leave it out.`;
    return [problemAt(at, { code: 'value-wrong', item: `subtree ${id}`, message })];
  });
}

const refsOf = (root: TreeItem): readonly string[] => stepsOf(root).flatMap(({ ref }) => ref ?? []);

function checkCounts(trees: readonly Located<PackTree>[], ordered: readonly Subtree[]): PackProblem[] {
  const counts = countTreePaths(
    trees.map(({ value }) => value),
    ordered,
  );
  return trees.flatMap((at, place) => {
    const { id, expectedPaths } = at.value;
    const counted = counts[place];
    if (expectedPaths === undefined || counted === expectedPaths) return [];
    const message = `Expected ${expectedPaths} paths, counted ${counted}. Correct the number or the steps.`;
    return [problemAt(at, { code: 'value-wrong', item: `tree ${id}`, below: ['expectedPaths'], message })];
  });
}

import { describe, expect, it } from 'vitest';
import type { TreeItem } from '@strideboard/packs';
import { compileJudgement, createAnalyser, joinDecisions, listTreeResults } from '@strideboard/stride';
import { EMPTY_MODEL, type Model } from '@strideboard/model';
import { board } from './board.ts';
import { coverage } from './coverage.ts';
import { judgement } from './judgement.ts';
import { templateList } from './templates.ts';
import { trees } from './trees.ts';

const steps = [...trees.trees, ...trees.subtrees].flatMap(function all(item: TreeItem): readonly TreeItem[] {
  return [item, ...(item.children ?? []).flatMap(all)];
});
const compiled = compileJudgement(board, judgement);
if (!compiled.ok) throw new Error('the judgement does not compile');
const { judgement: judged } = compiled;
const rules = new Set(judgement.rules.filter(({ severity }) => severity !== 'prompt').map(({ id }) => id));

function resultsFor(model: Model) {
  const analysis = createAnalyser(model, judged).analysis();
  const { threats } = joinDecisions(analysis.findings, model.decisions);
  return new Map(listTreeResults({ model, trees, threats, analysis, rules }).map((tree) => [tree.id, tree]));
}

describe('the attack trees of the Kubernetes pack', () => {
  it('are the six trees with their nine shared parts, each with the ways its source has', () => {
    expect(trees.trees.map(({ id, expectedPaths }) => [id, expectedPaths])).toEqual([
      ['denial-of-service', 61],
      ['malicious-code', 73],
      ['persistence', 104],
      ['scenario-attacker-on-network', 12],
      ['scenario-compromised-container', 10],
      ['sensitive-data', 116],
    ]);
    expect(trees.subtrees).toHaveLength(9);
  });

  it('have on every last step the rules that cover it, and none where an exclusion says why', () => {
    const covered = new Map(coverage.flatMap(({ threats }) => threats.map((threat) => [threat.id, threat] as const)));
    const last = steps.filter(
      ({ kind, children = [] }) => children.length === 0 && ['leaf', 'and', 'or'].includes(kind),
    );
    expect(last.length).toBeGreaterThan(90);
    for (const { id, rules: own = [] } of last) expect([id, own]).toEqual([id, covered.get(id)?.rules ?? []]);
  });

  it('cut ways only by controls that help against something that lights below', () => {
    const helping = new Map(judgement.rules.map(({ id, controls }) => [id, controls]));
    const shared = new Map(trees.subtrees.map((subtree) => [subtree.id, subtree]));
    const rulesBelow = (item: TreeItem): readonly string[] => {
      const subtree = item.ref === undefined ? undefined : shared.get(item.ref);
      return [
        ...(item.rules ?? []),
        ...[...(item.children ?? []), ...(subtree === undefined ? [] : [subtree])].flatMap(rulesBelow),
      ];
    };
    const cuts = steps.filter(({ controls = [] }) => controls.length > 0);
    expect(cuts.length).toBeGreaterThan(60);
    const loose = cuts.flatMap((item) => {
      const helps = new Set(rulesBelow(item).flatMap((rule) => helping.get(rule) ?? []));
      return (item.controls ?? []).filter((control) => !helps.has(control)).map((control) => `${item.id} ${control}`);
    });
    expect(loose).toEqual([]);
  });

  it('are dark and uncovered on an empty board', () => {
    for (const { paths, leaves } of resultsFor(EMPTY_MODEL).values()) {
      expect(leaves.lit).toBe(0);
      expect([paths.uncovered, paths.lit]).toEqual([paths.total, 0]);
    }
  });

  it('light up on every template, and a control in place over the whole of it covers ways', async () => {
    for (const { id, load } of templateList) {
      const model = await load();
      const lit = [...resultsFor(model).values()].reduce((sum, { leaves }) => sum + leaves.lit, 0);
      expect([id, lit > 0]).toEqual([id, true]);
    }
    const model = await templateList[1]?.load();
    if (model === undefined) throw new Error('no template');
    const before = resultsFor(model).get('malicious-code');
    const place = (element: string) =>
      ({ control: 'K17', element, state: 'verified', owner: '', evidence: '', ticket: '' }) as const;
    const after = resultsFor({ ...model, applied: model.elements.map(({ id }) => place(id)) }).get('malicious-code');
    expect(after?.paths.total).toBe(before?.paths.total);
    expect(after?.paths.uncovered).toBeLessThan(before?.paths.uncovered ?? 0);
  });
});

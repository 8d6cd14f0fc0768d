/** The attack trees of all packs and of the board, held against it. Fetched when somebody looks at them or takes them along. */
import type { Model } from '@strideboard/model';
import { fetchTranslation } from '@strideboard/kubernetes/translations';
import { joinTrees, type PackBase, translateParts, type TreePart } from '@strideboard/packs';
import { listTreeResults, type TreeResult } from '@strideboard/stride';
import type { AnalysisState } from './analysis-knowledge.ts';

/** What trees are held against; `additions` are the board's packs besides the built-in one. */
export interface HeldAgainst extends Pick<AnalysisState, 'analysis' | 'threats'> {
  readonly model: Model;
  readonly additions: readonly PackBase[];
  readonly ruleNames: AnalysisState['names']['rules'];
}

/** The trees of the built-in pack, in this language where it has them in it. */
export async function loadBuiltInTrees(language: string): Promise<TreePart> {
  const [{ trees }, translation] = await Promise.all([
    import('@strideboard/kubernetes/trees'),
    fetchTranslation(language),
  ]);
  return translateParts({ trees }, translation).trees;
}

/** The results; none before the first analysis. */
export function holdTrees(builtIn: TreePart, against: HeldAgainst): readonly TreeResult[] {
  const { model, additions, analysis, threats, ruleNames } = against;
  if (analysis === null) return [];
  const trees = joinTrees([{ trees: builtIn }, ...additions]);
  return listTreeResults({ model, trees, threats, analysis, rules: new Set(Object.keys(ruleNames)) });
}

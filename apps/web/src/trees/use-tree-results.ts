/** The attack trees of this board, held against it; follows while it is looked at. */
import { joinTrees, type TreePart } from '@strideboard/packs';
import { listTreeResults, type TreeResult } from '@strideboard/stride';
import { useEffect, useMemo, useState } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel, usePacks } from '../room/use-room.ts';
import { persistently } from '../session/lazy-part.ts';

/** The results; `null` until the trees and the first analysis are there. */
export function useTreeResults(): readonly TreeResult[] | null {
  const builtIn = useBuiltInTrees();
  const additions = usePacks((packs) => packs.additions);
  const model = useModel((current) => current);
  const threats = useAnalysis((state) => state.threats);
  const analysis = useAnalysis((state) => state.analysis);
  const ruleNames = useAnalysis((state) => state.names.rules);
  return useMemo(() => {
    if (builtIn === null || analysis === null) return null;
    const trees = joinTrees([{ trees: builtIn }, ...additions]);
    return listTreeResults({ model, trees, threats, analysis, rules: new Set(Object.keys(ruleNames)) });
  }, [builtIn, additions, model, threats, analysis, ruleNames]);
}

/** Fetched once; a board is rarely without a look at them afterwards. */
function useBuiltInTrees(): TreePart | null {
  const [trees, setTrees] = useState<TreePart | null>(null);
  useEffect(() => {
    let isOver = false;
    void persistently(() => import('@strideboard/kubernetes/trees')).then((content) => {
      if (!isOver) setTrees(content.trees);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return trees;
}

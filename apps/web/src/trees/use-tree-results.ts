/** The attack trees of this board, held against it; follows while it is looked at. */
import type { TreePart } from '@strideboard/packs';
import type { TreeResult } from '@strideboard/stride';
import { useEffect, useMemo, useState } from 'react';
import { holdTrees, loadBuiltInTrees } from '../analysis/held-trees.ts';
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
  return useMemo(
    () =>
      builtIn === null || analysis === null
        ? null
        : holdTrees(builtIn, { model, additions, threats, analysis, ruleNames }),
    [builtIn, additions, model, threats, analysis, ruleNames],
  );
}

/** Fetched when the first tree is looked at. */
function useBuiltInTrees(): TreePart | null {
  const [trees, setTrees] = useState<TreePart | null>(null);
  const language = usePacks((packs) => packs.spoken?.language ?? 'en');
  useEffect(() => {
    let isOver = false;
    void persistently(() => loadBuiltInTrees(language)).then((content) => {
      if (!isOver) setTrees(content);
    });
    return () => {
      isOver = true;
    };
  }, [language]);
  return trees;
}

/** The tabs and what is known about each. */
import type { DiagramId } from '@strideboard/model';
import { diagrams as words } from '@strideboard/words';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { shownDiagram } from '../room/current-diagram.ts';
import { useModel, useRoom } from '../room/use-room.ts';
import { useSession } from '../session/use-session.ts';
import { countByDiagram, type Tab, tabList } from './tab-list.ts';

/** The tabs, in order, and the one I look at. */
export function useTabs(): { readonly tabs: readonly [Tab, ...Tab[]]; readonly current: Tab } {
  const listed = useModel((model) => model.diagrams);
  const wanted = useSession((state) => state.diagram);
  return useMemo(() => {
    const tabs = tabList(listed, words);
    const place = shownDiagram(listed, wanted);
    return { tabs, current: tabs.find((tab) => tab.place === place) ?? tabs[0] };
  }, [listed, wanted]);
}

/** Threats that wait for a decision, by the diagram of what they are about. */
export function useOpenCounts(): ReadonlyMap<DiagramId | null, number> {
  const room = useRoom();
  const threats = useAnalysis((state) => state.threats);
  const index = useModel(() => room.index());
  return useMemo(
    () =>
      countByDiagram(
        index,
        threats
          .filter(({ state, finding }) => state === 'open' && !finding.outOfScope)
          .flatMap(({ finding: { subjects } }) => subjects.slice(0, 1)),
      ),
    [index, threats],
  );
}

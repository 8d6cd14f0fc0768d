/** What the checklist is ticked by. */
import { isOpenThreat } from '@strideboard/stride';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { usePeople } from '../room/people.ts';
import { useModel } from '../room/use-room.ts';
import { useWorkshop } from '../room/workshop/use-workshop.ts';
import type { ChecklistFacts } from './checklist.ts';
import { useSealing } from './use-sealed.ts';

/** The facts as they are now. */
export function useChecklistFacts(): ChecklistFacts {
  const elements = useModel((model) => model.elements);
  const flows = useModel((model) => model.flows);
  const records = useModel((model) => model.records);
  const rounds = useWorkshop((workshop) => workshop.rounds);
  const ballots = useWorkshop((workshop) => workshop.ballots);
  const cards = useWorkshop((workshop) => workshop.cards);
  const questions = useAnalysis((state) => state.analysis?.questions.length ?? 0);
  const urgent = useAnalysis(
    ({ threats }) =>
      threats.filter((threat) => isOpenThreat(threat) && (threat.severity === 'critical' || threat.severity === 'high'))
        .length,
  );
  const others = usePeople().length;
  const sealing = JSON.stringify(sealedByPerson(useSealing()));
  return useMemo(
    () => ({
      model: { elements, flows, records },
      workshop: { rounds, ballots, cards },
      urgent,
      questions,
      sealed: JSON.parse(sealing) as readonly number[], // written one line above
      others,
    }),
    [elements, flows, records, rounds, ballots, cards, urgent, questions, sealing, others],
  );
}

function sealedByPerson(sealing: ReturnType<typeof useSealing>): readonly number[] {
  const byPerson = new Map<string, number>();
  for (const { principal, sealed } of sealing)
    byPerson.set(principal, Math.max(byPerson.get(principal) ?? 0, sealed ?? 0));
  return [...byPerson.values()];
}

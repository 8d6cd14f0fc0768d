/** The risk of threats that rules found, with the controls that answer them: for whoever shows a few of them. */
import type { Model, ThreatId } from '@strideboard/model';
import { createControlFinder, gradeOf, type Risk, riskOf, strengthsOf, type Threat } from '@strideboard/stride';
import { useMemo } from 'react';
import { useModel } from '../room/use-room.ts';
import { useAnalysis } from './use-analysis.ts';

const selectModel = (model: Model): Model => model;

/** Works out the risk of one threat as of now. */
export function useRisk(): (threat: Threat) => Risk {
  const model = useModel(selectModel);
  const catalogue = useAnalysis((state) => state.names.catalogue);
  return useMemo(() => {
    const controlsOf = createControlFinder(model, strengthsOf([...catalogue, ...model.controls]));
    return ({ finding, decision }) =>
      riskOf(
        gradeOf(decision?.fields.likelihood, finding.likelihood),
        gradeOf(decision?.fields.impact, finding.impact),
        controlsOf(finding.id satisfies ThreatId, finding.subjects),
      );
  }, [model, catalogue]);
}

/** The rows of the register, put together again only when something they rest on has changed. */
import type { Model } from '@strideboard/model';
import { listRegister, type RegisterRow, strengthsOf } from '@strideboard/stride';
import { useMemo } from 'react';
import { useModel } from '../room/use-room.ts';
import { useAnalysis } from './use-analysis.ts';

const NO_ELEMENTS: Model['elements'] = [];
const NO_FLOWS: Model['flows'] = [];
const NO_RECORDS: Model['records'] = [];
const NO_DECISIONS: Model['decisions'] = {};

/** Written threats and controls name what is drawn; what rules found carries all it needs. */
const needsDrawing = ({ manual, mitigations }: Model): boolean => manual.length + mitigations.length > 0;

/** All rows, highest residual risk first; `null` before the first analysis. */
export function useRegisterRows(): readonly RegisterRow[] | null {
  const isJudged = useAnalysis((state) => state.analysis !== null);
  const threats = useAnalysis((state) => state.threats);
  const catalogue = useAnalysis((state) => state.names.catalogue);
  const manual = useModel((model) => model.manual);
  const mitigations = useModel((model) => model.mitigations);
  const applied = useModel((model) => model.applied);
  const controls = useModel((model) => model.controls);
  const elements = useModel((model) => (needsDrawing(model) ? model.elements : NO_ELEMENTS));
  const flows = useModel((model) => (needsDrawing(model) ? model.flows : NO_FLOWS));
  const records = useModel((model) => (model.manual.length > 0 ? model.records : NO_RECORDS));
  const decisions = useModel((model) => (model.manual.length > 0 ? model.decisions : NO_DECISIONS));
  const strengths = useMemo(() => strengthsOf([...catalogue, ...controls]), [catalogue, controls]);
  const rows = useMemo(
    () =>
      listRegister({
        model: { elements, flows, decisions, manual, mitigations, applied, records },
        threats,
        strengths,
      }),
    [elements, flows, decisions, manual, mitigations, applied, records, threats, strengths],
  );
  return isJudged ? rows : null;
}

/** Everything the view shows, put together from the board, the packs and the analysis. */
import type { Model } from '@strideboard/model';
import {
  type ListedControl,
  listControls,
  listRegister,
  type ProofRow,
  proofTable,
  type RegisterRow,
  strengthsOf,
} from '@strideboard/stride';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useModel } from '../room/use-room.ts';

/** What there is. */
export interface Proof {
  readonly model: Model;
  readonly controls: readonly ListedControl[];
  readonly rows: readonly ProofRow[];
  /** Rows of the proof by control. */
  readonly rowsOf: ReadonlyMap<string, readonly ProofRow[]>;
  /** Every threat with its risk, by id. */
  readonly threats: ReadonlyMap<string, RegisterRow>;
  /** Whether the packs' controls and the first analysis are here. */
  readonly isReady: boolean;
}

const selectModel = (model: Model): Model => model;

/** As of now. */
export function useProof(): Proof {
  const model = useModel(selectModel);
  const catalogue = useAnalysis((state) => state.names.catalogue);
  const found = useAnalysis((state) => state.threats);
  const isReady = useAnalysis((state) => state.analysis !== null);
  const { controls: own, applied, mitigations } = model;
  const controls = useMemo(() => listControls(catalogue, own), [catalogue, own]);
  const rows = useMemo(
    () => proofTable({ model: { controls: own, applied, mitigations }, catalogue }),
    [own, applied, mitigations, catalogue],
  );
  const threats = useMemo(() => {
    const strengths = strengthsOf([...catalogue, ...own]);
    return new Map(listRegister({ model, threats: found, strengths }).map((row) => [row.id as string, row]));
  }, [model, found, catalogue, own]);
  return useMemo(() => {
    const rowsOf = new Map<string, ProofRow[]>();
    for (const row of rows) rowsOf.set(row.control.id, [...(rowsOf.get(row.control.id) ?? []), row]);
    // Controls of packs that are not at hand stand in the proof alone; they can be looked at all the same.
    const unknown = rows.map(({ control }) => control).filter(({ id }) => !controls.some((one) => one.id === id));
    const all = [...controls, ...new Map(unknown.map((control) => [control.id, control])).values()];
    return { model, controls: all, rows, rowsOf, threats, isReady };
  }, [model, controls, rows, threats, isReady]);
}

/** Everything the view shows, put together from the board, the packs and the analysis. */
import type { Model } from '@strideboard/model';
import { type ListedControl, listControls, type ProofRow, proofTable, type RegisterRow } from '@strideboard/stride';
import { useMemo } from 'react';
import { useAnalysis } from '../analysis/use-analysis.ts';
import { useRegisterRows } from '../analysis/use-register-rows.ts';
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
  const register = useRegisterRows();
  const isReady = register !== null;
  const { controls: own, applied, mitigations } = model;
  const controls = useMemo(() => listControls(catalogue, own), [catalogue, own]);
  const rows = useMemo(
    () => proofTable({ model: { controls: own, applied, mitigations }, catalogue }),
    [own, applied, mitigations, catalogue],
  );
  const threats = useMemo(() => new Map((register ?? []).map((row) => [row.id as string, row])), [register]);
  return useMemo(() => {
    const rowsOf = new Map<string, ProofRow[]>();
    for (const row of rows) rowsOf.set(row.control.id, [...(rowsOf.get(row.control.id) ?? []), row]);
    // Controls of packs that are not at hand stand in the proof alone; they can be looked at all the same.
    const unknown = rows.map(({ control }) => control).filter(({ id }) => !controls.some((one) => one.id === id));
    const all = [...controls, ...new Map(unknown.map((control) => [control.id, control])).values()];
    return { model, controls: all, rows, rowsOf, threats, isReady };
  }, [model, controls, rows, threats, isReady]);
}

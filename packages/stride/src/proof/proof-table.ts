/**
 * The proof: control = automated test = requirement = signal. One row a place where a control is applied, and one for each control that is
 * in use without a place. A row names every hole in the chain.
 */

import { type AppliedControl, compareText, type ControlState, type Model } from '@strideboard/model';
import type { Control } from '@strideboard/packs';
import { groupBy } from '../register/group-by.ts';
import { type ListedControl, listControls } from './list-controls.ts';

/** What can be missing, in the order it is told. */
export const PROOF_HOLES = [
  'failed',
  'appliedNowhere',
  'answersNothing',
  'noEvidence',
  'noTest',
  'noRequirement',
  'noSignal',
  'noStrength',
] as const;
/** One of {@link PROOF_HOLES}. */
export type ProofHole = (typeof PROOF_HOLES)[number];

/** One row of the proof. */
export interface ProofRow {
  readonly control: ListedControl;
  /** Where and how far it is applied; `null` = nowhere. */
  readonly place: AppliedControl | null;
  /** Threats it is said to answer, sorted. */
  readonly threats: readonly string[];
  /** Everything missing, in the order of {@link PROOF_HOLES}; empty = a chain without a hole. */
  readonly holes: readonly ProofHole[];
}

/** What the proof is made of. */
export interface ProofInput {
  readonly model: Pick<Model, 'controls' | 'applied' | 'mitigations'>;
  /** The packs' controls in full. */
  readonly catalogue: readonly Control[];
}

/** Rows of every control that is applied, linked with a threat, or made in this model, in the order of {@link listControls}; places by id. */
export function proofTable({ model, catalogue }: ProofInput): readonly ProofRow[] {
  const controls = withUnknown(listControls(catalogue, model.controls), model);
  const linksOf = groupBy(model.mitigations, ({ control }) => control);
  const placesOf = groupBy(model.applied, ({ control }) => control);
  return controls.flatMap((control): ProofRow[] => {
    const threats = (linksOf.get(control.id) ?? []).map(({ threat }) => threat).sort(compareText);
    const places = [...(placesOf.get(control.id) ?? [])].sort((a, b) => compareText(a.element, b.element));
    const row = (place: AppliedControl | null): ProofRow => ({
      control,
      place,
      threats,
      holes: holesOf(control, place, threats),
    });
    if (places.length > 0) return places.map(row);
    return threats.length > 0 || control.isOwn ? [row(null)] : [];
  });
}

/** Whether a control in this state is said to be there, so that something has to prove it. */
const needsEvidence = (state: ControlState): boolean => state === 'implemented' || state === 'verified';

function holesOf(
  { test, requirements, signal, strength }: ListedControl,
  place: AppliedControl | null,
  threats: readonly string[],
): readonly ProofHole[] {
  const isMissing: Readonly<Record<ProofHole, boolean>> = {
    failed: place?.state === 'failed',
    appliedNowhere: place === null,
    answersNothing: threats.length === 0,
    noEvidence: place !== null && needsEvidence(place.state) && place.evidence.trim() === '',
    noTest: test === '',
    noRequirement: requirements.length === 0,
    noSignal: signal === '',
    noStrength: strength === null,
  };
  return PROOF_HOLES.filter((hole) => isMissing[hole]);
}

/** Controls that the model names and no pack at hand has: they stay visible under their id. */
function withUnknown(
  controls: readonly ListedControl[],
  { applied, mitigations }: ProofInput['model'],
): readonly ListedControl[] {
  const known = new Set(controls.map(({ id }) => id));
  const named = new Set([...applied, ...mitigations].map(({ control }) => control));
  const unknown = [...named].filter((id) => !known.has(id)).sort(compareText);
  return [...controls, ...unknown.map(nameless)];
}

const nameless = (id: string): ListedControl => ({
  id,
  title: id,
  group: '',
  layer: '',
  mechanism: '',
  isOwn: false,
  test: '',
  signal: '',
  requirements: [],
  sets: [],
  rules: [],
  strength: null,
  notes: '',
});

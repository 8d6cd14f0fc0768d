/** What a model lacks of a set of controls. */

import type { ControlState, Model } from '@strideboard/model';
import type { ControlSet } from '@strideboard/packs';
import { leastReassuring } from '../register/control-places.ts';
import { groupBy } from '../register/group-by.ts';
import { isInPlace } from '../register/risk.ts';
import { isOpenThreat, type Threat } from '../threats.ts';
import type { ListedControl } from './list-controls.ts';

/** A control of the set that is not in place everywhere it is applied, or is applied nowhere. */
export interface Gap {
  readonly control: ListedControl;
  /** The least reassuring state of its places; `null` = applied nowhere. */
  readonly state: ControlState | null;
  /** Open threats of this model that it would help against: those of its rules, and those that people linked with it. */
  readonly open: number;
}

/** A set of the packs, or what a team added itself. */
export type GapSet = ControlSet | 'own';

/** The set held against a model. */
export interface SetGaps {
  /** Gaps that answer most open threats first, then in the order of the controls. */
  readonly gaps: readonly Gap[];
  readonly inPlace: readonly ListedControl[];
}

/** What a set is held against. */
export interface GapInput extends Pick<Model, 'applied' | 'mitigations'> {
  readonly threats: readonly Threat[];
  /** Written threats that are to decide. */
  readonly written?: readonly { readonly id: string }[];
}

/** Holds the controls of a set against what is applied in the model. */
export function listGaps(
  set: GapSet,
  controls: readonly ListedControl[],
  { applied, mitigations, threats, written = [] }: GapInput,
): SetGaps {
  const open = threats.filter(isOpenThreat);
  const byRule = groupBy(open, ({ finding }) => finding.rule);
  const known = new Set<string>([...open.map(({ finding }) => finding.id), ...written.map(({ id }) => id)]);
  const links = groupBy(mitigations, ({ control }) => control);
  const found = controls
    .filter(({ sets, isOwn }) => (set === 'own' ? isOwn : sets.includes(set)))
    .map((control): Gap => {
      const state = leastReassuring(applied.filter((place) => place.control === control.id));
      const ofRules = control.rules.flatMap((rule) => byRule.get(rule) ?? []).map(({ finding }) => finding.id);
      const linked = (links.get(control.id) ?? []).map(({ threat }) => threat).filter((threat) => known.has(threat));
      return { control, state, open: new Set<string>([...ofRules, ...linked]).size };
    });
  return {
    gaps: found.filter(({ state }) => !isInPlace(state)).sort((a, b) => b.open - a.open),
    inPlace: found.filter(({ state }) => isInPlace(state)).map(({ control }) => control),
  };
}

/** What a model lacks of a set of controls. */

import type { ControlState, Model } from '@strideboard/model';
import type { ControlSet } from '@strideboard/packs';
import { leastReassuring } from '../register/control-places.ts';
import { isInPlace } from '../register/risk.ts';
import { isOpenThreat, type Threat } from '../threats.ts';
import type { ListedControl } from './list-controls.ts';

/** A control of the set that is not in place everywhere it is applied, or is applied nowhere. */
export interface Gap {
  readonly control: ListedControl;
  /** The least reassuring state of its places; `null` = applied nowhere. */
  readonly state: ControlState | null;
  /** Open threats of this model that it would help against. */
  readonly open: number;
}

/** The set held against a model. */
export interface SetGaps {
  /** Gaps that answer most open threats first, then in the order of the controls. */
  readonly gaps: readonly Gap[];
  readonly inPlace: readonly ListedControl[];
}

/** Holds the controls of a set against what is applied in the model. */
export function listGaps(
  set: ControlSet,
  controls: readonly ListedControl[],
  { applied, threats }: { readonly applied: Model['applied']; readonly threats: readonly Threat[] },
): SetGaps {
  const openByRule = new Map<string, number>();
  for (const threat of threats) {
    if (!isOpenThreat(threat)) continue;
    openByRule.set(threat.finding.rule, (openByRule.get(threat.finding.rule) ?? 0) + 1);
  }
  const found = controls
    .filter(({ sets }) => sets.includes(set))
    .map((control): Gap => {
      const state = leastReassuring(applied.filter((place) => place.control === control.id));
      const open = [...new Set(control.rules)].reduce((sum, rule) => sum + (openByRule.get(rule) ?? 0), 0);
      return { control, state, open };
    });
  return {
    gaps: found.filter(({ state }) => !isInPlace(state)).sort((a, b) => b.open - a.open),
    inPlace: found.filter(({ state }) => isInPlace(state)).map(({ control }) => control),
  };
}

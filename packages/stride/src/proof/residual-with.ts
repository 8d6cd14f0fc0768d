/** What a control would do for a threat. */

import { type ControlStrength, type Risk, riskOf } from '../register/risk.ts';

/** The residual risk as it would be with this control in place too, whatever its state is now; `null` where the risk is not scored. */
export function residualWith(risk: Risk, control: string, strength: ControlStrength | null): number | null {
  const others = risk.controls.filter(({ id }) => id !== control);
  const assumed = { id: control, state: 'implemented', at: [], strength, counts: strength !== null } as const;
  return riskOf(risk.likelihood, risk.impact, [...others, assumed]).residual;
}

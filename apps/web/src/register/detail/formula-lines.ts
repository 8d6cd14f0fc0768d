/** The risk of a threat counted out in sentences, as people would on paper. */
import type { AnsweringControl, Risk } from '@strideboard/stride';
import { register, say } from '@strideboard/words';

/** The steps, first to last; `nameOf` gives a control's title. */
export function formulaLines(risk: Risk, nameOf: (control: string) => string): readonly string[] {
  const words = register.formula;
  const { likelihood, impact, inherent, residual, residualLikelihood, residualImpact, controls } = risk;
  if (likelihood.value === null || impact.value === null || inherent === null) return [missingLine(risk)];
  const first = say(words.inherent, { likelihood: likelihood.value, impact: impact.value, risk: inherent });
  if (controls.length === 0) return [first];
  const steps = controls.map((control) => controlLine(control, nameOf(control.id)));
  if (residual === inherent || residualLikelihood === null || residualImpact === null || residual === null)
    return [first, ...steps];
  const taken = (side: 'likelihood' | 'impact'): number =>
    controls.reduce((sum, { counts, strength }) => sum + (counts ? (strength?.[side] ?? 0) : 0), 0);
  const isCut = likelihood.value - taken('likelihood') < 1 || impact.value - taken('impact') < 1;
  return [
    first,
    ...steps,
    ...(isCut ? [words.floor] : []),
    say(words.result, { likelihood: residualLikelihood, impact: residualImpact, risk: residual }),
  ];
}

function missingLine({ likelihood, impact }: Risk): string {
  const words = register.formula;
  if (likelihood.value === null && impact.value === null) return words.missing;
  return likelihood.value === null ? words.noLikelihood : words.noImpact;
}

/** What one control does for the risk, or why it does nothing. */
function controlLine({ state, strength, counts }: AnsweringControl, control: string): string {
  const words = register.formula;
  if (state === null) return say(words.nowhere, { control });
  if (state === 'planned' || state === 'failed') return say(words[state], { control });
  if (strength === null || !counts) return say(words.noStrength, { control });
  const values = { control, state: register.controlStates[state], ...strength };
  if (strength.likelihood > 0 && strength.impact > 0) return say(words.takesBoth, values);
  if (strength.likelihood > 0) return say(words.takesLikelihood, values);
  return strength.impact > 0 ? say(words.takesImpact, values) : say(words.noEffect, values);
}

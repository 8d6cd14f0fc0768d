/** What a control takes off a risk, in words. */
import type { ControlStrength } from '@strideboard/stride';
import { proof as words, say } from '@strideboard/words';

/** Never empty. */
export function strengthText(strength: ControlStrength | null): string {
  const { view } = words;
  if (strength === null) return view.unstated;
  const { likelihood, impact } = strength;
  const parts = [
    likelihood > 0 ? say(view.likelihood, { count: likelihood }) : '',
    impact > 0 ? say(view.impact, { count: impact }) : '',
  ].filter(Boolean);
  const [one = view.noSteps, other] = parts;
  return other === undefined ? one : say(view.and, { one, other });
}

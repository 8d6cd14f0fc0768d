/** Times as people say them in talk: how long ago it was. */
import { agoText, dateText } from '../session/in-language.ts';

const MINUTE = 60_000;
const STEPS = [
  { unit: 'minute', ms: MINUTE, upTo: 60 * MINUTE },
  { unit: 'hour', ms: 60 * MINUTE, upTo: 24 * 60 * MINUTE },
  { unit: 'day', ms: 24 * 60 * MINUTE, upTo: 7 * 24 * 60 * MINUTE },
] as const;

/** The last moment a date can name, either way; what a modified client wrote may lie beyond. */
const LAST = 8.64e15;

/** The nearest moment that is one. */
export const instant = (at: number): number => Math.min(LAST, Math.max(-LAST, at));

/** `now`, `5 min. ago`, `yesterday`; the date from a week on, and for what claims to come from the future. Both ms since 1970. */
export function relativeTime(claimed: number, now: number): string {
  const at = instant(claimed);
  const ago = now - at;
  if (ago < -2 * MINUTE) return dateText('day', at);
  if (ago < MINUTE) return agoText(0, 'second');
  const step = STEPS.find(({ upTo }) => ago < upTo);
  return step === undefined ? dateText('day', at) : agoText(-Math.floor(ago / step.ms), step.unit);
}

/** The day and the time to the second. */
export const absoluteTime = (at: number): string => dateText('toTheSecond', instant(at));

/** Which of the paths is drawn. */
import type { PathStep, Reached } from '@strideboard/stride';
import type { BlastState } from './blast-store.ts';

/** Names one entry of what is reached: a subject has several only where the stronger access is merely possible. */
export const reachedKey = ({ subject, access }: Pick<Reached, 'subject' | 'access'>): string => `${subject} ${access}`;

const NO_PATH: readonly PathStep[] = [];

/** The path of what is chosen; empty when nothing is, or when it is no longer reached. */
export function chosenPath({ answer, chosen }: Pick<BlastState, 'answer' | 'chosen'>): readonly PathStep[] {
  if (answer === null || chosen === null) return NO_PATH;
  return answer.after.reached.find((entry) => reachedKey(entry) === chosen)?.path ?? NO_PATH;
}

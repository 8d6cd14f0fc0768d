/** How long a timer runs that is started by hand. */
import { DEFAULT_MINUTES } from '../room/workshop/phases.ts';
import type { Standing } from './agenda-place.ts';

const WITHOUT_AGENDA = 5;

/** The minutes of the phase that runs; where its agenda gives none, what such a phase takes by default, else five. */
export function minutesFor(standing: Standing | null): number {
  const item = standing?.items[standing.at];
  return item === undefined ? WITHOUT_AGENDA : item.minutes || DEFAULT_MINUTES[item.phase] || WITHOUT_AGENDA;
}

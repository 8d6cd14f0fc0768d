/** Points in time as people read them. */
import { dateText } from '../session/in-language.ts';

/** Date and time, only the time when it is the day of `now`; both ms since 1970. */
export const timeText = (at: number, now: number): string =>
  dateText(dateText('day', at) === dateText('day', now) ? 'time' : 'dayAndTime', at);

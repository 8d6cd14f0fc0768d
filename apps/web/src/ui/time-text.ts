/** Points in time as people read them. */

const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** Date and time, only the time when it is the day of `now`; both ms since 1970. */
export const timeText = (at: number, now: number): string =>
  DAY.format(at) === DAY.format(now) ? TIME.format(at) : FULL.format(at);

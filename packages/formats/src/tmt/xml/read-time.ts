/** Times as .NET writes them (ISO 8601, up to seven digits of a second, with or without an offset). */

/** ms since 1970 UTC; a time without offset is taken for UTC; 0 for what is no time, and for the year one, which says that nobody set it. */
export function readTime(text: string): number {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?$/u.exec(text);
  if (found === null) return 0;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = found;
  const minutes = (daysSince1970(Number(year), Number(month), Number(day)) * 24 + Number(hour)) * 60 + Number(minute);
  const seconds = (minutes - offsetOf(zone)) * 60 + Number(second);
  return Math.max(0, seconds * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3)));
}

/** Minutes east of UTC. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const size = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -size : size;
}

/** In the Gregorian calendar, whose years are counted here from March, so that the odd day of a leap year is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const years = month > 2 ? year : year - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return years * 365 + leapDays + dayOfYear - 719_468;
}

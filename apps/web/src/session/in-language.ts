/** Dates, numbers and the order of names as they are written in the language in use, in this person's region. */
import { languageInUse } from '@strideboard/words';
import { locale } from './language.ts';

const DATES = {
  day: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  dayAndTime: { dateStyle: 'medium', timeStyle: 'short' },
  toTheSecond: { dateStyle: 'full', timeStyle: 'medium' },
  thisYear: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

// Making one takes far longer than using it, and lists use one for every line.
const made = new Map<string, unknown>();
let madeIn = '';

function keep<Kind>(name: string, make: (locale: string) => Kind): Kind {
  const language = languageInUse();
  if (language !== madeIn) made.clear();
  madeIn = language;
  const known = made.get(name) ?? make(locale());
  made.set(name, known);
  return known as Kind; // a name always makes the same kind
}

/** A point in time, ms since 1970 or a date, in one of the ways the board writes it; empty for what no calendar holds. */
export function dateText(style: keyof typeof DATES, at: number | Date): string {
  if (Number.isNaN(new Date(at).getTime())) return '';
  return keep(style, (where) => new Intl.DateTimeFormat(where, DATES[style])).format(at);
}

/** A day, ISO 8601, as people write it; what is no date stands as it is. */
export const dayText = (iso: string): string => dateText('day', new Date(`${iso.slice(0, 10)}T00:00:00`)) || iso;

/** How long ago something was; `amount` is negative for what is past. */
export const agoText = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day'): string =>
  keep('ago', (where) => new Intl.RelativeTimeFormat(where, { numeric: 'auto', style: 'short' })).format(amount, unit);

/** A number with the marks between its thousands. */
export const numberText = (value: number): string =>
  keep('number', (where) => new Intl.NumberFormat(where)).format(value);

/** Which of two names stands first; numbers in them count as numbers, and capitals make no difference. */
export const compareNames = (a: string, b: string): number =>
  keep('names', (where) => new Intl.Collator(where, { numeric: true, sensitivity: 'base' })).compare(a, b);

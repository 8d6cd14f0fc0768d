/** A day as people write it. */
import { dateText } from '../session/in-language.ts';

/** A day as people write it; what is no date stands as it is. */
export function dayText(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00`);
  return Number.isNaN(day.getTime()) ? iso : dateText('day', day);
}

/** Where a standing decision applies, in words. */
import type { ElementId } from '@strideboard/model';
import { say, standing } from '@strideboard/words';
import { dateText } from '../../session/in-language.ts';
import type { SubjectNames } from '../../ui/subject-names.ts';
import { TAG } from './standing-draft.ts';

/** The place; a boundary that is not on the board is said to be gone. */
export function scopeText(scope: string, names: SubjectNames): string {
  const words = standing.scopes;
  if (scope === 'model') return words.model;
  if (scope.startsWith(TAG)) return say(words.tagged, { tag: scope.slice(TAG.length) });
  const id = scope as ElementId; // only looked up
  const [name, kind] = [names.name(id), names.what(id)];
  if (name === null) return words.gone;
  return kind === null || kind === name ? say(words.inside, { name }) : say(words.insideKind, { name, kind });
}

/** A day as people write it; what is no date stands as it is. */
export function dayText(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00`);
  return Number.isNaN(day.getTime()) ? iso : dateText('day', day);
}

/** The day of a time in ms, as people write it; empty for what no calendar holds. */
export function dayOf(at: number): string {
  const day = new Date(at);
  return Number.isNaN(day.getTime()) ? '' : dateText('day', day);
}

/** Where a standing decision applies, in words. */
import type { ElementId } from '@strideboard/model';
import { say, standing } from '@strideboard/words';
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

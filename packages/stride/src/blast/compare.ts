/** What one walk has and another has not. */

import { compareText, type ElementId } from '@strideboard/model';
import type { Access } from '@strideboard/packs';
import type { Cut } from './blast-radius.ts';
import type { Walk } from './walk.ts';

/** Compares a walk with one in which more is in the attacker's way. */
export function compareWalks(before: Walk, after: Walk): Pick<Cut, 'gone' | 'lessened'> {
  const [had, has] = [grips(before), grips(after)];
  const gone: ElementId[] = [];
  const lessened: ElementId[] = [];
  for (const [id, grip] of had) {
    const left = has.get(id);
    if (left === undefined) gone.push(id);
    else if (grip.some((state) => !left.includes(state))) lessened.push(id);
  }
  return { gone: gone.sort(compareText), lessened: lessened.sort(compareText) };
}

/** What the attacker has of each element but the start, `proven` where nothing is assumed. */
function grips({ arrivals }: Walk): ReadonlyMap<ElementId, readonly `${Access}-${'proven' | 'possible'}`[]> {
  const held = new Map<ElementId, `${Access}-${'proven' | 'possible'}`[]>();
  const start = arrivals[0]?.element.id;
  for (const { element, access, assumptions } of arrivals) {
    if (element.id === start) continue;
    const list = held.get(element.id) ?? [];
    list.push(`${access}-possible`);
    if (assumptions === 0) list.push(`${access}-proven`);
    held.set(element.id, list);
  }
  return held;
}

/** What one walk has and another has not. */

import type { Element, ElementId } from '@strideboard/model';
import type { Cut } from './blast-radius.ts';
import type { Walk } from './walk.ts';

/** Compares a walk over these elements with one in which more is in the attacker's way. */
export function compareWalks(before: Walk, after: Walk, elements: readonly Element[]): Pick<Cut, 'gone' | 'lessened'> {
  const gone: ElementId[] = [];
  const lessened: ElementId[] = [];
  elements.forEach(({ id }, at) => {
    const [had, has] = [before.grips[at] ?? 0, after.grips[at] ?? 0];
    if (had !== 0 && has === 0) gone.push(id);
    else if ((had & ~has) !== 0) lessened.push(id);
  });
  return { gone, lessened };
}

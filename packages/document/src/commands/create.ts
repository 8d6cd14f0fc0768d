import type { Verb } from '../gesture.ts';
import { type NewElement, planElement } from '../new-element.ts';

/** Creates one element or boundary, above its siblings; gives its id. */
export const create: Verb<NewElement> = {
  name: 'create',
  undoable: true,
  root: 'nodes',
  plan: planElement,
};

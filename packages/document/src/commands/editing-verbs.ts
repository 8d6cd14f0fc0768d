/** Verbs of editing that a board can wait for: tidying, boundaries around things, the clipboard. */

import { arrangeVerbs } from './arrange-verbs.ts';
import { clipVerbs } from './clip-verbs.ts';

/** By the name they are called with. */
export const editingVerbs = Object.freeze({ ...arrangeVerbs, ...clipVerbs });

/** Words about boards with very much on them. Fetched with what draws those. */
import { area } from '../area.ts';

export const crowd = area('crowd', {
  large: {
    one: 'This board has {count} element. Several diagrams, each with one part of the system, are easier to read and to discuss than one large one.',
    other:
      'This board has {count} elements. Several diagrams, each with one part of the system, are easier to read and to discuss than one large one.',
  },
});

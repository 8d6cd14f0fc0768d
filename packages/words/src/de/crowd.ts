/** German words about boards with very much on them. */
import type { Areas, Translation } from '../catalogue.ts';

export const crowd: Translation<Areas['crowd']> = {
  large: {
    one: 'Dieses Board hat {count} Element. Mehrere Diagramme, jedes mit einem Teil des Systems, lassen sich leichter lesen und besprechen als ein großes.',
    other:
      'Dieses Board hat {count} Elemente. Mehrere Diagramme, jedes mit einem Teil des Systems, lassen sich leichter lesen und besprechen als ein großes.',
  },
};

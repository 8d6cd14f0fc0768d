/** German words that say why nobody sees what the analysis found just now. */
import type { Areas, Translation } from '../catalogue.ts';

export const veil: Translation<Areas['veil']> = {
  text: 'Verborgen, während alle Karten schreiben, damit jede Person selbst nachdenkt. Nach dem Aufdecken der Karten ist es wieder da.',
  title: 'Befunde sind verborgen',
  back: 'Zurück zu den Details',
};

/** German words of automatic layout. */
import type { Areas, Translation } from '../catalogue.ts';

export const layout: Translation<Areas['layout']> = {
  all: 'Ganzes Diagramm anordnen',
  selection: 'Auswahl anordnen',
  boundary: 'Inhalt anordnen',
  keywords: 'automatisch layout anordnen aufräumen ordnen',
  running: { one: '{count} Element wird angeordnet…', other: '{count} Elemente werden angeordnet…' },
  elapsed: '{seconds}\u00A0s',
  cancel: 'Abbrechen',
  done: { one: '{count} Element angeordnet.', other: '{count} Elemente angeordnet.' },
  cancelled: 'Anordnen abgebrochen. Nichts wurde geändert.',
  nothing: 'Hier ist nichts, was sich anordnen ließe.',
  offline:
    'Das automatische Anordnen muss einmal geholt werden, und es gibt kein Netzwerk. Nichts wurde geändert; versuchen Sie es mit Netzwerk erneut.',
  failed:
    'Das Anordnen kam zu keinem Ende. Nichts wurde geändert; versuchen Sie es erneut, oder ordnen Sie einen kleineren Teil an.',
  cramped: '„{name}“ blieb, wie es war: Was gesperrt ist, lässt dort keinen Platz.',
  unnamed: 'Eine Grenze',
};

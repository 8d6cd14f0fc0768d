/** German words of the review: the four questions and what stands behind each. */
import type { Areas, Translation } from '../catalogue.ts';

export const review: Translation<Areas['review']> = {
  label: 'Auswertung',
  open: 'Auswertung öffnen: {place}',
  close: 'Auswertung schließen',
  larger: 'Ganzes Fenster nutzen',
  smaller: 'Platz für das Diagramm lassen',
  nav: 'Was zu sichten ist',
  questions: {
    working: 'Woran arbeiten wir?',
    wrong: 'Was kann schiefgehen?',
    doing: 'Was tun wir dagegen?',
    good: 'Haben wir gute Arbeit geleistet?',
    together: 'Zusammenarbeit',
  },
  places: {
    records: 'Umfang und Protokoll',
    register: 'Bedrohungsliste',
    trees: 'Angriffsbäume',
    controls: 'Maßnahmen und Nachweise',
    check: 'Abdeckung und Lücken',
    cards: 'Karten',
    gap: 'Menschen und Analyse',
    vote: 'Abstimmung',
    parking: 'Themenspeicher',
    comments: 'Kommentare',
  },
};

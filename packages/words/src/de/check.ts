/** German words of the four questions beside the board, and of what has been looked at and what does not fit together. */
import type { Areas, Translation } from '../catalogue.ts';

export const check: Translation<Areas['check']> = {
  frame: {
    label: 'Vier Fragen',
    short: { working: 'Woran?', wrong: 'Was droht?', doing: 'Was tun?', good: 'Gut so?' },
    working: { one: '{count} Eintrag', other: '{count} Einträge' },
    wrong: '{count} offen',
    doing: '{decided} von {total}',
    good: { one: '{count} Lücke', other: '{count} Lücken' },
    waiting: '…',
    full: {
      working: '{question} {records}. Zum Modell angegeben: {done} von {total}',
      wrong: '{question} Zu entscheidende Bedrohungen: {open}. Beantwortete STRIDE-Fragen: {done} von {total}',
      doing: '{question} Entschiedene Bedrohungen: {done} von {total}',
      good: '{question} Lücken: {gaps}. Prüfungen, die nichts finden: {done} von {total}',
    },
    choose: 'Gehe zu',
  },
  progress: '{answered} von {total} STRIDE-Fragen sind beantwortet ({percent}\u00A0%).',
  progressNone: 'Noch gibt es nichts zu beantworten: Zeichnen Sie zuerst das System.',
  coverage: 'Abdeckung',
  findings: 'Was noch fehlt',
  nothingLeft: 'Nichts fehlt mehr: Alles ist beantwortet und entschieden, und nichts widerspricht sich.',
  clean: 'Gesucht und nicht gefunden: {list}.',
  more: '{count} weitere zeigen',
  showAt: '{name} zeigen',
  unanswered: {
    title: 'Ganz ohne Antwort',
    note: 'Hierzu hat niemand und keine Regel etwas gesagt. Öffnen Sie eines, beantworten Sie seine Fragen, oder gehen Sie es mit den STRIDE-Buchstaben durch.',
    unjudged: '{name}: von keiner Regel betrachtet',
  },
  undecided: {
    title: 'Zu entscheidende Bedrohungen',
    note: 'Gefunden oder geschrieben, im Umfang und offen: nie entschieden, oder wieder offen, weil sich Angaben geändert haben oder eine Annahme widerlegt wurde.',
    item: '{title} · {subject}',
  },
  again: {
    title: 'Erneut zu bestätigen',
    note: 'Schon entschieden, aber nicht aufgrund dessen, was jetzt gilt: Angaben haben sich geändert, oder eine Annahme wurde widerlegt. Sie zählen zu den Bedrohungen, über die zu entscheiden ist.',
    queue: { one: '{count} in der Bedrohungsliste bestätigen', other: '{count} in der Bedrohungsliste bestätigen' },
  },
  questions: {
    title: 'Elemente mit offenen Fragen',
    note: 'Unbekannt ist nicht sicher: Jede Antwort kann eine Bedrohung zeigen oder ausschließen.',
    item: { one: '{name}: {count} Frage', other: '{name}: {count} Fragen' },
  },
  model: 'Gesamtes Modell',
  ends: {
    'duplicate-name': {
      title: 'Gleicher Name mehrmals',
      item: '„{name}“ steht {count}-mal in einem Diagramm',
      note: 'Niemand kann sagen, welches eine Bedrohung betrifft. Geben Sie jedem einen eigenen Namen, oder zeigen Sie ein Element durch einen Verweis zweimal.',
    },
    'flow-without-label': {
      title: 'Datenflüsse ohne Beschriftung',
      item: '{subject}',
      note: 'Sagen Sie, was fließt: Dann ist für andere klar, was bei einem Angriff zu sehen oder zu ändern wäre.',
    },
    'number-gap': {
      title: 'Ausgelassene Nummern',
      item: 'Nummer {numbers} fehlt',
      note: 'Der Rundgang springt hier. Ergänzen Sie den Schritt, oder nummerieren Sie neu.',
    },
    'store-to-store': {
      title: 'Datenfluss von Speicher zu Speicher',
      item: '{subject}',
      note: 'Daten bewegen sich nicht von selbst. Zeichnen Sie den Prozess, der sie bewegt.',
    },
    'store-unread': {
      title: 'Speicher ohne Lesende',
      item: '{subject}',
      note: 'Entweder fehlt ein Datenfluss, oder die Daten werden nicht gebraucht. Sind Anfragen gezeichnet, lassen Sie den Datenfluss in beide Richtungen gehen.',
    },
    'store-unwritten': {
      title: 'Speicher ohne Schreibende',
      item: '{subject}',
      note: 'Woher kommen die Daten? Wer sie schreibt, kann sie ändern. Sind Anfragen gezeichnet, lassen Sie den Datenfluss in beide Richtungen gehen.',
    },
    'element-without-flow': {
      title: 'Elemente ohne Datenfluss',
      item: '{subject}',
      note: 'Nichts erreicht sie, und sie erreichen nichts. Verbinden Sie sie, oder nehmen Sie sie vom Board.',
    },
    'outside-boundaries': {
      title: 'Außerhalb aller Grenzen',
      item: '{subject}',
      note: 'Niemand hat gesagt, wem diese vertrauen. Verschieben Sie jedes in eine Grenze, oder ziehen Sie eine darum.',
    },
    'empty-boundary': {
      title: 'Grenzen um nichts',
      item: '{subject}',
      note: 'Verschieben Sie hinein, was hineingehört, oder löschen Sie die Grenze.',
    },
    'scope-without-reason': {
      title: 'Ohne Grund außerhalb des Umfangs',
      item: '{subject}',
      note: 'Ohne Grund kann niemand prüfen, was ausgelassen ist.',
    },
    'severities-differ': {
      title: 'Verschieden bewertete Regeln',
      item: '{rule} · {title}',
      note: 'Dieselbe Bedrohung an derselben Art von Element bekam verschiedene Schweregrade. Einigen Sie sich auf einen, oder sagen Sie, warum sie sich unterscheiden.',
    },
    'decision-without-reason': {
      title: 'Ohne Grund entschieden',
      item: '{title} · {subject}',
      note: 'Akzeptiert oder als nicht zutreffend bezeichnet, und niemand hat geschrieben, warum.',
    },
    'mitigated-without-control': {
      title: 'Behandelt ohne wirksame Maßnahme',
      item: '{title} · {subject}',
      note: 'Verknüpfen Sie die Maßnahme, die es leistet, und sagen Sie, dass sie umgesetzt ist, oder nehmen Sie die Entscheidung zurück.',
    },
    'standing-expired': {
      title: 'Abgelaufene Dauerentscheidungen',
      item: '{rule}, bis {date}',
      note: 'Sie entscheiden nichts mehr. Erneuern oder beenden Sie sie.',
    },
    'assumption-broken': {
      title: 'Widerlegte Annahmen',
      item: '{title}',
      note: 'Was darauf beruht, ist wieder offen, bis neu darüber entschieden wird.',
    },
    'assumption-unknown': {
      title: 'Ungeprüfte Annahmen',
      item: '{title}',
      note: 'Finden Sie heraus, ob sie zutreffen.',
    },
    'question-open': {
      title: 'Offene Fragen des Teams',
      item: '{title}',
      note: 'Jemand muss das herausfinden.',
    },
  },
};

/** German words of the command line. */
import type { Areas, Translation } from '../catalogue.ts';

export const cli: Translation<Areas['cli']> = {
  about:
    'Bedrohungsmodelle für Kubernetes-Systeme: eine Strideboard-Datei oder Kubernetes-YAML beurteilen oder in eine Zeichnung oder Bedrohungsliste verwandeln.',
  file: 'eine Strideboard-Datei (.json), ein von Strideboard exportiertes Bild (.svg, .png), ein Modell des Microsoft Threat Modeling Tool (.tm7) oder beliebig viele Dateien mit Kubernetes-YAML; - ist die Standardeingabe',
  language: 'die Sprache von allem, was gesagt und geschrieben wird; die Einstellungen des Rechners zählen nicht',
  noLanguage: 'Für {language} gibt es keine Wörter. Wählen Sie eine von diesen: {known}.',
  namespace: 'wo Kubernetes-Objekte installiert sind, die keinen Namespace nennen',
  onlyManifests:
    'Mehrere Dateien lassen sich nur zusammen lesen, wenn sie Kubernetes-YAML sind. Geben Sie eine Datei an.',
  analyze: {
    about: 'Listet die Bedrohungen in einer Datei auf, die schwersten zuerst, mit den Entscheidungen darüber.',
    format: 'Ausgabeform: table, json oder sarif',
    failOn: 'mit Code 3 enden, wenn eine Bedrohung dieses Schweregrads oder eine schwerere offen ist',
    explain: 'ausgeben, warum es diese eine Bedrohung gibt und was sie entscheidet',
    noThreat:
      'In diesem Modell gibt es keine Bedrohung {id}. "strideboard analyze" ohne --explain listet die vorhandenen auf.',
    failed: {
      one: '{count} Bedrohung ist offen, Schweregrad {severity} oder höher.',
      other: '{count} Bedrohungen sind offen, Schweregrad {severity} oder höher.',
    },
  },
  export: {
    about:
      'Schreibt eine Datei in einem anderen Format: Bilder (svg, png, mermaid), Berichte (html, md), Listen (csv, xlsx, md-list, matrix-csv, matrix-md, proof-csv), für andere Werkzeuge (sarif, issues, jira, proof-tests), als Strideboard-Datei in kanonischer Form (json) oder alles als ein Archiv.',
    to: 'was geschrieben wird',
    all: 'alle Formate in ein ZIP-Archiv unter diesem Pfad schreiben',
    nothing: 'Fehler: Geben Sie mit --to FORMAT an, was geschrieben wird, oder schreiben Sie alles mit --all PATH',
    leavesOut: '{name}: {losses}',
    lossesOf: {
      one: '{name}: {count} Angabe wurde nicht übernommen.',
      other: '{name}: {count} Angaben wurden nicht übernommen.',
    },
    contents: 'Was jedes Format auslässt, steht in contents.md im Archiv.',
    out: 'wohin geschrieben wird; ohne Angabe auf die Standardausgabe',
    noImages:
      'Auf diesem Rechner lassen sich keine Bilder zeichnen: Die Bibliothek @resvg/resvg-js gibt es dafür nicht. Wählen Sie svg, oder erstellen Sie das PNG auf dem Board.',
    day: 'der Tag, für den der Bericht gilt, als 2026-12-31; Dauerentscheidungen werden nach ihm beurteilt (ohne Angabe: heute)',
    noDay: 'Das ist kein Tag. Schreiben Sie ihn als 2026-12-31.',
    noBadges: 'Anzahl der Bedrohungen und Fragen nicht in die Zeichnung schreiben',
  },
  explained: {
    because: 'Weil',
    unknown: 'Darüber nicht bekannt',
    controls: 'Was hilft',
    sources: 'Quellen',
    unreviewed: 'nicht geprüft',
    state: 'Status: {state}',
    confirmAgain: 'Seit der Entscheidung haben sich die Angaben geändert: Bestätigen Sie sie erneut.',
    broken: 'Wieder offen: Die Annahme „{title}“ ist widerlegt.',
  },
  columns: { severity: 'Schweregrad', state: 'Status', rule: 'Regel', element: 'Element', title: 'Titel' },
  wholeModel: 'gesamtes Modell',
  outOfScope: '{state} (außerhalb des Umfangs)',
  confirmAgain: '{state} (erneut bestätigen)',
  broken: '{state} (Annahme widerlegt)',
  inherited: '{state} (Dauerentscheidung)',
  threats: { one: '{count} Bedrohung', other: '{count} Bedrohungen' },
  none: 'Keine Bedrohungen wurden gefunden.',
  counts:
    'Offen: {critical} kritisch, {high} hoch, {medium} mittel, {low} niedrig. Entschieden: {decided}. Außerhalb des Umfangs: {outOfScope}.',
  questions: {
    one: '{count} Frage ist offen; die Antwort kann Bedrohungen hinzufügen.',
    other: '{count} Fragen sind offen; die Antworten können Bedrohungen hinzufügen.',
  },
  coverage:
    'STRIDE-Abdeckung: {open} mit offenen Bedrohungen, {asked} warten auf Antworten, {answered} beantwortet, {nothing}, die keine Regel betrachtet.',
  excluded: {
    one: '{count} Element oder Datenfluss liegt außerhalb des Umfangs und wird nicht beurteilt:',
    other: '{count} Elemente und Datenflüsse liegen außerhalb des Umfangs und werden nicht beurteilt:',
  },
  excludedItem: '  {name}: {reason}',
  excludedBare: '  {name} (kein Grund angegeben)',
  leftOut: 'Von keiner Regel betrachtet: {titles}.',
  vanished: {
    one: '{count} Entscheidung betrifft eine Bedrohung, die nicht mehr auftritt.',
    other: '{count} Entscheidungen betreffen Bedrohungen, die nicht mehr auftreten.',
  },
  vanishedItem: '  {id} ({state}): {cause}',
  vanishedMore: { one: '  und {count} weitere', other: '  und {count} weitere' },
  standing: {
    one: '{count} Bedrohung ist durch eine Dauerentscheidung entschieden.',
    other: '{count} Bedrohungen sind durch Dauerentscheidungen entschieden.',
  },
  expired: {
    one: '{count} Dauerentscheidung ist abgelaufen und gilt für nichts mehr.',
    other: '{count} Dauerentscheidungen sind abgelaufen und gelten für nichts mehr.',
  },
  modelProblems: {
    head: {
      one: '{count} Angabe im Modell ließ sich nicht beurteilen:',
      other: '{count} Angaben im Modell ließen sich nicht beurteilen:',
    },
    items: {
      'type-unknown':
        '  {where}: Kein Regelpaket hat die Art „{found}“, daher wird nur nach der Form geurteilt. Berichtigen Sie die Art, oder geben Sie ihr Regelpaket mit --pack an.',
      'property-unknown':
        '  {where}: Kein Regelpaket fragt nach „{property}“, daher betrachtet es keine Regel. Berichtigen Sie den Namen, oder geben Sie das Regelpaket mit --pack an.',
      'value-unfit':
        '  {where}: „{property}“ kann nicht {found} sein, daher gilt es als unbekannt. Geben Sie einen Wert an, den die Frage zulässt.',
      'mechanism-unknown':
        '  {where}: „{property}“ nennt den Mechanismus {found}, den kein Regelpaket hat. Berichtigen Sie den Namen.',
      'comparison-unfit':
        '  {where}: „{property}“ ist {found}; das kann keine Regel vergleichen. Geben Sie einen Wert der richtigen Art an.',
    },
  },
  cannotOpen: '{file}: {reason}',
  missing: 'Diese Datei gibt es nicht. Prüfen Sie den Pfad.',
  folder: 'Das ist ein Ordner. Geben Sie den Pfad einer Datei darin an.',
  forbidden: 'Sie dürfen diese Datei nicht lesen. Bitten Sie um die Erlaubnis, oder kopieren Sie sie.',
  lossesReading: {
    one: '{file}: {count} Angabe wurde nicht übernommen:',
    other: '{file}: {count} Angaben wurden nicht übernommen:',
  },
  lossesWriting: {
    one: '{count} Angabe ist nicht in der Ausgabe:',
    other: '{count} Angaben sind nicht in der Ausgabe:',
  },
  item: '  {text}',
  moreLosses: { one: '  … und {count} weitere', other: '  … und {count} weitere' },
  written: 'Geschrieben: {file}',
  cannotWrite:
    '{file}: Die Ausgabe ließ sich nicht schreiben ({reason}). Prüfen Sie, ob der Ordner vorhanden und beschreibbar ist und Platz hat.',
  packBroken:
    'Die eingebauten Kubernetes-Regeln lassen sich nicht lesen. Bauen Sie erneut mit "npm run build"; bleibt es dabei, melden Sie es.',
};

/** German words about reading files: while it takes long, what was lost or changed, what came along, and why nothing came of it. */
import type { Areas, Translation } from '../catalogue.ts';

export const reading: Translation<Areas['reading']> = {
  running: '{file} wird gelesen …',
  cancel: 'Abbrechen',
  cancelled: 'Das Lesen wurde abgebrochen. Nichts wurde geändert.',
  several: { one: '{count} Datei', other: '{count} Dateien' },
  cannotRead:
    'Die Datei {file} ließ sich nicht lesen. Prüfen Sie, ob es sie noch gibt und Sie sie lesen dürfen, dann versuchen Sie es erneut.',
  cannotLoad:
    'Was diese Datei liest, ließ sich nicht holen oder ist an ihr gescheitert. Prüfen Sie das Netzwerk und versuchen Sie es erneut.',
  notText: '{file} ist kein Text in UTF-8. Speichern Sie die Datei als UTF-8, dann versuchen Sie es erneut.',
  tooLarge:
    '{file} hat {size}\u00A0MB, und höchstens {limit}\u00A0MB lassen sich lesen. Teilen Sie die Datei, oder lassen Sie weg, was Sie nicht brauchen.',
  onlyManifests:
    '{file} ist kein Kubernetes-YAML. Mehrere Dateien werden nur zusammen gelesen, wenn alle Kubernetes-YAML sind: Wählen Sie nur diese oder eine einzige Datei.',
  moreReasons: { one: '… und {count} weiterer Grund.', other: '… und {count} weitere Gründe.' },
  about: '{text} („{names}“)',
  templateRefused:
    'Die Vorlage in der Datei lässt sich nicht als Regelpaket verwenden, daher wurde nichts davon behalten, und ihre Regeln beurteilen hier nichts: {reason}',
  cannotProve: 'Sie ließ sich gerade nicht prüfen. Öffnen Sie die Datei erneut.',
  provingTooLong: 'Das Prüfen dauerte zu lange.',
  notLaidOut:
    'Die Elemente ließen sich nicht anordnen und stehen in Reihen. Auf dem Board versucht es „Ganzes Diagramm anordnen“ erneut.',
  tooManyToLayOut:
    'Dies sind zu viele Elemente, um sie auf einmal anzuordnen: Sie stehen in Reihen. Öffnen Sie weniger Dateien auf einmal.',
  contentRefused:
    'Die Datei wurde gelesen, aber dieses Board hat sie nicht angenommen (Code {code}), daher ist das Board leer. Öffnen Sie die Datei erneut; bleibt es dabei, senden Sie sie denen, die den Server betreiben.',
  readTitle: '{file} wurde gelesen',
  holds:
    'Auf dem Board: Elemente: {elements} · Grenzen: {boundaries} · Datenflüsse: {flows} · Bedrohungen der Datei: {threats}',
  template:
    'Die Vorlage {pack} kommt als Regelpaket mit: Dieser Browser behält es, und das Board wird auch nach dessen Regeln beurteilt.',
  changes: {
    one: '{count} Angabe ging beim Lesen verloren oder wurde geändert:',
    other: '{count} Angaben gingen beim Lesen verloren oder wurden geändert:',
  },
  nothingLost: 'Beim Lesen ging nichts verloren, und nichts wurde geändert.',
  changesList: 'Beim Lesen verloren oder geändert',
  more: { one: 'und {count} weitere; Kopieren nimmt alle', other: 'und {count} weitere; Kopieren nimmt alle' },
  copy: 'Liste kopieren',
  copied: 'Kopiert',
  copyByHand: 'Ihr Browser gibt die Zwischenablage nicht frei. Wählen Sie den Text aus und kopieren Sie ihn.',
  namespace: 'Namespace der Objekte, die keinen nennen',
  readAgain: 'Damit erneut lesen',
  openAsBoard: 'Als neues Board öffnen',
  bringHere: 'Auf dieses Board holen',
  leave: 'Nicht öffnen',
  keptPack:
    'Dieses Board wird mit {pack} beurteilt, der Vorlage der Datei. Andere laden sie aus derselben Datei, unter „Regelpakete dieses Boards“.',
  pageOnlyPack:
    'Dieses Board wird mit {pack} beurteilt, der Vorlage der Datei. Dieser Browser konnte sie nicht behalten: Sie hält, bis Sie die Seite schließen.',
  packNotAdded:
    'Die Vorlage {pack} wurde nicht hinzugefügt: Nur die Moderation entscheidet über die Regelpakete eines Boards. Bitten Sie sie, die Vorlage aus der Datei hinzuzufügen.',
  changedOnBoard: {
    one: 'Die Datei wurde geöffnet. {count} Angabe ging beim Lesen verloren oder wurde geändert.',
    other: 'Die Datei wurde geöffnet. {count} Angaben gingen beim Lesen verloren oder wurden geändert.',
  },
  strangeType: {
    one: 'Behalten, aber kein Regelpaket hier kennt den Baustein {name}: {count} Objekt ({subjects}) wird nur nach seiner Art gezeichnet.',
    other:
      'Behalten, aber kein Regelpaket hier kennt den Baustein {name}: {count} Objekte ({subjects}) werden nur nach ihrer Art gezeichnet.',
  },
  strangeProperty: {
    one: 'Behalten, aber kein Regelpaket hier kennt die Eigenschaft {name}: Nichts wird danach beurteilt ({count} Objekt: {subjects}).',
    other:
      'Behalten, aber kein Regelpaket hier kennt die Eigenschaft {name}: Nichts wird danach beurteilt ({count} Objekte: {subjects}).',
  },
  strangeValue:
    'Behalten, aber {name} von „{subject}“ ist {found}, wo {wanted} hingehört. Berichtigen Sie es auf dem Board, sonst wird es nicht so beurteilt, wie Sie es meinen.',
  types: { boolean: 'Ja oder Nein', enum: 'einer der Werte', string: 'Text', number: 'eine Zahl', list: 'eine Liste' },
  noDrop:
    'Auf diesem Board lässt sich keine Datei ablegen. Öffnen Sie sie auf der Startseite als neues Board, oder beginnen Sie ein leeres Board damit.',
  pasted: {
    name: 'eingefügt.yaml',
    reading: 'Das eingefügte Kubernetes-YAML wird gelesen …',
    changes: {
      one: '{count} Angabe im eingefügten YAML wurde ausgelassen oder ist offen: {first}',
      other: '{count} Angaben im eingefügten YAML wurden ausgelassen oder sind offen. Die erste: {first}',
    },
  },
  clip: {
    damaged:
      'Was kopiert wurde, ist Teil eines Strideboard-Boards, aber beschädigt, und wurde nicht eingefügt. Kopieren Sie es auf seinem Board erneut.',
    'too-large':
      'Was kopiert wurde, ist zu groß zum Einfügen. Kopieren Sie weniger auf einmal, oder öffnen Sie die exportierte Datei als eigenes Board.',
    adjusted: {
      one: 'Im Eingefügten ließ sich {count} Angabe nicht lesen und wurde ausgelassen oder mit ihrem Standardwert gelesen.',
      other:
        'Im Eingefügten ließen sich {count} Angaben nicht lesen und wurden ausgelassen oder mit ihren Standardwerten gelesen.',
    },
    cut: 'Der Text war länger, als eine Notiz fasst. Seine ersten {limit} Zeichen wurden eingefügt.',
    picture:
      'Ein Bild lässt sich nicht auf einem Board einfügen. Fügen Sie Text ein, oder schreiben Sie in eine Notiz, wo das Bild liegt.',
  },
};

/** German words about packs: what a command or a board says when one is checked, added or missing. */
import type { Areas, Translation } from '../catalogue.ts';

export const packs: Translation<Areas['packs']> = {
  about: 'Arbeitet mit Regelpaketen: eigene Bausteine, Fragen, Regeln und Maßnahmen als YAML.',
  check: {
    about: 'Prüft ein Regelpaket: listet alles auf, was daran falsch ist, oder sagt, was es enthält.',
    path: 'ein Regelpaket: eine YAML-Datei oder ein Ordner mit solchen',
    alone: 'als Regelpaket nehmen, das allein steht, nicht als Ergänzung des eingebauten',
  },
  option: 'auch mit diesem Regelpaket urteilen (eine YAML-Datei oder ein Ordner mit solchen); mehrfach möglich',
  fine: {
    one: '{title} {version}: {rules} Regeln, {stencils} Bausteine, {boundaries} Grenzarten, {properties} Fragen, {controls} Maßnahmen. {count} Beispiel tut, was es sagt.',
    other:
      '{title} {version}: {rules} Regeln, {stencils} Bausteine, {boundaries} Grenzarten, {properties} Fragen, {controls} Maßnahmen. {count} Beispiele tun, was sie sagen.',
  },
  withoutFiring: {
    one: 'Kein Beispiel zeigt, dass {rules} anschlägt.',
    other: 'Kein Beispiel zeigt, dass diese {count} Regeln anschlagen: {rules}.',
  },
  withoutQuiet: {
    one: 'Kein Beispiel zeigt, wo {rules} still bleibt.',
    other: 'Kein Beispiel zeigt, wo diese {count} Regeln still bleiben: {rules}.',
  },
  problems: {
    one: '{count} Problem. Das Regelpaket wird als Ganzes abgelehnt.',
    other: '{count} Probleme. Das Regelpaket wird als Ganzes abgelehnt.',
  },
  empty:
    'Dieser Ordner enthält keine YAML-Datei (.yaml oder .yml). Geben Sie den Ordner eines Regelpakets oder eine Datei an.',
  notText: 'Die Datei ist kein Text in UTF-8. Speichern Sie sie als UTF-8.',
  missing:
    'Das Modell wurde mit dem Regelpaket {id} {version} erstellt, das hier fehlt. Es wird ohne dieses beurteilt.',
  otherVersion:
    'Das Modell wurde mit dem Regelpaket {id} {version} erstellt; hier ist {found}. Bedrohungen können abweichen.',
  board: {
    title: 'Regelpakete',
    intro:
      'Ein Regelpaket bringt Bausteine, Fragen, Regeln und Maßnahmen mit. Dieses Board wird mit den Regelpaketen unten gezeichnet und beurteilt. Jeder Browser liest ein Regelpaket aus dessen Datei: Geben Sie die Datei allen, die hier arbeiten.',
    builtIn: 'Gehört zu Strideboard.',
    name: '{title} ({id} {version})',
    nameOnly: '{id} {version}',
    holds: 'Bausteine und Grenzarten: {stencils} · Regeln: {rules} · Maßnahmen: {controls}. In diesem Browser.',
    reading: 'Wird gelesen …',
    missing: 'Nicht in diesem Browser. Nichts davon wird hier gezeichnet oder beurteilt.',
    otherVersion: 'Nicht in diesem Browser; er hat Version {found}. Nichts davon wird hier gezeichnet oder beurteilt.',
    unfit: 'In diesem Browser, aber nicht verwendbar. Das Board wird ohne dieses Regelpaket beurteilt.',
    unreadable: 'Es ließ sich gerade nicht lesen. Laden Sie die Seite neu, um es noch einmal zu versuchen.',
    load: 'Aus Datei laden…',
    loadNamed: '{pack} aus Datei laden',
    forget: 'Dieses Regelpaket vergessen…',
    forgetNamed: '{pack} vergessen…',
    removeEffect:
      'Vom Board entfernt, beurteilt das Regelpaket hier nichts mehr, für alle. Entscheidungen über seine Bedrohungen bleiben im Modell und gelten wieder, wenn es zurückkommt.',
    forgetEffect:
      'In diesem Browser vergessen, wird das Board hier ohne dieses Regelpaket beurteilt, bis seine Datei wieder geladen wird. Alle anderen behalten es, und Entscheidungen bleiben.',
    forgetOther:
      'Kein Board in diesem Browser kann es verwenden, bis seine Datei wieder geladen wird. Entscheidungen auf Boards bleiben.',
    forgetHere: 'In diesem Browser vergessen',
    forgetHereNamed: '{pack} in diesem Browser vergessen',
    cancel: 'Abbrechen',
    forgotten: '{pack} ist nicht mehr in diesem Browser. Entscheidungen über seine Bedrohungen bleiben erhalten.',
    cannotForget: 'Dieser Browser hat {pack} nicht losgelassen. Laden Sie die Seite neu und versuchen Sie es erneut.',
    others: 'Auch in diesem Browser',
    othersHint: 'Von anderen Boards oder früheren Versionen behalten. Dieses Board verwendet sie nicht.',
    remove: 'Vom Board entfernen',
    removeNamed: '{pack} vom Board entfernen',
    add: 'Regelpaket aus Datei hinzufügen…',
    addHint:
      'Eine YAML-Datei oder alle Dateien eines Regelpakets auf einmal; oder eine Vorlage des Microsoft Threat Modeling Tool (.tb7, oder die in einer .tm7); oder legen Sie sie hier ab. Das Board wird dann für alle danach beurteilt, die es haben. „Rückgängig“ nimmt das nicht zurück: Entfernen Sie stattdessen das Regelpaket.',
    lookHint:
      'Die Moderation fügt Regelpakete hinzu und entfernt sie. Eines, das hier fehlt, können Sie selbst laden, oder Sie legen seine Datei hier ab.',
    choose: 'Dateien eines Regelpakets wählen',
    drop: 'Dateien des Regelpakets hier ablegen',
    checking: '{file} wird geprüft …',
    tooLarge: '{file} ist zu groß für ein Regelpaket: Höchstens {limit}\u00A0MB werden gelesen.',
    tooMany: 'Das sind {count} Dateien; ein Regelpaket hat höchstens {limit}.',
    notText: '{file} ist kein Text in UTF-8. Speichern Sie die Datei als UTF-8.',
    cannotRead: '{file} lässt sich nicht lesen. Wählen Sie die Datei erneut.',
    cancelled: 'Das Prüfen wurde abgebrochen. Nichts wurde geändert.',
    cannotCheck: 'Das Regelpaket ließ sich nicht prüfen. Laden Sie die Seite neu und versuchen Sie es erneut.',
    checkTooLong:
      'Das Prüfen wurde nach {limit} Sekunden angehalten, und nichts wurde geändert. Teilen Sie das Regelpaket in kleinere, oder sehen Sie es mit strideboard pack check an.',
    notThis: 'Das ist {found}. Das Board braucht {wanted}.',
    notHere: 'Dieses Board verwendet {pack} nicht. Die Moderation kann es hinzufügen.',
    versionTooLong: 'Die Version dieses Regelpakets ist zu lang: Ein Board nimmt bis zu {limit} Zeichen an.',
    added: 'Dieses Board wird jetzt mit {pack} beurteilt.',
    replaced: 'Dieses Board wird jetzt mit {pack} beurteilt, statt mit Version {before}.',
    loaded: '{pack} ist jetzt in diesem Browser.',
    pageOnly:
      'Dieser Browser behält es nicht: Der Speicher ist voll oder abgeschaltet. Es hält, bis Sie die Seite schließen.',
    removed:
      'Dieses Board wird nicht mehr mit {pack} beurteilt. Entscheidungen über dessen Bedrohungen bleiben erhalten.',
    refused: {
      one: 'Es gibt {count} Problem. Das Regelpaket wird als Ganzes abgelehnt, und nichts wurde geändert.',
      other: 'Es gibt {count} Probleme. Das Regelpaket wird als Ganzes abgelehnt, und nichts wurde geändert.',
    },
    notExported: {
      one: 'Diesem Browser fehlt das Regelpaket {packs}: Seine Bedrohungen sind nicht in diesen Listen. Entscheidungen darüber sind im Modell.',
      other:
        'Diesem Browser fehlen die Regelpakete {packs}: Ihre Bedrohungen sind nicht in diesen Listen. Entscheidungen darüber sind im Modell.',
    },
    more: { one: 'und {count} weiteres', other: 'und {count} weitere' },
    copy: 'Alle Probleme kopieren',
    copied: 'Kopiert',
    copyByHand: 'Ihr Browser gibt die Zwischenablage nicht frei. Wählen Sie den Text aus und kopieren Sie ihn.',
    banner: {
      missing: {
        one: 'Dieses Board wird mit {packs} beurteilt, das dieser Browser nicht hat. Die Bedrohungen daraus werden nicht gezeigt, und Entscheidungen darüber bleiben erhalten.',
        other:
          'Dieses Board wird mit {packs} beurteilt, die dieser Browser nicht hat. Die Bedrohungen daraus werden nicht gezeigt, und Entscheidungen darüber bleiben erhalten.',
      },
      missingVersion: '{pack} (hier ist Version {found})',
      unfit: {
        one: '{packs} lässt sich hier nicht verwenden. Das Board wird ohne dieses Regelpaket beurteilt, und Entscheidungen über seine Bedrohungen bleiben erhalten.',
        other:
          '{packs} lassen sich hier nicht verwenden. Das Board wird ohne diese Regelpakete beurteilt, und Entscheidungen über ihre Bedrohungen bleiben erhalten.',
      },
      leftOut:
        'Die Regelpakete dieses Boards lassen sich nicht zusammen verwenden. Es wird ohne sie beurteilt: {reason}',
      load: 'Aus Datei laden…',
      show: 'Grund zeigen',
    },
  },
};

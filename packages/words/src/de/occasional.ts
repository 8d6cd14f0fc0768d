/** German words that are seldom needed. */
import type { Areas, Translation } from '../catalogue.ts';

export const occasional: Translation<Areas['occasional']> = {
  themes: {
    system: 'Wie das System',
    light: 'Hell',
    dark: 'Dunkel',
    contrast: 'Hoher Kontrast',
  },
  languages: {
    system: 'Sprache des Systems',
    en: 'English',
    de: 'Deutsch',
    changed: 'Die Sprache ist jetzt Deutsch.',
  },
  print: {
    threats: { one: '{count} offene Bedrohung', other: '{count} offene Bedrohungen' },
    severity: 'Schweregrad',
    threat: 'Bedrohung',
    where: 'Wo',
    rule: 'Regel',
  },
  hints: {
    title: 'Hinweis {at} von {of}',
    next: 'Weiter',
    done: 'Fertig',
    skip: 'Hinweise überspringen',
    said: 'Hinweis {at} von {of}: {title}. {text}',
    steps: [
      {
        title: 'Zeichnen, was da ist',
        text: 'Drücken Sie / und tippen Sie einen Namen, zum Beispiel etcd, oder ziehen Sie einen Baustein von links herein. Ziehen Sie den Pfeil am Rand eines Elements zu einem anderen, um einen Datenfluss zu zeichnen.',
      },
      {
        title: 'Bedrohungen kommen beim Zeichnen',
        text: 'Die Zeichen an einem Element zählen, was dort schiefgehen kann: ▲ kritisch, ◆ hoch, ● mittel, ○ niedrig. Wählen Sie es aus, um zu lesen, warum, und entscheiden Sie.',
      },
      {
        title: 'Antworten, was bekannt ist',
        text: 'Was das Board nicht weiß, fragt es unter „Fragen“. Jede Antwort macht die Bedrohungsliste kürzer oder genauer.',
      },
      {
        title: 'Gemeinsam arbeiten',
        text: '„Teilen“ erstellt einen Link; andere zeichnen mit Ihnen zugleich. Alle Befehle stehen hinter {commands}, alle Tasten hinter ?. Diese Hinweise auch.',
      },
    ],
  },
  further: {
    text: '{name} liegt auch in {boundary}. Gehört es dazu?',
    add: 'In Grenze aufnehmen',
  },
  outcome: {
    skipped: {
      one: '{count} Objekt wurde von {who} geändert und bleibt, wie es ist: {names}.',
      other: '{count} Objekte wurden von {who} geändert und bleiben, wie sie sind: {names}.',
    },
    skippedLocked: {
      one: '{count} Objekt ist gesperrt und bleibt, wie es ist: {names}.',
      other: '{count} Objekte sind gesperrt und bleiben, wie sie sind: {names}.',
    },
    others: 'anderen',
    namesMore: { one: '{names} und {count} weiteres', other: '{names} und {count} weitere' },
    nothingToUndo:
      'Von Ihnen gibt es nichts rückgängig zu machen. „Rückgängig“ reicht bis zum Öffnen der Seite zurück.',
    refusedCommands: {
      role: 'Ihr Link erlaubt Ansehen, nicht Ändern. Bitten Sie die Moderation um einen Link zum Bearbeiten.',
      'read-only': 'Dieses Board wurde mit einem neueren Strideboard geschrieben und kann hier nicht geändert werden.',
      locked: 'Die Moderation hat dies gesperrt, daher ändert nur sie es. Bitten Sie sie, es zu entsperren.',
      'unknown-id': 'Dies ist nicht mehr auf dem Board: Jemand hat es gelöscht.',
      'not-a-flow': 'Das geht nur bei Datenflüssen.',
      'not-an-element': 'Das geht nur bei Elementen.',
      'not-a-boundary': 'Nur eine geschlossene Grenze kann Elemente enthalten.',
      'inside-itself': 'Eine Grenze lässt sich nicht in sich selbst legen.',
      'out-of-range': 'Das ist zu weit draußen: Die Zeichenfläche endet bei einer Million Pixel.',
      'text-too-long': 'Dieser Text ist zu lang.',
      'value-unreadable': 'Dieser Wert passt hier nicht.',
      'nothing-given': 'Es gab nichts zu ändern.',
      'not-deleted': 'Dies ist noch auf dem Board.',
      'id-taken':
        'Zwei Dinge in dieser Datei haben dieselbe ID oder eine ID, die dieses Board nicht verwenden kann. Nichts wurde geändert.',
      'board-not-empty': 'Dieses Board hat schon Inhalt. Öffnen Sie die Datei auf der Startseite als neues Board.',
      'model-invalid': 'Diese Datei widerspricht sich selbst, daher wurde nichts geändert.',
      'still-secret': 'Dies bleibt in Ihrem Browser, bis die Moderation die Runde aufdeckt.',
      'last-diagram': 'Ein Modell behält mindestens ein Diagramm.',
      'diagram-not-empty':
        'In diesem Diagramm ist etwas. Löschen Sie es mitsamt seinem Inhalt, oder verschieben Sie diesen zuerst.',
      'same-diagram': 'Es ist schon in diesem Diagramm.',
      'other-diagram':
        'Diese liegen in zwei Diagrammen. Zeigen Sie zuerst eines davon im Diagramm des anderen, dann verbinden Sie.',
      'flows-stay-behind':
        'Datenflüsse verbinden dies mit etwas, das zurückbliebe. Verschieben Sie beide Enden, oder zeigen Sie es stattdessen im anderen Diagramm.',
      'has-children': 'Eine Linie hat kein Inneres. Nehmen Sie zuerst heraus, was in dieser Grenze ist.',
      'clip-foreign': 'Was kopiert wurde, stammt nicht aus einem Strideboard.',
      'all-locked': 'Alles Gewählte ist gesperrt.',
      other: 'Das geht nicht (Code {code}).',
    },
  },
  connection: {
    details: 'Wo dieses Board aufbewahrt wird',
    server: 'Auf dem Server',
    serverSaved: 'Alles, was Sie getan haben, ist auf dem Server unter {host} gespeichert.',
    serverSavedAt:
      'Alles, was Sie getan haben, ist auf dem Server unter {host} gespeichert, zuletzt bestätigt um {time}.',
    serverSaving: 'Ihre letzten Änderungen sind unterwegs zum Server unter {host}.',
    serverAway: {
      one: 'Der Server unter {host} ist nicht erreichbar. {count} Änderung ist dort noch nicht gespeichert.',
      other: 'Der Server unter {host} ist nicht erreichbar. {count} Änderungen sind dort noch nicht gespeichert.',
    },
    serverAwayNone: 'Der Server unter {host} ist nicht erreichbar. Er hat alles, was Sie getan haben.',
    serverWas: 'Alles bis {time} ist dort gespeichert.',
    serverStopped: {
      one: 'Es besteht keine Verbindung zum Server unter {host}. {count} Änderung ist dort nicht gespeichert.',
      other: 'Es besteht keine Verbindung zum Server unter {host}. {count} Änderungen sind dort nicht gespeichert.',
    },
    serverStoppedNone: 'Es besteht keine Verbindung zum Server unter {host}. Er hat alles, was Sie getan haben.',
    browser: 'In diesem Browser',
    browserKept: 'Eine Kopie des Boards, samt Ihren wartenden Änderungen, wird hier aktuell gehalten.',
    browserView: 'Es wird keine Kopie aufbewahrt: Links, die ein Board nur zeigen, lassen nichts zurück.',
    browserDropped:
      'Es wird keine Kopie mehr aufbewahrt: Sie enthielt, was der Server abgelehnt hat. Was Sie sehen, ist nur noch in dieser Seite.',
    browserProblems: {
      unavailable:
        'Es wird keine Kopie aufbewahrt: Dieser Browser lässt Seiten nichts speichern (ein privates Fenster oder seine Einstellungen). Wartende Änderungen halten so lange wie diese Seite.',
      full: 'Die Kopie wird nicht aktuell gehalten: Es ist kein Platz mehr dafür. Wartende Änderungen halten so lange wie diese Seite. Schaffen Sie Platz auf diesem Gerät oder entfernen Sie gespeicherte Daten anderer Websites, dann laden Sie neu.',
    },
    browserOpening: 'Die Kopie wird vorbereitet.',
    reloading: 'Ohne Netzwerk',
    app: {
      none: 'Neu laden geht nur mit Netzwerk.',
      keeping: 'Die App wird gerade hier abgelegt, damit sich das Board ohne Netzwerk öffnen lässt.',
      kept: 'Sie können dieses Board hier ohne Netzwerk schließen, neu laden und öffnen.',
      keptNoBoard: 'Die App öffnet sich ohne Netzwerk, aber nicht dieses Board: Hier ist keine Kopie davon.',
      insecure:
        'Lassen Sie diese Seite offen: Neu laden geht nur mit Netzwerk, denn Browser bewahren Apps nur für https-Adressen und für diesen Computer selbst auf.',
      refused:
        'Lassen Sie diese Seite offen: Neu laden geht nur mit Netzwerk, denn dieser Browser bewahrt keine Apps auf.',
    },
    retry: 'Jetzt erneut versuchen',
    saveCopy: 'Kopie sichern',
    away: {
      'server-unreachable': 'Der Server ist nicht erreichbar.',
      'server-full': 'Der Server hat gerade keinen Platz für weitere Personen; es wird erneut versucht.',
      rate: 'Der Server bittet um eine kurze Pause; es wird erneut versucht.',
      other: 'Die Verbindung zum Server ist weg; es wird erneut versucht.',
    },
    awayKept: {
      one: 'Ihre {count} Änderung bleibt hier erhalten und wird gesendet.',
      other: 'Ihre {count} Änderungen bleiben hier erhalten und werden gesendet.',
    },
    awayKeptNone: 'Sie können weiterzeichnen; Änderungen bleiben hier erhalten und werden gesendet.',
    awayPage: {
      one: 'Lassen Sie diese Seite offen: Ihre {count} Änderung ist nur in ihr und wird gesendet.',
      other: 'Lassen Sie diese Seite offen: Ihre {count} Änderungen sind nur in ihr und werden gesendet.',
    },
    awayPageNone:
      'Sie können weiterzeichnen, aber lassen Sie diese Seite offen: Dieser Browser behält keine Kopie Ihrer Änderungen.',
    awayView: 'Sie sehen das Board, wie es war.',
    full: 'Dieser Browser hat keinen Platz mehr für seine Kopie des Boards, daher hielten Änderungen ohne Netzwerk nur so lange wie diese Seite. Schaffen Sie Platz auf diesem Gerät, dann laden Sie neu.',
    newerSchema:
      'Dieses Board wurde mit einem neueren Strideboard geschrieben. Sie können es ansehen, aber erst ändern, wenn dieser Server aktualisiert ist.',
    refused: {
      'write-refused':
        'Der Server hat eine Änderung abgelehnt, die Ihr Link nicht erlaubt. Laden Sie neu, um das Board zu sehen, wie die anderen es sehen.',
      locked:
        'Der Server hat eine Änderung an etwas abgelehnt, das die Moderation gesperrt hat. Laden Sie neu, um das Board zu sehen, wie die anderen es sehen.',
      'content-refused':
        'Der Server hat eine Änderung wegen ihres Inhalts abgelehnt. Laden Sie neu, um fortzufahren; sichern Sie zuvor eine Kopie, wenn Sie ihn behalten möchten.',
      'too-large':
        'Eine Ihrer Änderungen ist größer, als der Server annimmt. Sichern Sie eine Kopie, laden Sie neu, und holen Sie sie in kleineren Teilen herein.',
      quota:
        'Dieses Board hat seine Größengrenze erreicht, daher sind Ihre letzten Änderungen nicht gespeichert. Sichern Sie eine Kopie, oder bitten Sie, wer den Server betreibt, die Grenze anzuheben, und versuchen Sie es erneut.',
      protocol:
        'Die Verbindung zum Server ergibt keinen Sinn mehr. Laden Sie die Seite neu; sichern Sie zuvor eine Kopie, wenn Änderungen warten.',
      'epoch-changed': 'Das Board wurde durch eine andere Version ersetzt. Laden Sie neu, um sie zu sehen.',
      'link-revoked': 'Ihr Link wurde zurückgezogen. Sie können noch eine Kopie dessen sichern, was Sie sehen.',
      'link-expired':
        'Ihr Link ist abgelaufen. Sie können noch eine Kopie dessen sichern, was Sie sehen, und um einen neuen Link bitten.',
      'participant-removed':
        'Die Moderation hat Sie von diesem Board entfernt. Sie können noch eine Kopie dessen sichern, was Sie sehen.',
      'link-invalid': 'Ihr Link ist nicht mehr gültig. Sie können noch eine Kopie dessen sichern, was Sie sehen.',
      'room-missing':
        'Dieses Board wurde auf dem Server gelöscht. Sie können noch eine Kopie dessen sichern, was Sie sehen.',
      other:
        'Der Server hat die Verbindung beendet (Code {code}). Laden Sie neu, um fortzufahren; sichern Sie zuvor eine Kopie, wenn Sie Ihre Änderungen behalten möchten.',
    },
  },
  recovery: {
    title: 'Änderungen, die nicht auf dem Board sind',
    reasons: {
      'write-refused':
        'Der Server hat eine Änderung abgelehnt, die Ihr Link nicht erlaubt, daher wurde das Board neu geöffnet.',
      locked: 'Die Moderation hat etwas gesperrt, während Sie es änderten, daher wurde das Board neu geöffnet.',
      'content-refused':
        'Der Server hat eine Änderung wegen ihres Inhalts abgelehnt, daher wurde das Board neu geöffnet.',
      'epoch-changed': 'Eine Version des Boards wurde wiederhergestellt, daher wurde es neu geöffnet.',
    },
    made: {
      one: '{count} nicht gespeicherte Änderung wurde noch einmal ausgeführt.',
      other: '{count} nicht gespeicherte Änderungen wurden noch einmal ausgeführt.',
    },
    notMade: {
      one: '{count} Änderung ließ sich nicht noch einmal ausführen:',
      other: '{count} Änderungen ließen sich nicht noch einmal ausführen:',
    },
    refusedTwice: 'Dieselben Änderungen wurden zweimal abgelehnt, daher wurden sie nicht noch einmal ausgeführt.',
    skipped: {
      role: '{name}: Ihr Link erlaubt es nicht.',
      locked: '{name}: von der Moderation gesperrt.',
      'read-only': '{name}: Dieses Board wurde mit einer neueren Version geschrieben.',
      gone: '{name}: Worum es ging, ist nicht mehr auf dem Board.',
      changed: '{name}: Jemand anders hat seither dasselbe geändert, und das bleibt.',
      unreadable: '{name}: Es ließ sich nicht lesen.',
    },
    copyHint: 'Das Board, wie Sie es sahen, lässt sich als Datei sichern und als eigenes Board öffnen.',
    save: 'Kopie sichern',
    saveFailed:
      'Die Kopie ließ sich nicht erstellen: Der Programmteil dafür konnte nicht geholt werden. Versuchen Sie es erneut, wenn das Netzwerk wieder da ist.',
    fileName: 'board-kopie',
  },
  issues: {
    title: 'Unstimmigkeiten in diesem Board',
    intro:
      'Mehrere haben gleichzeitig dasselbe geändert, oder eine Datei war unvollständig. Das Board zeigt, was Sinn ergibt:',
    button: { one: '{count} Hinweis', other: '{count} Hinweise' },
    codes: {
      'kind-unknown': '{label} ist von einer Art, die diese Version nicht kennt; es wird als Prozess gezeigt.',
      'value-unreadable': '{label} hat einen Wert, der sich nicht lesen ließ; ein Standardwert wird gezeigt.',
      'parent-cycle': '{label} wurden ineinandergelegt; eines davon wird ganz außen gezeigt.',
      'parent-missing': '{label} war in einer Grenze, die es nicht mehr gibt; es wird gezeigt, wo es war.',
      'flow-end-missing': 'Ein Datenfluss hat ein Ende verloren und ist verborgen, bis das Element zurück ist.',
      'membership-cycle':
        '{label} würde zu etwas gehören, das in ihm selbst liegt; diese Zugehörigkeit wird ausgelassen.',
      'reference-broken': 'Ein Verweis zeigt auf etwas, das es nicht mehr gibt.',
      'flow-across-diagrams':
        '{label} verbindet Elemente zweier Diagramme, daher kann kein Diagramm es zeichnen; beurteilt wird es trotzdem.',
      'diagram-missing': '{label} gehört zu einem Diagramm, das es nicht mehr gibt; es wird im ersten gezeigt.',
      'card-cluster-cycle': 'Karten wurden gegenseitig in ihre Gruppen gelegt; eine davon führt jetzt.',
      'votes-over-limit': 'Jemand hat mehr Punkte vergeben, als da waren; der Überschuss zählt nicht.',
      'tree-cycle': 'Ein Angriffsbaum schloss einen Kreis; eine seiner Kanten wird ausgelassen.',
      'tree-orphan': 'Ein Angriffsbaum hat einen Teil, der an nichts hängt; er steht am Ende der Liste.',
      'schema-newer': 'Das Board wurde mit einer neueren Version geschrieben.',
    },
    unjudged: 'Was keine Regel verwenden kann; es bleibt erhalten und gilt als unbekannt:',
    more: { one: 'und {count} weiterer', other: 'und {count} weitere' },
    problems: {
      'type-unknown':
        '{where}: Kein Regelpaket dieses Boards hat die Art „{found}“, daher wird nur nach der Form geurteilt. Ändern Sie die Art, oder fügen Sie das Regelpaket hinzu.',
      'property-unknown':
        '{where}: Kein Regelpaket dieses Boards fragt nach „{property}“, daher betrachtet es keine Regel. Fügen Sie das Regelpaket hinzu, das danach fragt.',
      'value-unfit':
        '{where}: „{property}“ kann nicht {found} sein, daher gilt es als unbekannt. Geben Sie einen Wert an, den die Frage zulässt.',
      'mechanism-unknown': '{where}: „{property}“ nennt den Mechanismus {found}, den kein Regelpaket hat.',
      'comparison-unfit':
        '{where}: „{property}“ ist {found}; das kann keine Regel vergleichen. Geben Sie einen Wert der richtigen Art an.',
    },
    wholeModel: 'Das Board',
  },
};

/** German words of voting with dots. */
import type { Areas, Translation } from '../catalogue.ts';

export const votes: Translation<Areas['votes']> = {
  banner: {
    open: {
      one: 'Eine Abstimmung läuft: {question} Sie haben noch {count} Punkt.',
      other: 'Eine Abstimmung läuft: {question} Sie haben noch {count} Punkte.',
    },
    done: 'Eine Abstimmung läuft: {question} Alle Ihre Punkte sind vergeben.',
    view: 'Eine Abstimmung läuft: {question}',
    show: 'Abstimmen',
    look: 'Ansehen',
  },
  closedTold: 'Die Abstimmung ist geschlossen: {question}',
  openedTold: 'Eine Abstimmung läuft: {question}',
  showResult: 'Ergebnis zeigen',
  lateTold:
    'Sie waren nicht da, als die Abstimmung geschlossen wurde. Ihre Punkte werden als verspätet gezeigt und ändern das Ergebnis nicht.',
  silent:
    'Eine stille Runde läuft: Alle schreiben für sich, daher wird nichts gezeigt und nicht abgestimmt. Nach dem Aufdecken der Karten geht es hier weiter.',
  loading: 'Es wird gelesen, worüber abgestimmt werden kann…',
  none: {
    title: 'Noch keine Abstimmung',
    text: 'In einer Punktabstimmung geben alle einige Punkte dem, was ihnen am wichtigsten ist. Niemand sieht die Punkte anderer, bevor sie geschlossen ist. Die Moderation öffnet sie.',
  },
  form: {
    title: 'Neue Abstimmung',
    question: 'Frage',
    defaultQuestion: 'Was davon ist am wichtigsten?',
    source: 'Abstimmen über',
    sources: { threats: 'Bedrohungen', cards: 'Karten' },
    dots: 'Punkte je Person',
    dotsHint: '1 bis 20',
    several: 'Mehrere Punkte auf eines sind erlaubt',
    targets: 'Was zur Wahl steht',
    search: 'Suchen',
    top: 'Die obersten {count} der Bedrohungsliste nehmen',
    all: 'Alle nehmen',
    nothing: 'Keine nehmen',
    selected: {
      one: '{count} aus der Auswahl im Diagramm hinzufügen',
      other: '{count} aus der Auswahl im Diagramm hinzufügen',
    },
    more: { one: '{count} weitere: zum Eingrenzen tippen', other: '{count} weitere: zum Eingrenzen tippen' },
    emptyThreats:
      'Noch keine Bedrohungen: Zeichnen Sie etwas, oder schreiben Sie eine Bedrohung in die Bedrohungsliste.',
    emptyCards: 'Noch keine Karten: Über sie lässt sich abstimmen, sobald eine stille Runde aufgedeckt ist.',
    open: { one: 'Abstimmung über {count} öffnen', other: 'Abstimmung über {count} öffnen' },
    tooFew: 'Wählen Sie mindestens zwei, damit es eine Wahl gibt.',
    tooMany: 'Höchstens {limit} können zur Wahl stehen. Nehmen Sie einige weg.',
    dotsWrong: 'Geben Sie jeder Person 1 bis 20 Punkte.',
    cancel: 'Abbrechen',
  },
  ballot: {
    rule: { one: 'Sie haben {count} Punkt.', other: 'Sie haben {count} Punkte.' },
    ruleSeveral: 'Mehrere auf eines sind erlaubt.',
    ruleOne: 'Höchstens einer auf jedes.',
    left: { one: 'noch {count} Punkt', other: 'noch {count} Punkte' },
    secret:
      'Bis die Abstimmung geschlossen wird, bleiben Ihre Punkte in diesem Browser; andere sehen nur, wie viele Sie vergeben haben.',
    notDurable:
      'Dieser Browser hebt nichts für später auf: Lassen Sie diese Seite offen, bis die Abstimmung geschlossen ist.',
    list: 'Zur Wahl stehen',
    give: '„{title}“ einen Punkt geben',
    take: 'Von „{title}“ einen Punkt zurücknehmen',
    given: { one: '{count} Punkt von Ihnen', other: '{count} Punkte von Ihnen' },
    noneLeft: 'Alle Ihre Punkte sind vergeben. Nehmen Sie zuerst einen zurück.',
    onlyOne: 'Hier höchstens ein Punkt auf jedes.',
    keys: 'Tasten: Pfeile bewegen, + gibt einen Punkt, − nimmt einen zurück.',
    viewer: 'Sie sehen zu: Zum Abstimmen brauchen Sie einen Link, der mindestens Kommentieren erlaubt.',
    again:
      'Sie wurde erneut geöffnet: Ändern Sie Ihre Punkte, wenn Sie möchten. Bis dahin zählen die vom vorigen Schließen.',
    close: 'Abstimmung schließen',
    leaderGone:
      'Von der Moderation ist gerade niemand hier. Ihre Punkte bleiben erhalten; sie werden veröffentlicht, wenn die Moderation zurückkommt und die Abstimmung schließt.',
  },
  turnout: {
    title: 'Wer abgestimmt hat',
    count: '{gave} von {all} haben Punkte vergeben',
    gave: 'Vergeben: {names}',
    waiting: 'Noch nicht: {names}',
    you: 'Sie',
  },
  result: {
    title: 'Ergebnis',
    people: { one: '{count} Person hat abgestimmt.', other: '{count} Personen haben abgestimmt.' },
    list: 'Ergebnis, die meisten Punkte zuerst',
    rank: 'Platz {rank}',
    tie: 'Platz {rank}, geteilt',
    tieSign: '{rank} =',
    noRank: 'Keine Punkte',
    dots: { one: '{count} Punkt', other: '{count} Punkte' },
    late: { one: '{count} Punkt verspätet, nicht gezählt', other: '{count} Punkte verspätet, nicht gezählt' },
    lateAll: {
      one: 'Die Punkte von {count} Person kamen verspätet und sind nicht gezählt. Sie zählen, wenn die Abstimmung erneut geöffnet und geschlossen wird.',
      other:
        'Die Punkte von {count} Personen kamen verspätet und sind nicht gezählt. Sie zählen, wenn die Abstimmung erneut geöffnet und geschlossen wird.',
    },
    mine: 'Ihre Punkte sind im Ergebnis.',
    mineLate: 'Ihre Punkte kamen verspätet.',
    mineWaits: 'Ihre Punkte werden veröffentlicht, sobald Sie verbunden sind.',
    decide: 'Hierüber entscheiden',
    decideNamed: 'Über „{title}“ entscheiden',
    showCard: 'Karte zeigen',
    showCardNamed: 'Karte „{title}“ zeigen',
    again: 'Erneut öffnen',
    fresh: 'Neue Abstimmung',
    earlier: 'Frühere Abstimmungen',
    pickNamed: '{number}. {question}',
  },
  target: {
    gone: 'Nicht mehr auf dem Board ({id})',
    cards: { one: '{count} Karte', other: '{count} Karten' },
    wholeModel: 'Gesamtes Modell',
  },
};

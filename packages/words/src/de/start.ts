/** German words of joining, of opening, and of boards that cannot be opened. */
import type { Areas, Translation } from '../catalogue.ts';

export const start: Translation<Areas['start']> = {
  opening: 'Board wird geöffnet…',
  openingLong: 'Der Server hat noch nicht geantwortet. Das Board öffnet sich, sobald er antwortet.',
  home: 'Zur Startseite',
  again: 'Erneut versuchen',
  problems: {
    'link-invalid': {
      title: 'Dieser Link öffnet kein Board',
      text: 'Vielleicht wurde er nur teilweise kopiert, oder das Board wurde gelöscht. Bitten Sie die Person, von der er stammt, um einen neuen Link; er endet mit einem langen Geheimnis hinter dem Zeichen #.',
    },
    'link-revoked': {
      title: 'Dieser Link wurde zurückgezogen',
      text: 'Die Moderation hat ihn widerrufen, oder er ist abgelaufen. Bitten Sie um einen neuen. Was Sie zuvor getan haben, ist auf dem Board.',
    },
    'participant-removed': {
      title: 'Die Moderation hat Sie von diesem Board entfernt',
      text: 'Was Sie zuvor getan haben, ist auf dem Board. Die Moderation kann Sie wieder zulassen; versuchen Sie es dann noch einmal.',
    },
    'room-missing': {
      title: 'Dieses Board gibt es nicht mehr',
      text: 'Es wurde auf dem Server gelöscht. Wenn dieser Browser noch eine Kopie hat, können Sie sie sichern.',
    },
    'link-partial': {
      title: 'In dieser Adresse fehlt das Geheimnis',
      text: 'Die Adresse eines Boards sieht aus wie /r/…#…, und der Teil hinter dem Zeichen # ist der Schlüssel. Bitten Sie um den vollständigen Link.',
    },
    'not-found': {
      title: 'Unter dieser Adresse ist nichts',
      text: 'Prüfen Sie die Adresse, oder beginnen Sie auf der Startseite.',
    },
    'server-unreachable': {
      title: 'Der Server ist nicht erreichbar',
      text: 'In diesem Browser gibt es noch keine Kopie dieses Boards, daher kann es ohne den Server nicht gezeigt werden. Prüfen Sie Ihr Netzwerk, oder fragen Sie, wer den Server betreibt. Das Board öffnet sich von selbst, sobald der Server antwortet.',
    },
  },
  joinTitle: 'Wie sollen andere Sie sehen?',
  joinLead: 'Ihr Name steht neben Ihrem Mauszeiger und Ihren Entscheidungen. Ein Konto ist nicht nötig.',
  joinName: 'Ihr Name',
  joinGo: 'Zum Board',
  joinSkip: 'Überspringen',
  guest: 'Gast',
  colours: 'Farben und Sprache',
};

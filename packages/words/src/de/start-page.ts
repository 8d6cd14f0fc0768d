/** German words of the start page. */
import type { Areas, Translation } from '../catalogue.ts';

export const startPage: Translation<Areas['startPage']> = {
  pageTitle: 'Strideboard: gemeinsam Kubernetes auf Bedrohungen prüfen',
  headline: 'Bedrohungsmodelle für Kubernetes auf einem Board',
  lead: 'Zeichnen Sie gemeinsam die Datenflüsse. Bedrohungen erscheinen, während Sie zeichnen, jede mit ihrer Begründung. Entscheiden Sie, und nehmen Sie Diagramm und Liste mit.',
  newBoard: 'Neues Board',
  nameLabel: 'Name des Boards',
  namePlaceholder: 'Zahlungscluster',
  nameDefault: 'Unbenanntes Board',
  empty: 'Leeres Board',
  emptySummary: 'Beginnen Sie bei null und zeichnen Sie, was Sie haben.',
  templates: 'Mit einer Vorlage beginnen',
  counts: '{elements} Elemente · {flows} Datenflüsse · {boundaries} Grenzen',
  recent: 'Zuletzt geöffnete Boards',
  recentNone: 'Boards, die Sie in diesem Browser öffnen, stehen hier.',
  forget: '{title} auf diesem Gerät vergessen',
  beginTitle: 'Mit Vorlage oder Datei beginnen',
  beginFileHint:
    'Eine Strideboard-Datei (.json), ein von Strideboard exportiertes Bild (.svg, .png), ein Modell des Microsoft Threat Modeling Tool (.tm7) oder Kubernetes-YAML. Der Inhalt kommt auf dieses Board; „Rückgängig“ nimmt ihn zurück.',
  brought: {
    one: '{count} Element kam auf das Board. „Rückgängig“ nimmt es zurück.',
    other: '{count} Elemente kamen auf das Board. „Rückgängig“ nimmt sie zurück.',
  },
  openFile: 'Datei öffnen',
  openFileHint:
    'Eine Strideboard-Datei (.json) oder ein von Strideboard exportiertes Bild (.svg, .png), mit denselben IDs, Bedrohungen und Entscheidungen; ein Modell des Microsoft Threat Modeling Tool (.tm7); oder Kubernetes-YAML, eine oder mehrere Dateien. Es öffnet sich als neues Board.',
  chooseFile: 'Datei wählen…',
  dropFile: 'Datei hier ablegen, um sie als neues Board zu öffnen',
  creating: 'Board wird angelegt…',
  role: { view: 'kann ansehen', comment: 'kann kommentieren', edit: 'kann bearbeiten', facilitate: 'moderiert' },
  failed: {
    unreachable:
      'Der Server ist nicht erreichbar, daher konnte kein Board angelegt werden. Prüfen Sie, ob er läuft, und versuchen Sie es erneut.',
    rate: 'Von dieser Adresse wurden zu viele Boards angelegt. Warten Sie einige Minuten und versuchen Sie es erneut.',
    full: 'Der Server kann gerade nichts speichern (vielleicht ist sein Datenträger voll). Nichts ging verloren; fragen Sie, wer ihn betreibt, und versuchen Sie es dann erneut.',
    other:
      'Das Board konnte nicht angelegt werden (Code {code}). Versuchen Sie es erneut; bleibt es dabei, fragen Sie, wer den Server betreibt.',
  },
  fileProblem: '{file} kann nicht geöffnet werden: {reason}',
};

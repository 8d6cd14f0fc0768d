/** German words that several rooms share. */
import type { Areas, Translation } from '../catalogue.ts';

export const common: Translation<Areas['common']> = {
  product: 'Strideboard',
  kinds: {
    process: 'Prozess',
    store: 'Datenspeicher',
    external: 'Externe Entität',
    boundary: 'Grenze',
    note: 'Notiz',
    ref: 'Verweis',
    flow: 'Datenfluss',
  },
  severities: { critical: 'Kritisch', high: 'Hoch', medium: 'Mittel', low: 'Niedrig', prompt: 'Denkanstoß' },
  letters: {
    S: 'Identitätsvortäuschung',
    T: 'Manipulation',
    R: 'Abstreitbarkeit',
    I: 'Offenlegung von Informationen',
    D: 'Dienstverweigerung',
    E: 'Rechteausweitung',
  },
  states: {
    open: 'Offen',
    investigating: 'In Prüfung',
    mitigated: 'Behandelt',
    accepted: 'Akzeptiert',
    transferred: 'Übertragen',
    deferred: 'Zurückgestellt',
    notApplicable: 'Nicht zutreffend',
  },
  unnamed: 'unbenannt',
  keys: {
    Ctrl: 'Strg',
    Shift: 'Umschalt',
    Alt: 'Alt',
    Enter: 'Eingabe',
    Esc: 'Esc',
    Del: 'Entf',
    Delete: 'Entf',
    Space: 'Leertaste',
    Backspace: 'Rücktaste',
  },
};

/** Words that several rooms share. */
import { area } from '../area.ts';

export const common = area('common', {
  product: 'Strideboard',
  kinds: {
    process: 'Process',
    store: 'Data store',
    external: 'External entity',
    boundary: 'Boundary',
    note: 'Note',
    ref: 'Reference',
    flow: 'Data flow',
  },
  severities: { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', prompt: 'Prompt' },
  letters: {
    S: 'Spoofing',
    T: 'Tampering',
    R: 'Repudiation',
    I: 'Information disclosure',
    D: 'Denial of service',
    E: 'Elevation of privilege',
  },
  states: {
    open: 'Open',
    investigating: 'Investigating',
    mitigated: 'Mitigated',
    accepted: 'Accepted',
    transferred: 'Transferred',
    deferred: 'Deferred',
    notApplicable: 'Not applicable',
  },
  unnamed: 'unnamed',
  /** Names of keys, as they are printed on keyboards where the language is spoken. */
  keys: {
    Ctrl: 'Ctrl',
    Shift: 'Shift',
    Alt: 'Alt',
    Enter: 'Enter',
    Esc: 'Esc',
    Del: 'Del',
    Delete: 'Delete',
    Space: 'Space',
    Backspace: 'Backspace',
  },
});

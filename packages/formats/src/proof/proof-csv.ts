/** The view control = test = requirement = signal as CSV, one row a place, with every hole named. */

import type { EncodedText } from '../export-codec.ts';
import { csvText } from '../table/csv-cell.ts';
import { type ProofInput, type ProofLine, proofLines } from './proof-lines.ts';

/** Writes one row a place where a control is applied, and one for each control in use without a place. */
export function writeProofCsv(input: ProofInput): EncodedText {
  const { columns, states, sets, holes } = input.words.proof;
  const fields: readonly (readonly [string, (line: ProofLine) => string])[] = [
    [columns.control, ({ row }) => row.control.id],
    [columns.title, ({ row }) => row.control.title],
    [columns.where, ({ where }) => where],
    [columns.whereId, ({ row }) => row.place?.element ?? ''],
    [columns.state, ({ row }) => (row.place === null ? '' : states[row.place.state])],
    [columns.owner, ({ row }) => row.place?.owner ?? ''],
    [columns.evidence, ({ row }) => row.place?.evidence ?? ''],
    [columns.ticket, ({ row }) => row.place?.ticket ?? ''],
    [columns.test, ({ row }) => row.control.test],
    [columns.requirements, ({ requirements }) => requirements.join('; ')],
    [columns.signal, ({ row }) => row.control.signal],
    [columns.likelihood, ({ row }) => String(row.control.strength?.likelihood ?? '')],
    [columns.impact, ({ row }) => String(row.control.strength?.impact ?? '')],
    [columns.threats, ({ row }) => row.threats.join('; ')],
    [columns.sets, ({ row }) => row.control.sets.map((set) => sets[set]).join('; ')],
    [columns.holes, ({ row }) => row.holes.map((hole) => holes[hole]).join('; ')],
    [columns.case, (line) => line.case],
  ];
  const rows = proofLines(input).map((line) => fields.map(([, read]) => read(line)));
  return { text: csvText([fields.map(([name]) => name), ...rows]), losses: [] };
}

/** Open threats as issues of a tracker: plain data, the same for every tracker. */

import { compareText } from '@strideboard/model';
import { isSettled } from '@strideboard/stride';
import { say } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { plainLine } from '../table/plain-line.ts';
import { type ThreatRow, threatRows } from '../threats/threat-rows.ts';

/** One threat as an issue. */
export interface Issue {
  /** The threat's id; the same after renaming and moving. */
  readonly id: string;
  readonly title: string;
  /** Facts line by line: what it says and, for most, what it is called. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  readonly description: string;
  readonly row: ThreatRow;
  /** Whether something is still to be done about it. */
  readonly isOpen: boolean;
}

/** Longest title a tracker takes (GitHub: 256 characters; Jira: 255). */
const TITLE_LIMIT = 240;

/** An issue for each threat, settled ones too, by id. */
export function listIssues(input: ExportInput): readonly Issue[] {
  return threatRows(input)
    .map((row) => issueOf(row, input))
    .sort((a, b) => compareText(a.id, b.id));
}

function issueOf(row: ThreatRow, { words }: ExportInput): Issue {
  const { exported, outputs } = words;
  const { columns, wholeModel } = exported;
  const about = row.subjects.map(({ name }) => name).join(', ') || wholeModel;
  const facts: readonly (readonly [string, string])[] = [
    [columns.element, about],
    [columns.category, row.categories.join(', ')],
    [columns.priority, row.severity],
    [columns.state, row.state],
    [columns.justification, row.justification],
    [outputs.risk.inherent, row.inherent],
    [outputs.risk.residual, row.residual],
    [columns.because, row.because.join('; ')],
    [columns.controls, row.mitigations.join('; ')],
    [outputs.risk.answers, row.answers.join('; ')],
    [columns.owner, row.owner],
    [outputs.risk.party, row.party],
    [outputs.risk.treatment, row.treatment],
    [outputs.risk.due, row.due],
    [outputs.risk.ticket, row.ticket],
    [columns.sources, row.sources.join('; ')],
    [columns.rule, row.rule],
    [columns.id, row.id],
  ];
  return {
    id: row.id,
    title: plainLine(say(outputs.issues.title, { title: row.title }), TITLE_LIMIT),
    facts: facts.flatMap(([name, text]) => (text === '' ? [] : [{ name, text: plainLine(text, FACT_LIMIT) }])),
    description: plainLine(row.description, FACT_LIMIT),
    row,
    isOpen: !row.register.outOfScope && !isSettled(row.register),
  };
}

/** So that all facts together stay below what a tracker takes (GitHub: 65,536 characters). */
const FACT_LIMIT = 2_000;

/** The columns of every list of threats. */

import type { Words } from '@strideboard/words';
import type { ThreatRow } from './threat-rows.ts';

/** One column. */
export interface ThreatColumn {
  readonly name: string;
  readonly read: (row: ThreatRow) => string;
}

/** First those of the Microsoft Threat Modeling Tool in its order, then ours; new ones come last, so that macros keep working. */
export function threatColumns({ exported, outputs }: Words): readonly ThreatColumn[] {
  const { columns, generated, wholeModel } = exported;
  const { risk } = outputs;
  const about = (row: ThreatRow): string => row.subjects.map(({ name }) => name).join('; ') || wholeModel;
  const elements = (row: ThreatRow) => row.subjects.filter(({ source }) => source === '');
  const list = (texts: readonly string[]): string => texts.join('; ');
  const columnsOf: readonly (readonly [string, (row: ThreatRow) => string])[] = [
    [columns.id, (row) => row.id],
    [columns.title, (row) => row.title],
    [columns.category, (row) => list(row.categories)],
    [columns.diagram, (row) => row.diagram],
    [columns.interaction, about],
    [columns.priority, (row) => row.severity],
    [columns.state, (row) => row.state],
    [columns.changedBy, (row) => row.changedBy],
    [columns.description, (row) => row.description],
    [columns.justification, (row) => row.justification],
    [columns.lastModified, (row) => row.changedAt || generated],
    [columns.source, (row) => row.subject?.source ?? ''],
    [columns.target, (row) => row.subject?.target ?? ''],
    [columns.element, (row) => list(elements(row).map(({ name }) => name))],
    [columns.elementId, (row) => list(row.subjects.map(({ id }) => id))],
    [columns.boundary, (row) => list(row.subject?.crosses ?? [])],
    [columns.rule, (row) => row.rule],
    [columns.letters, (row) => row.register.letters.join('')],
    [columns.because, (row) => list(row.because)],
    [columns.controls, (row) => list(row.mitigations)],
    [columns.owner, (row) => row.owner],
    [columns.sources, (row) => list(row.sources)],
    [risk.origin, (row) => row.origin],
    [risk.likelihood, (row) => row.likelihood],
    [risk.impact, (row) => row.impact],
    [risk.inherent, (row) => row.inherent],
    [risk.residual, (row) => row.residual],
    [risk.answers, (row) => list(row.answers)],
    [risk.party, (row) => row.party],
    [risk.treatment, (row) => row.treatment],
    [risk.future, (row) => row.future],
    [risk.due, (row) => row.due],
    [risk.ticket, (row) => row.ticket],
    [risk.tags, (row) => list(row.tags)],
  ];
  return columnsOf.map(([name, read]) => ({ name, read }));
}

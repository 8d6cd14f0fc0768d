/** The report of a model: everything it says, before anybody decides how it looks. */

import { say } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import { facts } from './blocks.ts';
import { createContext } from './report-context.ts';
import type { ReportDocument } from './report-document.ts';
import { controlsSection } from './sections/controls.ts';
import { diagramsSection } from './sections/diagrams.ts';
import { methodSection, packsOf } from './sections/method.ts';
import { recordsSection } from './sections/records.ts';
import { coverageSection, questionsSection, standingSection, vanishedSection } from './sections/small-sections.ts';
import { summarySection } from './sections/summary.ts';
import { registerSection } from './sections/threat-register.ts';
import { treesSection } from './sections/trees.ts';

/** The report that somebody has built already, or a new one. */
export const reportOf = (input: ExportInput): ReportDocument => input.report?.() ?? buildReport(input);

/** Builds the report; equal inputs give equal documents. */
export function buildReport(input: ExportInput): ReportDocument {
  const context = createContext(input);
  const { report } = input.words;
  const { meta } = input.model;
  const day = (input.today ?? '').slice(0, 10);
  const packs = packsOf(context).map(([name, version]) => (version === '' ? name : `${name} ${version}`));
  return {
    language: input.language ?? 'en',
    title: meta.title.trim() || report.untitled,
    kind: report.kind,
    day,
    made: day === '' ? '' : say(report.made, { day }),
    details: facts([
      [report.facts.system, meta.system],
      [report.facts.owner, meta.owner],
      [report.facts.reviewers, meta.reviewers.join(report.comma)],
      [report.facts.packs, packs.join(report.comma)],
    ]),
    sections: [
      summarySection(context),
      diagramsSection(context),
      recordsSection(context),
      registerSection(context),
      standingSection(context),
      controlsSection(context),
      treesSection(context),
      coverageSection(context),
      questionsSection(context),
      vanishedSection(context),
      methodSection(context),
    ],
  };
}

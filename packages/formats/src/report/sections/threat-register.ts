/** The register: every threat in one table, then each with why it is one, what was decided, what answers it and how its risk comes about. */

import { type Grade, type RegisterRow } from '@strideboard/stride';
import { STRIDE_LETTERS } from '@strideboard/model';
import { say } from '@strideboard/words';
import { anchorOf } from '../anchors.ts';
import { facts, heading, paragraph, tableOr } from '../blocks.ts';
import type { ThreatRow } from '../../threats/threat-rows.ts';
import { aboutOf, isOpenRow, link, type ReportContext } from '../report-context.ts';
import type { Column, Entry, Section, Span, Table, Text } from '../report-document.ts';
import { severitySpan } from './severity-span.ts';

/** Builds the section. */
export function registerSection(context: ReportContext): Section {
  const { report } = context.words;
  const { rows } = context;
  return {
    id: 'register',
    title: report.sections.register,
    blocks:
      rows.length === 0
        ? [paragraph(report.register.none, 'quiet')]
        : [
            paragraph(say(report.register.intro, { count: rows.length })),
            threatTable(rows, report.register.caption, context),
            heading(report.register.detail),
            ...context.said.map((said) => threatEntry(said, context)),
          ],
  };
}

/** Threats as one table: what they weigh, what they are about and where they stand; with their STRIDE letters or, where room is short, without. */
export function threatTable(
  rows: readonly RegisterRow[],
  caption: string,
  context: ReportContext,
  { letters = true }: { readonly letters?: boolean } = {},
): ReturnType<typeof tableOr> {
  const { columns } = context.words.report;
  const of = (label: string, kind: Column['kind'], weight: number): Column => ({ label, kind, weight });
  const table: Omit<Table, 'kind'> = {
    caption,
    columns: [
      of(columns.threat, 'text', 30),
      of(columns.about, 'text', 20),
      of(columns.risk, 'number', 9),
      of(columns.severity, 'short', 13),
      ...(letters ? [of(columns.stride, 'short', 10)] : []),
      of(columns.state, 'short', 15),
      of(columns.owner, 'text', 12),
      of(columns.due, 'short', 15),
    ],
    rows: rows.map((row) => ({
      cells: [
        [link(row.title || row.id, anchorOf('threat', row.id))],
        aboutOf(row, context),
        [riskCell(row, context)],
        row.severity === null ? [] : [severitySpan(row.severity, context.words)],
        ...(letters ? [lettersCell(row)] : []),
        [stateSpan(row, context)],
        [row.owner],
        [row.due],
      ],
    })),
  };
  return tableOr(table, context.words.report.register.none);
}

const lettersCell = (row: RegisterRow): Text => [
  STRIDE_LETTERS.filter((letter) => row.letters.includes(letter)).join(' '),
];

const riskCell = ({ risk }: RegisterRow, { words }: ReportContext): Span =>
  risk.residual === null ? { kind: 'quiet', text: words.report.unscored } : String(risk.residual);

const stateSpan = (row: RegisterRow, { words }: ReportContext): Extract<Span, { kind: 'state' }> => ({
  kind: 'state',
  tone: isOpenRow(row) ? 'open' : 'settled',
  text: words.common.states[row.state],
});

function threatEntry(said: ThreatRow, context: ReportContext): Entry {
  const row = said.register;
  const { words, personOf, dayOf } = context;
  const { report, common } = words;
  const { facts: labels } = report;
  const stamp = row.threat?.standing?.created ?? row.decision;
  const helps = row.threat?.finding.controls ?? [];
  return {
    kind: 'entry',
    id: anchorOf('threat', row.id),
    title: row.title || row.id,
    severity: row.severity,
    blocks: [
      ...(row.description === '' ? [] : [paragraph(row.description)]),
      facts([
        [labels.about, aboutOf(row, context)],
        [labels.risk, riskText(row, context)],
        [labels.severity, row.severity === null ? [] : [severitySpan(row.severity, words)]],
        [
          labels.stride,
          STRIDE_LETTERS.filter((letter) => row.letters.includes(letter))
            .map((letter) => common.letters[letter])
            .join(report.comma),
        ],
        [labels.category, row.category],
        [labels.because, said.because.map((fact): Text => [fact])],
        [labels.state, [{ ...stateSpan(row, context), text: said.state }]],
        [labels.why, row.why],
        [
          labels.decided,
          stamp === null || row.state === 'open' ? '' : decidedText(dayOf(stamp.at), personOf(stamp.by), context),
        ],
        [labels.treatment, row.treatment],
        [labels.future, row.future],
        [labels.party, said.party],
        [labels.owner, row.owner],
        [labels.due, row.due],
        [labels.ticket, row.ticket],
        [labels.tags, row.tags.join(report.comma)],
        [labels.controls, row.risk.controls.map((control): Text => controlText(control, context))],
        [labels.helps, helps.map((id): Text => [context.linkTo(id)])],
        [labels.sources, said.sources.join(report.and)],
        [labels.origin, row.threat === null ? said.origin : say(report.origin, { rule: said.rule })],
        [labels.id, row.id],
      ]),
    ],
  };
}

/** The formula with its numbers; what is only suggested says so. */
function riskText({ risk }: RegisterRow, { words }: ReportContext): string {
  const { risk: texts } = words.report;
  const grade = ({ value, from }: Grade): string =>
    value === null ? texts.missing : say(from === 'suggested' ? texts.suggested : texts.said, { value });
  const [likelihood, impact] = [grade(risk.likelihood), grade(risk.impact)];
  const { inherent, residual, residualLikelihood, residualImpact } = risk;
  if (inherent === null || residual === null) return say(texts.unscored, { likelihood, impact });
  if (inherent === residual) return say(texts.plain, { likelihood, impact, inherent });
  const after = say(texts.after, { likelihood: residualLikelihood ?? 0, impact: residualImpact ?? 0 });
  return say(texts.whole, { likelihood, impact, inherent, after, residual });
}

function controlText(control: RegisterRow['risk']['controls'][number], context: ReportContext): Text {
  const { register, controls } = context.words.report;
  const state = control.state === null ? '' : controls.states[control.state];
  const shape = state === '' ? register.controlNowhere : register.controlState;
  const after = say(shape, { control: '', state }).trimEnd();
  return [context.linkTo(control.id), state === '' ? ` ${after.trimStart()}` : ` ${after.trimStart()}`];
}

function decidedText(day: string, name: string, { words }: ReportContext): string {
  const { report } = words;
  if (day === '') return name;
  return name === '' ? say(report.decidedOn, { day }) : say(report.decidedBy, { day, name });
}

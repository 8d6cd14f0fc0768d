/** One page for a product owner: what it is, the numbers that matter, what weighs most, what was decided, what is open, where gaps are. */

import { THREAT_STATES, type ThreatState } from '@strideboard/model';
import { isInPlace, type RegisterRow } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { countedText, type CountedMessage } from './counted-text.ts';
import { heading, list, paragraph } from '../blocks.ts';
import { anchorOf } from '../anchors.ts';
import { isOpenRow, link, type ReportContext } from '../report-context.ts';
import type { Block, Figure, Section, Text } from '../report-document.ts';
import { listGaps } from './gaps.ts';
import { threatTable } from './threat-register.ts';

/** Rows of the table of residual risks. */
const TOP = 10;
/** Agreed decisions and accepted threats that the page has room for. */
const NAMED = 3;

/** Builds the section. */
export function summarySection(context: ReportContext): Section {
  const { report } = context.words;
  const { summary } = report;
  const decided = decidedItems(context);
  const open = openItems(context);
  const gaps = listGaps(context);
  const { model } = context.input;
  return {
    id: 'summary',
    title: report.sections.summary,
    blocks: [
      paragraph(model.meta.summary || summary.noText, model.meta.summary === '' ? 'quiet' : 'lead'),
      paragraph(drawnText(context)),
      { kind: 'figures', label: report.sections.summary, figures: figuresOf(context) },
      heading(summary.top),
      ...topBlocks(context),
      heading(summary.decided),
      decided.length === 0 ? paragraph(summary.decidedNone, 'quiet') : list(decided),
      heading(summary.open),
      open.length === 0 ? paragraph(summary.openNone, 'quiet') : list(open),
      heading(summary.gaps),
      gaps.length === 0 ? paragraph(summary.gapsNone, 'quiet') : list(gaps),
    ],
  };
}

function drawnText(context: ReportContext): string {
  const { model } = context.input;
  const { drawing } = context.words.exported;
  const { summary } = context.words.report;
  const boundaries = model.elements.filter(({ kind }) => kind === 'boundary').length;
  const elements = model.elements.filter(({ kind }) => kind !== 'boundary' && kind !== 'note' && kind !== 'ref').length;
  return say(summary.drawn, {
    elements: say(drawing.elements, { count: elements }),
    boundaries: say(drawing.boundaries, { count: boundaries }),
    flows: say(drawing.flows, { count: model.flows.length }),
    diagrams: say(summary.diagrams, { count: Math.max(1, model.diagrams.length) }),
  });
}

function figuresOf({ rows, input, words }: ReportContext): readonly Figure[] {
  const { figures } = words.report.summary;
  const open = rows.filter(isOpenRow);
  const severe = (['critical', 'high', 'medium', 'low'] as const).map(
    (severity): Figure => ({
      value: open.filter((row) => row.severity === severity).length,
      label: figures[severity],
      tone: severity,
    }),
  );
  const decided = rows.filter((row) => !row.outOfScope && !isOpenRow(row)).length;
  const inPlace = input.model.applied.filter(({ state }) => isInPlace(state)).length;
  return [
    ...severe,
    { value: decided, label: figures.decided, tone: 'plain' },
    { value: input.questions.length, label: figures.questions, tone: 'question' },
    { value: inPlace, label: figures.controls, tone: 'plain' },
  ];
}

function topBlocks(context: ReportContext): readonly Block[] {
  const { summary } = context.words.report;
  const weighing = context.rows.filter(({ outOfScope, state }) => !outOfScope && state !== 'notApplicable');
  const unscored = weighing.filter(({ risk }) => risk.residual === null);
  const scored = weighing.filter(({ risk }) => risk.residual !== null);
  if (weighing.length === 0) return [paragraph(summary.noRisks, 'quiet')];
  const note = unscored.length === 0 ? [] : [paragraph(say(summary.unscored, { count: unscored.length }), 'quiet')];
  return [
    threatTable([...scored, ...unscored].slice(0, TOP), summary.topCaption, context, { letters: false }),
    ...note,
  ];
}

function decidedItems(context: ReportContext): readonly Text[] {
  const { summary, colon } = context.words.report;
  // What a broken assumption or other facts have opened again is not decided any more.
  const rows = context.rows.filter(
    ({ outOfScope, confirmAgain, broken }) => !outOfScope && !confirmAgain && broken.length === 0,
  );
  const counts = THREAT_STATES.filter((state): state is Exclude<ThreatState, 'open'> => state !== 'open').flatMap(
    (state) => {
      const { length } = rows.filter((row) => row.state === state);
      return length === 0 ? [] : [say(summary.states[state], { count: length })];
    },
  );
  const accepted = rows
    .filter((row) => row.state === 'accepted' && row.why !== '')
    .slice(0, NAMED)
    .map((row): Text => [threatLink(row), say(colon, { label: '', value: row.why })]);
  const holding = context.input.standing.filter(({ phase }) => phase === 'holds').length;
  const agreed = context.input.model.records
    .filter(({ kind, state }) => kind === 'decision' && state === 'agreed')
    .slice(0, NAMED)
    .map(({ id, title }): Text => {
      const [before = '', after = ''] = summary.agreed.split('{title}');
      return [before, link(title || id, anchorOf('record', id)), after];
    });
  return [
    ...(counts.length === 0 ? [] : [[counts.join(' ')]]),
    ...accepted,
    ...(holding === 0 ? [] : [[say(summary.standing, { count: holding })]]),
    ...agreed,
  ];
}

const threatLink = ({ title, id }: RegisterRow) => link(title || id, anchorOf('threat', id));

function openItems({ rows, input, words }: ReportContext): readonly string[] {
  const { summary } = words.report;
  const records = (kind: string, state: string): number =>
    input.model.records.filter((record) => record.kind === kind && record.state === state).length;
  const counted: readonly (readonly [CountedMessage, number])[] = [
    [summary.openThreats, rows.filter(isOpenRow).length],
    [summary.openQuestions, input.questions.length],
    [summary.openRecords, records('question', 'open')],
    [summary.unknownAssumptions, records('assumption', 'unknown')],
    [summary.brokenAssumptions, records('assumption', 'broken')],
  ];
  return counted.flatMap(([message, count]) => (count === 0 ? [] : [countedText(message, count)]));
}

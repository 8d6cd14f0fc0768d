/** Sections that are one table or list: standing decisions, coverage, questions, decisions without a threat. */

import { STRIDE_LETTERS } from '@strideboard/packs';
import type { CoverageState, Question } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { createCauseTexts, createScopeTexts } from '../../threats/cause-text.ts';
import { anchorOf } from '../anchors.ts';
import { facts, paragraph, tableOr } from '../blocks.ts';
import { joined, type ReportContext } from '../report-context.ts';
import type { Block, Entry, Section, Text } from '../report-document.ts';

/** Decisions that hold for a rule in a part of the model; what no longer applies says so. */
export function standingSection(context: ReportContext): Section {
  const { standing, model, pack } = context.input;
  const { report, exported, common } = context.words;
  const texts = exported.report;
  const scopeText = createScopeTexts(model, pack, context.words);
  const entries = standing.map(({ decision, phase, threats }): Entry => {
    const { id, rule, state, scope, why, owner, until, ended } = decision;
    const count = threats.length === 0 ? texts.standingNone : say(texts.standingCounts, { count: threats.length });
    const effect =
      phase === 'holds' ? count : phase === 'expired' ? say(texts.standingExpired, { until: until.slice(0, 10) }) : '';
    return {
      kind: 'entry',
      id: anchorOf('standing', id),
      title: say(report.standing.item, { rule, state: common.states[state], scope: scopeText(scope) }),
      severity: null,
      blocks: [
        ...(effect === '' ? [] : [paragraph(effect)]),
        ...(ended === null ? [] : [paragraph(say(texts.standingEnded, { why: ended.why }))]),
        facts([
          [report.facts.why, why],
          [report.facts.owner, owner],
          [report.facts.until, until.slice(0, 10)],
          [report.facts.threats, threats.map((threat): Text => [context.linkTo(threat)])],
        ]),
      ],
    };
  });
  return {
    id: 'standing',
    title: report.sections.standing,
    blocks: entries.length === 0 ? [paragraph(report.standing.none, 'quiet')] : entries,
  };
}

/** Told apart by shape, as on the board. */
const CELLS: Readonly<Record<CoverageState, string>> = { open: '◆', asked: '?', answered: '✓', nothing: '–' };

/** How far each letter of each element and flow has been looked at. */
export function coverageSection(context: ReportContext): Section {
  const { report, exported } = context.words;
  const { rows, counts } = context.coverage;
  const table: Block = tableOr(
    {
      caption: report.coverage.caption,
      columns: [
        { label: report.columns.element, kind: 'text', weight: 40 },
        ...STRIDE_LETTERS.map((letter) => ({
          label: say(report.letterColumn, { letter }),
          kind: 'sign' as const,
          weight: 10,
        })),
      ],
      rows: rows.map(({ subject, cells }) => ({
        cells: [
          [context.linkTo(subject)],
          ...STRIDE_LETTERS.map((letter): Text => {
            const cell = cells.find((each) => each.letter === letter);
            return cell === undefined ? [] : [CELLS[cell.state]];
          }),
        ],
      })),
    },
    report.coverage.none,
  );
  return {
    id: 'coverage',
    title: report.sections.coverage,
    blocks:
      rows.length === 0
        ? [table]
        : [
            paragraph(say(exported.report.coverageCounts, counts)),
            table,
            paragraph(exported.report.coverageSigns, 'quiet'),
          ],
  };
}

/** Questions of the rules without an answer. */
export function questionsSection(context: ReportContext): Section {
  const { report } = context.words;
  const { questions } = context.input;
  const table = tableOr(
    {
      caption: report.questions.caption,
      columns: [
        { label: report.columns.question, kind: 'text', weight: 50 },
        { label: report.columns.about, kind: 'text', weight: 35 },
        { label: report.columns.waiting, kind: 'number', weight: 15 },
      ],
      rows: [...askedOf(questions)].map(([question, about]) => ({
        cells: [
          [question],
          [
            ...joined(
              about.slice(0, NAMED).map(({ subject }) => context.linkTo(subject)),
              report.comma,
            ),
            ...(about.length > NAMED ? [report.comma, say(report.more, { count: about.length - NAMED })] : []),
          ],
          [String(about.reduce((sum, { waiting }) => sum + waiting, 0))],
        ],
      })),
    },
    report.questions.none,
  );
  return {
    id: 'questions',
    title: report.sections.questions,
    blocks: questions.length === 0 ? [table] : [paragraph(report.questions.intro), table],
  };
}

/** Elements and flows that are named for one question; of the others their number is said. */
const NAMED = 40;

/** Who is asked each question, in the order of the weightiest. */
function askedOf(questions: readonly Question[]): ReadonlyMap<string, readonly Question[]> {
  const asked = new Map<string, Question[]>();
  for (const question of questions) {
    const text = question.definition.question ?? question.definition.label;
    const known = asked.get(text);
    if (known === undefined) asked.set(text, [question]);
    else known.push(question);
  }
  return asked;
}

/** Decisions whose threat is gone, and what removed it. */
export function vanishedSection(context: ReportContext): Section {
  const { input, words } = context;
  const { report, common } = words;
  const causeText = createCauseTexts(input.model, input.pack, words);
  const entries = input.vanished.map(({ id, decision }): Entry => {
    const { why } = decision.fields;
    return {
      kind: 'entry',
      id: anchorOf('vanished', id),
      title: say(words.exported.report.vanishedItem, { id, state: common.states[decision.state] }),
      severity: null,
      blocks: [
        facts([
          [report.facts.why, typeof why === 'string' ? why : ''],
          [report.facts.because, causeText(input.causes.get(id))],
          [
            report.facts.decided,
            [context.dayOf(decision.at), context.personOf(decision.by)].filter(Boolean).join(report.comma),
          ],
        ]),
      ],
    };
  });
  return {
    id: 'vanished',
    title: report.sections.vanished,
    blocks: entries.length === 0 ? [paragraph(report.vanished.none, 'quiet')] : entries,
  };
}

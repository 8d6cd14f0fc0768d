/** Controls and their proof: what is applied where and how far, what it answers, which requirements it serves, and where holes are. */

import { compareText } from '@strideboard/model';
import { isInPlace } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { anchorOf } from '../anchors.ts';
import { facts, heading, list, paragraph, tableOr } from '../blocks.ts';
import { isOpenRow, link, type ReportContext } from '../report-context.ts';
import type { Entry, Section, Text } from '../report-document.ts';

/** Builds the section. */
export function controlsSection(context: ReportContext): Section {
  const { report } = context.words;
  const { model } = context.input;
  const used = [...new Set([...model.applied, ...model.mitigations].map(({ control }) => control))].sort(compareText);
  const holes = listHoles(context);
  return {
    id: 'controls',
    title: report.sections.controls,
    blocks: [
      appliedTable(context),
      heading(report.controls.holes),
      holes.length === 0 ? paragraph(report.controls.holesNone, 'quiet') : list(holes),
      ...(used.length === 0 ? [] : [heading(report.controls.detail), ...used.map((id) => controlEntry(id, context))]),
    ],
  };
}

function appliedTable(context: ReportContext): ReturnType<typeof tableOr> {
  const { report } = context.words;
  const { columns } = report;
  return tableOr(
    {
      caption: report.controls.caption,
      columns: [
        { label: columns.control, kind: 'text', weight: 32 },
        { label: columns.on, kind: 'text', weight: 24 },
        { label: columns.state, kind: 'short', weight: 13 },
        { label: columns.owner, kind: 'text', weight: 12 },
        { label: columns.evidence, kind: 'text', weight: 19 },
        { label: columns.ticket, kind: 'text', weight: 12 },
      ],
      rows: context.input.model.applied.map(({ control, element, state, owner, evidence, ticket }) => ({
        cells: [
          [context.linkTo(control)],
          [context.linkTo(element)],
          [{ kind: 'state', tone: isInPlace(state) ? 'settled' : 'open', text: report.controls.states[state] }],
          [owner],
          [evidence],
          [ticket],
        ],
      })),
    },
    report.controls.none,
  );
}

/** What the records of controls themselves say is missing. */
function listHoles(context: ReportContext): readonly Text[] {
  const { controls } = context.words.report;
  const open = context.rows.filter(isOpenRow);
  const bare = open.filter(({ risk }) => risk.controls.length === 0).length;
  const notInPlace = context.rows.filter(
    ({ risk, outOfScope }) =>
      !outOfScope && risk.controls.length > 0 && risk.controls.every(({ state }) => !isInPlace(state)),
  ).length;
  const places = context.input.model.applied.flatMap(({ control, element, state, evidence }): readonly Text[] => {
    const shape =
      state === 'failed' ? controls.holeFailed : state === 'verified' && evidence === '' ? controls.holeEvidence : null;
    if (shape === null) return [];
    const [between = '', after = ''] = shape.replace('{control}', '').split('{element}');
    return [[context.linkTo(control), between, context.linkTo(element), after]];
  });
  return [
    ...(bare === 0 ? [] : [[say(controls.holeOpen, { count: bare })]]),
    ...(notInPlace === 0 ? [] : [[say(controls.holeNotInPlace, { count: notInPlace })]]),
    ...places,
  ];
}

function controlEntry(id: string, context: ReportContext): Entry {
  const { report } = context.words;
  const { model, catalogue } = context.input;
  const known = catalogue.find((control) => control.id === id);
  const own = model.controls.find((control) => control.id === id);
  const places = model.applied.filter(({ control }) => control === id);
  const threats = model.mitigations.filter(({ control }) => control === id);
  return {
    kind: 'entry',
    id: anchorOf('control', id),
    title: context.controlName(id),
    severity: null,
    blocks: [
      ...(own === undefined || own.notes === '' ? [] : [paragraph(own.notes)]),
      facts([
        [
          report.columns.on,
          places.length === 0
            ? report.controls.linkedOnly
            : places.map(
                ({ element, state }): Text => [context.linkTo(element), ` (${report.controls.states[state]})`],
              ),
        ],
        [
          report.columns.answers,
          threats.map(({ threat }): Text => {
            const row = context.rows.find((each) => each.id === threat);
            return [row === undefined ? threat : link(row.title || row.id, anchorOf('threat', row.id))];
          }),
        ],
        [report.facts.test, known?.test ?? ''],
        [
          report.facts.requirements,
          (known?.compliance ?? [])
            .filter(({ checked }) => checked)
            .map((reference) => `${reference.key} ${reference.id}`.trim())
            .join(report.and),
        ],
        [report.facts.id, id],
      ]),
    ],
  };
}

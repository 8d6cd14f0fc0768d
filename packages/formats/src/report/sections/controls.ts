/** Controls and their proof: what is applied where and how far, what shows that it works, what it answers, and where the chain has holes. */

import { isInPlace, type ProofRow, proofTable } from '@strideboard/stride';
import { say } from '@strideboard/words';
import { anchorOf } from '../anchors.ts';
import { facts, heading, paragraph, tableOr } from '../blocks.ts';
import { isOpenRow, type ReportContext } from '../report-context.ts';
import type { Entry, Section, Text } from '../report-document.ts';

/** Builds the section. */
export function controlsSection(context: ReportContext): Section {
  const { report } = context.words;
  const rows = proofTable(context.input);
  const byControl = new Map<string, ProofRow[]>();
  for (const row of rows) byControl.set(row.control.id, [...(byControl.get(row.control.id) ?? []), row]);
  const holes = listHoles(context);
  return {
    id: 'controls',
    title: report.sections.controls,
    blocks: [
      ...holes.map((text) => paragraph(text)),
      controlTable(rows, context),
      ...(rows.length === 0 ? [] : [heading(report.controls.detail)]),
      ...[...byControl.values()].map((places) => controlEntry(places, context)),
    ],
  };
}

function controlTable(rows: readonly ProofRow[], context: ReportContext): ReturnType<typeof tableOr> {
  const { report, proof } = context.words;
  const { columns } = report;
  return tableOr(
    {
      caption: report.controls.caption,
      columns: [
        { label: columns.control, kind: 'text', weight: 30 },
        { label: columns.on, kind: 'text', weight: 20 },
        { label: columns.state, kind: 'short', weight: 14 },
        { label: columns.owner, kind: 'text', weight: 12 },
        { label: columns.evidence, kind: 'text', weight: 18 },
        { label: columns.missing, kind: 'text', weight: 24 },
      ],
      rows: rows.map(({ control, place, holes }) => ({
        cells: [
          [context.linkTo(control.id)],
          place === null ? [] : [context.linkTo(place.element)],
          place === null ? [] : [stateOf(place.state, context)],
          [place?.owner ?? ''],
          [place?.evidence ?? ''],
          [holes.map((hole) => proof.holes[hole]).join(report.comma)],
        ],
      })),
    },
    report.controls.none,
  );
}

const stateOf = (state: NonNullable<ProofRow['place']>['state'], { words }: ReportContext): Text[number] => ({
  kind: 'state',
  tone: isInPlace(state) ? 'settled' : 'open',
  text: words.report.controls.states[state],
});

/** Threats that no control answers, or none that is in place. */
function listHoles(context: ReportContext): readonly string[] {
  const { controls } = context.words.report;
  const open = context.rows.filter(isOpenRow);
  const bare = open.filter(({ risk }) => risk.controls.length === 0).length;
  const notInPlace = context.rows.filter(
    ({ risk, outOfScope }) =>
      !outOfScope && risk.controls.length > 0 && risk.controls.every(({ state }) => !isInPlace(state)),
  ).length;
  return [
    ...(bare === 0 ? [] : [say(controls.holeOpen, { count: bare })]),
    ...(notInPlace === 0 ? [] : [say(controls.holeNotInPlace, { count: notInPlace })]),
  ];
}

/** One control with all its places. */
function controlEntry(places: readonly ProofRow[], context: ReportContext): Entry {
  const { report } = context.words;
  const [row] = places;
  if (row === undefined) throw new Error('controlEntry: a control without a row');
  const { control, threats } = row;
  const { strength } = control;
  const requirements = control.requirements.filter(({ checked }) => checked).map(({ text }) => text);
  const applied = places.flatMap(({ place }): readonly Text[] =>
    place === null
      ? []
      : [
          [
            context.linkTo(place.element),
            ' (',
            stateOf(place.state, context),
            place.ticket === '' ? ')' : `, ${place.ticket})`,
          ],
        ],
  );
  return {
    kind: 'entry',
    id: anchorOf('control', control.id),
    title: context.controlName(control.id),
    severity: null,
    blocks: [
      ...(control.isOwn && control.notes !== '' ? [paragraph(control.notes)] : []),
      facts([
        [report.columns.on, applied.length === 0 ? report.controls.linkedOnly : applied],
        [report.columns.answers, threats.map((threat): Text => [context.linkTo(threat)])],
        [
          report.facts.strength,
          strength === null ? report.controls.noStrength : say(report.controls.strength, strength),
        ],
        [report.facts.test, control.test],
        [report.facts.signal, control.signal],
        [report.facts.requirements, requirements.join(report.and)],
        [report.facts.id, control.id],
      ]),
    ],
  };
}

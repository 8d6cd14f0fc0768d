/** The model as a workbook: threats, elements, flows, controls and records, a sheet each. */

import type { Element, Model } from '@strideboard/model';
import { labelOf } from '@strideboard/stride';
import type { EncodedBytes, ExportInput } from '../export-codec.ts';
import type { Loss } from '../loss.ts';
import { connectionTable } from '../matrix/connection-rows.ts';
import { threatColumns } from '../threats/threat-columns.ts';
import { createControlNames, threatRows } from '../threats/threat-rows.ts';
import { valueText } from '../threats/value-text.ts';
import { CELL_LIMIT, type Sheet, writeWorkbook } from './ooxml.ts';

/** Writes the workbook. */
export function writeXlsx(input: ExportInput): EncodedBytes {
  const sheets = [
    threatSheet(input),
    elementSheet(input),
    { ...connectionTable(input), name: input.words.outputs.sheets.flows, numbers: [] },
    controlSheet(input),
    recordSheet(input),
  ];
  return {
    bytes: writeWorkbook(sheets),
    losses: [
      ...input.vanished.map(({ id }) => ({ code: 'decision-vanished', where: id }) as const),
      ...sheets.flatMap(shortened),
    ],
  };
}

/** Cells that hold less than they should. */
const shortened = ({ name, rows }: Sheet): readonly Loss[] =>
  rows.flatMap((cells) =>
    cells.some((text) => text.length > CELL_LIMIT)
      ? [{ code: 'text-shortened' as const, where: `${name}: ${cells[0]?.slice(0, 80) ?? ''}` }]
      : [],
  );

function threatSheet(input: ExportInput): Sheet {
  const columns = threatColumns(input.words);
  const { inherent, residual } = input.words.outputs.risk;
  return {
    name: input.words.outputs.sheets.threats,
    header: columns.map(({ name }) => name),
    rows: threatRows(input).map((row) => columns.map(({ read }) => read(row))),
    numbers: columns.flatMap(({ name }, at) => (name === inherent || name === residual ? [at] : [])),
  };
}

function elementSheet({ model, pack, words }: ExportInput): Sheet {
  const { sheets, elements } = words.outputs;
  const byId = new Map<string, Element>(model.elements.map((element) => [element.id, element]));
  const nameOf = (id: string | null): string => {
    const element = id === null ? undefined : byId.get(id);
    return element === undefined ? '' : labelOf(element, pack);
  };
  const diagrams = new Map<string, string>(model.diagrams.map(({ id, title }) => [id, title]));
  return {
    name: sheets.elements,
    header: Object.values(elements),
    rows: model.elements.map((element) => [
      labelOf(element, pack),
      pack.typeLabel(element.type) ?? words.common.kinds[element.kind],
      words.common.kinds[element.kind],
      nameOf(element.parent),
      element.memberOf.map(nameOf).join('; '),
      (element.diagram === null ? undefined : diagrams.get(element.diagram)) ?? model.diagrams[0]?.title ?? '',
      Object.entries(element.properties)
        .map(([name, value]) => {
          const defined = pack.definition(element, name);
          return `${defined?.label ?? name}: ${valueText(value, defined, words)}`;
        })
        .join('; '),
      element.outOfScope ?? '',
      element.notes,
      element.id,
    ]),
    numbers: [],
  };
}

function controlSheet(input: ExportInput): Sheet {
  const { model, pack, words } = input;
  const { sheets, controls, controlStates, notApplied } = words.outputs;
  const nameOf = createControlNames(input);
  const subjects = new Map<string, Model['elements'][number]>(model.elements.map((element) => [element.id, element]));
  const answered = new Map<string, string[]>();
  for (const { threat, control } of model.mitigations) {
    const threats = answered.get(control);
    if (threats === undefined) answered.set(control, [threat]);
    else threats.push(threat);
  }
  const applied = model.applied.map(({ control, element, state, owner, evidence, ticket }) => {
    const subject = subjects.get(element);
    const where = subject === undefined ? element : labelOf(subject, pack);
    return [control, where, controlStates[state], owner, evidence, ticket];
  });
  const used = new Set(applied.map(([control = '']) => control));
  const others = [...new Set([...model.controls.map(({ id }) => id), ...answered.keys()])]
    .filter((id) => !used.has(id))
    .map((id) => [id, '', notApplied, '', '', '']);
  return {
    name: sheets.controls,
    header: Object.values(controls),
    rows: [...applied, ...others].map(([id = '', ...rest]) => [
      nameOf(id),
      ...rest,
      (answered.get(id) ?? []).join('; '),
      id,
    ]),
    numbers: [],
  };
}

function recordSheet({ model, words }: ExportInput): Sheet {
  const { sheets, records, recordKinds } = words.outputs;
  return {
    name: sheets.records,
    header: Object.values(records),
    rows: model.records.map(({ id, kind, title, state, owner, due, about, text }) => [
      recordKinds[kind],
      title,
      state,
      owner,
      due,
      about.join('; '),
      text,
      id,
    ]),
    numbers: [],
  };
}

/**
 * Who talks to whom: one row a flow, in the order of the walkthrough numbers. What people leave open is said to be unknown. How badly the
 * loss of confidentiality, integrity or availability would hurt is the worst severity of the threats about the flow that can come true, by
 * the mapping of STRIDE to these three (Shostack, Threat Modeling, 2014, chapter 3): information disclosure, tampering, denial of service.
 */

import {
  compareOrder,
  compareText,
  createContainment,
  type Element,
  type ElementId,
  findCrossings,
  type Flow,
} from '@strideboard/model';
import type { StrideLetter } from '@strideboard/packs';
import { createFactReader, labelOf, type RegisterRow, severityRank } from '@strideboard/stride';
import { say } from '@strideboard/words';
import type { ExportInput } from '../export-codec.ts';
import type { Table } from '../table/table.ts';
import { registerOf } from '../threats/threat-rows.ts';
import { valueText } from '../threats/value-text.ts';

/** The matrix. */
export function connectionTable(input: ExportInput): Table {
  const { model, words } = input;
  const { matrix } = words.outputs;
  const facts = createFactTextsOf(input);
  const routeOf = createRoutes(input);
  const impactOf = createImpacts(input);
  const elements = new Map<string, Element>(model.elements.map((element) => [element.id, element]));
  const nameOf = (id: string): string => {
    const element = elements.get(id);
    return element === undefined ? id : labelOf(element, input.pack);
  };
  const flows = [...model.flows].sort((a, b) => compareOrder(a.order, b.order) || compareText(a.id, b.id));
  return {
    name: matrix.name,
    header: Object.values(matrix.columns),
    rows: flows.map((flow) => [
      flow.order,
      [flow.label, flow.returnLabel].filter(Boolean).join(' / '),
      nameOf(flow.source),
      nameOf(flow.target),
      flow.direction === 'two' ? matrix.both : matrix.one,
      facts(flow, 'data', ''),
      facts(flow, 'carriesCredentials'),
      impactOf(flow, 'I'),
      impactOf(flow, 'T'),
      impactOf(flow, 'D'),
      [facts(flow, 'protocol', ''), facts(flow, 'port', '')].filter(Boolean).join(' ') || matrix.unknown,
      facts(flow, 'encrypted'),
      facts(flow, 'mutualTls'),
      facts(flow, 'sourceAuthenticated'),
      facts(flow, 'destinationAuthenticated'),
      facts(flow, 'authorized'),
      routeOf(flow),
      flow.outOfScope === null ? '' : words.exported.outOfScope,
      flow.id,
    ]),
  };
}

/** What is known about a flow in words; for what nobody knows that it is unknown, or what is given. */
function createFactTextsOf({ model, pack, words }: ExportInput) {
  const read = createFactReader(model, pack);
  return (flow: Flow, property: string, unknown: string = words.outputs.matrix.unknown): string => {
    const value = read(flow, property);
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return unknown;
    return valueText(value, pack.definition(flow, property), words);
  };
}

/** The boundaries that a flow leaves, enters and passes, in its own order. */
function createRoutes({ model, pack, words }: ExportInput): (flow: Flow) => string {
  const { matrix } = words.outputs;
  const containment = createContainment(model);
  const crossings = findCrossings(model, containment);
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  const depth = (id: ElementId): number => containment.enclosing(id).size;
  const names = (ids: readonly ElementId[]): string =>
    ids.map((id) => labelOf(elements.get(id) ?? missing(id), pack)).join(', ');
  return (flow) => {
    const crossed = crossings.get(flow.id) ?? [];
    const [from, to] = [containment.enclosing(flow.source), containment.enclosing(flow.target)];
    const left = crossed.filter((id) => from.has(id)).sort((a, b) => depth(b) - depth(a));
    const entered = crossed.filter((id) => to.has(id)).sort((a, b) => depth(a) - depth(b));
    const passed = crossed.filter((id) => !from.has(id) && !to.has(id));
    const parts = [
      left.length === 0 ? '' : say(matrix.out, { boundaries: names(left) }),
      passed.length === 0 ? '' : say(matrix.over, { boundaries: names(passed) }),
      entered.length === 0 ? '' : say(matrix.into, { boundaries: names(entered) }),
    ].filter(Boolean);
    return parts.length === 0 ? matrix.inside : parts.join('; ');
  };
}

function missing(id: string): never {
  throw new Error(`connectionTable: a flow crosses ${id}, which is not in the model`);
}

/** The worst severity of the threats about a flow that carry a letter; a dash where there is none. */
function createImpacts(input: ExportInput): (flow: Flow, letter: StrideLetter) => string {
  const rows = new Map<string, RegisterRow[]>();
  for (const row of registerOf(input)) {
    if (row.state === 'notApplicable' || row.outOfScope) continue;
    for (const id of row.subjects) {
      const known = rows.get(id);
      if (known === undefined) rows.set(id, [row]);
      else known.push(row);
    }
  }
  const { common, outputs } = input.words;
  return (flow, letter) => {
    const severities = (rows.get(flow.id) ?? []).flatMap(({ letters, severity }) =>
      letters.includes(letter) && severity !== null ? [severity] : [],
    );
    const [worst] = severities.sort((a, b) => severityRank(a) - severityRank(b));
    return worst === undefined ? outputs.matrix.none : common.severities[worst];
  };
}

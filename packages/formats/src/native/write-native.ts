/** A model as a Strideboard file: equal models give equal bytes, one record a line, keys sorted, so that versions compare line by line. */

import { type Absentable, registerSections, treeLayout } from './write-register.ts';
import { compareText, DEFAULT_GRID, defaultSize, type Element, type Flow, type Model } from '@strideboard/model';

/** Writes the file. LF, one newline at the end. */
export function writeNative(model: Model): string {
  const elements = [...model.elements].sort((a, b) => compareText(a.id, b.id));
  const flows = [...model.flows].sort((a, b) => compareText(a.id, b.id));
  const decisions = Object.entries(model.decisions).sort(([a], [b]) => compareText(a, b));
  const { title, summary, owner, reviewers, system, created } = model.meta;
  const { packs, method, grid, defaults } = model.settings;
  const sections = [
    `  "format": "strideboard"`,
    `  "schema": ${model.settings.schema}`,
    `  "meta": ${line({ title: title || null, summary: summary || null, owner: owner || null, reviewers: some(reviewers), system: system || null, created })}`,
    `  "settings": ${line({ packs: some(packs), method: filled(method), grid: grid === DEFAULT_GRID ? null : grid, defaults: filled(defaults) })}`,
    records(
      '  ',
      'diagrams',
      [...model.diagrams]
        .sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id))
        .map((diagram) => ({ id: diagram.id, title: diagram.title || null, details: diagram.details, z: diagram.z })),
    ),
    records('  ', 'elements', elements.map(elementRecord)),
    records('  ', 'flows', flows.map(flowRecord)),
    records(
      '  ',
      'decisions',
      decisions.map(([threat, { state, basis, by, at, fields }]) => ({
        threat,
        state,
        basis: basis || null,
        by,
        at,
        fields: filled(fields),
      })),
    ),
    ...registerSections(model).flatMap(([name, list]) => (list.length === 0 ? [] : [records('  ', name, list)])),
    `  "layout": {\n${layoutSections(model, elements, flows).join(',\n')}\n  }`,
  ];
  return `{\n${sections.join(',\n')}\n}\n`;
}

function layoutSections(model: Model, elements: readonly Element[], flows: readonly Flow[]): readonly string[] {
  const nodes = treeLayout(model);
  return [
    records('    ', 'elements', elements.map(elementLayout)),
    records('    ', 'flows', flows.map(flowLayout)),
    ...(nodes.length === 0 ? [] : [records('    ', 'treeNodes', nodes)]),
  ];
}

function records(indent: string, name: string, list: readonly Absentable[]): string {
  if (list.length === 0) return `${indent}"${name}": []`;
  return `${indent}"${name}": [\n${list.map((record) => `${indent}  ${line(record)}`).join(',\n')}\n${indent}]`;
}

/** JSON of one value on one line: keys sorted by code units, absent values left out, a space after each colon and comma between members. */
function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== null)
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}: ${line(member)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

const some = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);
const filled = (value: object): object | null => (Object.keys(value).length === 0 ? null : value);

function shared(from: Element | Flow): Absentable {
  return {
    id: from.id,
    label: from.label || null,
    properties: filled(from.properties),
    evidence: filled(from.evidence),
    outOfScope: from.outOfScope,
    importedFrom: from.importedFrom,
    diagram: from.diagram,
    created: from.created,
    notes: from.notes || null,
  };
}

function elementRecord(element: Element): Absentable {
  return {
    ...shared(element),
    kind: element.kind,
    type: element.type || null,
    parent: element.parent,
    memberOf: some(element.memberOf),
    style: element.style === 'trust' ? null : element.style,
    of: element.of,
  };
}

function elementLayout(element: Element): Absentable {
  const usual = defaultSize(element.kind);
  const isUsual = element.width === usual.width && element.height === usual.height;
  return {
    id: element.id,
    at: [element.x, element.y],
    size: isUsual ? null : [element.width, element.height],
    z: element.z,
    shape: element.shape.kind === 'box' ? null : element.shape,
    collapsed: element.collapsed || null,
    lock: element.lock,
  };
}

function flowRecord(flow: Flow): Absentable {
  return {
    ...shared(flow),
    source: flow.source,
    target: flow.target,
    direction: flow.direction === 'one' ? null : flow.direction,
    returnLabel: flow.returnLabel || null,
    order: flow.order || null,
  };
}

function flowLayout(flow: Flow): Absentable {
  return {
    id: flow.id,
    z: flow.z,
    route: flow.route,
    ports: flow.ports[0] === null && flow.ports[1] === null ? null : flow.ports,
    label: flow.labelPlace,
  };
}

/**
 * The stored shape of elements and flows: one record of plain JSON values per id, as kept in the shared document.
 * Reading checks every value for type and range and falls back to its default; it never throws. Writing gives exactly the keys that
 * carry a value, so that `read(write(x))` equals `x`. Absent and `null` mean the same.
 */

import {
  BOUNDARY_STYLES,
  type BoundaryShape,
  defaultSize,
  ELEMENT_KINDS,
  type Element,
  type ElementKind,
  EVIDENCE_SOURCES,
  type Evidence,
  type Properties,
  type PropertyValue,
} from './element.ts';
import type { Flow, LabelPlace, Route, Side } from './flow.ts';
import { SIDES } from './flow.ts';
import { type DiagramId, type ElementId, elementId, flowId, isRoomId } from './ids.ts';
import type { ModelIssueCode } from './model.ts';
import {
  coordinate,
  idOrNull,
  isNumber,
  isOrderKey,
  isScalar,
  LABEL_LIMIT,
  LIST_LIMIT,
  nonEmpty,
  ownValue,
  pair,
  POINT_LIMIT,
  readStamp,
  STRING_LIMIT,
  type StoredRecord,
  text,
} from './stored-values.ts';

/** An element as read, before the model is assembled: its parent may be dead, missing or cyclic. */
export interface ReadElement {
  readonly element: Element;
  readonly deleted: boolean;
  readonly issues: readonly ModelIssueCode[];
}

/** A flow as read, before the model is assembled; `null` ends could not be read. */
export interface ReadFlow {
  readonly flow: Flow;
  readonly deleted: boolean;
  readonly issues: readonly ModelIssueCode[];
}

/** Reads one stored element. Never throws; what cannot be read takes its default and is named in `issues`. */
export function readElement(id: string, record: StoredRecord, notes = ''): ReadElement {
  const issues = new Set<ModelIssueCode>();
  const get = (key: string): unknown => ownValue(record, key);
  const flag = (wrong: boolean, code: ModelIssueCode = 'value-unreadable'): void => {
    if (wrong) issues.add(code);
  };

  const rawKind = get('kind');
  const kind: ElementKind = ELEMENT_KINDS.find((known) => known === rawKind) ?? 'process';
  flag(kind !== rawKind, 'kind-unknown');

  const at = get('at');
  const x = Array.isArray(at) ? coordinate(at[1]) : null;
  const y = Array.isArray(at) ? coordinate(at[2]) : null;
  const parent = Array.isArray(at) && at[0] !== null ? idOrNull(at[0]) : null;
  flag(x === null || y === null);

  const size = pair(get('size'));
  const width = size === null ? null : coordinate(size[0]);
  const height = size === null ? null : coordinate(size[1]);
  flag(width === null || height === null || width < 1 || height < 1);
  const fallback = defaultSize(kind);

  const z = get('z');
  const shape = readShape(get('shape'));
  flag(shape === null);
  const style = get('style');
  const outOfScope = get('oos');
  const diagram = get('dia');

  const element: Element = {
    id: elementId(id),
    kind,
    type: text(get('type'), 200),
    label: text(get('label'), LABEL_LIMIT),
    parent,
    x: x ?? 0,
    y: y ?? 0,
    width: width !== null && width >= 1 ? width : fallback.width,
    height: height !== null && height >= 1 ? height : fallback.height,
    z: isOrderKey(z) ? z : 'a0',
    memberOf: readMemberships(record),
    properties: readProperties(record),
    evidence: readEvidence(record),
    outOfScope: typeof outOfScope === 'string' ? outOfScope.slice(0, STRING_LIMIT) : null,
    shape: shape ?? { kind: 'box' },
    style: BOUNDARY_STYLES.find((known) => known === style) ?? 'trust',
    lock: readStamp(get('lock')),
    collapsed: get('col') === 1 || get('col') === true,
    importedFrom: nonEmpty(get('src')),
    diagram: isRoomId(diagram) ? (diagram as DiagramId) : null, // checked on this line
    of: idOrNull(get('of')),
    created: readStamp(get('by')),
    notes,
  };
  return { element, deleted: get('del') !== null, issues: [...issues] };
}

/** Reads one stored flow. Never throws. Ends that cannot be read become an id that no element has, so the flow stays hidden. */
export function readFlow(id: string, record: StoredRecord, notes = ''): ReadFlow {
  const issues = new Set<ModelIssueCode>();
  const get = (key: string): unknown => ownValue(record, key);
  const ends = pair(get('ends'));
  const source = ends === null ? null : idOrNull(ends[0]);
  const target = ends === null ? null : idOrNull(ends[1]);
  if (source === null || target === null) issues.add('value-unreadable');
  const ports = pair(get('ports'));
  const z = get('z');
  const outOfScope = get('oos');
  const diagram = get('dia');
  const flow: Flow = {
    id: flowId(id),
    source: source ?? elementId(''),
    target: target ?? elementId(''),
    direction: get('dir') === 'two' ? 'two' : 'one',
    label: text(get('label'), LABEL_LIMIT),
    returnLabel: text(get('label2'), LABEL_LIMIT),
    order: text(get('order'), 12),
    route: readRoute(get('way')),
    ports: [readSide(ports?.[0]), readSide(ports?.[1])],
    labelPlace: readLabelPlace(get('lab')),
    properties: readProperties(record),
    evidence: readEvidence(record),
    outOfScope: typeof outOfScope === 'string' ? outOfScope.slice(0, STRING_LIMIT) : null,
    z: isOrderKey(z) ? z : 'a0',
    importedFrom: nonEmpty(get('src')),
    diagram: isRoomId(diagram) ? (diagram as DiagramId) : null, // checked on this line
    created: readStamp(get('by')),
    notes,
  };
  return { flow, deleted: get('del') !== null, issues: [...issues] };
}

/** The stored record of an element: only keys that carry a value. Notes are stored apart, as text. */
export function writeElement(element: Element): Record<string, unknown> {
  const record: Record<string, unknown> = {
    kind: element.kind,
    at: [element.parent, element.x, element.y],
    size: [element.width, element.height],
    z: element.z,
  };
  if (element.type !== '') record['type'] = element.type;
  if (element.label !== '') record['label'] = element.label;
  for (const boundary of element.memberOf) record[`in.${boundary}`] = 1;
  writeShared(record, element);
  if (element.shape.kind !== 'box') record['shape'] = [element.shape.kind, element.shape.points, element.shape.curve];
  if (element.style !== 'trust') record['style'] = element.style;
  if (element.lock !== null) record['lock'] = [element.lock.by, element.lock.at];
  if (element.collapsed) record['col'] = 1;
  if (element.of !== null) record['of'] = element.of;
  return record;
}

/** The stored record of a flow: only keys that carry a value. Notes are stored apart, as text. */
export function writeFlow(flow: Flow): Record<string, unknown> {
  const record: Record<string, unknown> = { ends: [flow.source, flow.target], dir: flow.direction, z: flow.z };
  if (flow.label !== '') record['label'] = flow.label;
  if (flow.returnLabel !== '') record['label2'] = flow.returnLabel;
  if (flow.order !== '') record['order'] = flow.order;
  if (flow.route !== null) record['way'] = [flow.route.base, flow.route.points];
  if (flow.ports[0] !== null || flow.ports[1] !== null) record['ports'] = [...flow.ports];
  if (flow.labelPlace !== null) record['lab'] = [flow.labelPlace.along, flow.labelPlace.dx, flow.labelPlace.dy];
  writeShared(record, flow);
  return record;
}

function writeShared(record: Record<string, unknown>, from: Element | Flow): void {
  for (const [name, value] of Object.entries(from.properties)) record[`p.${name}`] = value;
  for (const [name, { source, evidence, by, at }] of Object.entries(from.evidence)) {
    record[`e.${name}`] = [source, evidence, by, at];
  }
  if (from.outOfScope !== null) record['oos'] = from.outOfScope;
  if (from.importedFrom !== null) record['src'] = from.importedFrom;
  if (from.diagram !== null) record['dia'] = from.diagram;
  if (from.created !== null) record['by'] = [from.created.by, from.created.at];
}

/** Whether a value can be a property value: a scalar, or a short list of scalars. */
export function isPropertyValue(value: unknown): value is PropertyValue {
  if (Array.isArray(value)) return value.length <= LIST_LIMIT && value.every(isScalar);
  return isScalar(value);
}

function readProperties(record: StoredRecord): Properties {
  const properties: [string, PropertyValue][] = [];
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (key.startsWith('p.') && key.length > 2 && isPropertyValue(value)) properties.push([key.slice(2), value]);
  }
  return fromSorted(properties);
}

function readEvidence(record: StoredRecord): Readonly<Record<string, Evidence>> {
  const found: [string, Evidence][] = [];
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (!key.startsWith('e.') || key.length <= 2 || !Array.isArray(value)) continue;
    const source = EVIDENCE_SOURCES.find((known) => known === value[0]);
    if (source === undefined) continue;
    found.push([
      key.slice(2),
      { source, evidence: text(value[1]), by: text(value[2], 100), at: isNumber(value[3]) ? value[3] : 0 },
    ]);
  }
  return fromSorted(found);
}

function readMemberships(record: StoredRecord): readonly ElementId[] {
  return Object.keys(record)
    .filter((key) => key.startsWith('in.') && record[key] === 1 && isRoomId(key.slice(3)))
    .map((key) => elementId(key.slice(3)))
    .sort();
}

function readShape(value: unknown): BoundaryShape | null {
  if (value === null) return { kind: 'box' };
  if (!Array.isArray(value)) return null;
  const tuple: readonly unknown[] = value;
  const [kind, points, curve] = tuple;
  if (kind === 'box') return { kind };
  if ((kind !== 'poly' && kind !== 'line') || !Array.isArray(points)) return null;
  const read: (readonly [number, number])[] = [];
  for (const point of points.slice(0, POINT_LIMIT)) {
    const [x, y]: readonly unknown[] = pair(point) ?? [];
    if (!isNumber(x) || !isNumber(y) || x < 0 || y < 0 || x > 10_000 || y > 10_000) return null;
    read.push([Math.round(x), Math.round(y)]);
  }
  if (read.length < (kind === 'line' ? 2 : 3)) return null;
  return { kind, points: read, curve: curve === 'smooth' ? 'smooth' : 'straight' };
}

function readRoute(value: unknown): Route | null {
  const [base, points] = pair(value) ?? [];
  if (!Array.isArray(points)) return null;
  const read: (readonly [number, number])[] = [];
  for (const point of points.slice(0, POINT_LIMIT)) {
    const [x, y] = (pair(point) ?? []).map(coordinate);
    if (x === undefined || y === undefined || x === null || y === null) return null;
    read.push([x, y]);
  }
  return read.length === 0 ? null : { base: idOrNull(base), points: read };
}

function readLabelPlace(value: unknown): LabelPlace | null {
  if (!Array.isArray(value) || value.length !== 3) return null;
  const [along, dx, dy] = value.map(coordinate);
  if (along === undefined || along === null || dx === undefined || dx === null || dy === undefined || dy === null)
    return null;
  return along < 0 || along > 1000 ? null : { along, dx, dy };
}

const readSide = (value: unknown): Side | null => SIDES.find((side) => side === value) ?? null;

/** An object with the given entries in key order; a key named `__proto__` stays an ordinary key. */
function fromSorted<V>(entries: [string, V][]): Readonly<Record<string, V>> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Elements, flows and diagrams of a file in the words of the model: what is absent takes its default. */

import {
  type Diagram,
  defaultSize,
  diagramId,
  type Element,
  type ElementId,
  elementId,
  compareText,
  type Evidence,
  type Flow,
  flowId,
  isPropertyValue,
  type Properties,
} from '@strideboard/model';
import type { FileContent, FileElement, FileElementLayout, FileFlow, FileFlowLayout } from './file-schema.ts';
import { isNameStorable, type LossList } from './fit.ts';

/** The records of a section as written, for what the schema library will not copy: keys such as `__proto__`. */
export function rawList(raw: unknown, section: string): readonly unknown[] {
  const list = ownValue(raw, section);
  return Array.isArray(list) ? list : [];
}

interface Facts {
  readonly properties: Properties;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** Properties and evidence of a record; what no board can keep is listed. */
export function facts(record: unknown, where: string, list: LossList): Facts {
  const entries = <Value>(
    section: string,
    fits: (value: unknown) => value is Value,
  ): Readonly<Record<string, Value>> => {
    const kept: [string, Value][] = [];
    for (const [name, value] of Object.entries(ownValue(record, section) ?? {})) {
      if (isNameStorable(name) && fits(value)) kept.push([name, value]);
      else list.add('value-left-out', `${where}.${section}.${name}`);
    }
    return Object.fromEntries(kept);
  };
  return { properties: entries('properties', isPropertyValue), evidence: entries('evidence', isEvidence) };
}

const ownValue = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;

const evidenceKeys: readonly (keyof Evidence)[] = ['source', 'evidence', 'by', 'at'];
/** The schema has seen all but the odd keys; these need the same look. */
const isEvidence = (value: unknown): value is Evidence =>
  typeof value === 'object' && value !== null && evidenceKeys.every((key) => Object.hasOwn(value, key));

type FileDiagram = NonNullable<FileContent['diagrams']>[number];

/** A diagram of the file. */
export const toDiagram = ({ id, title = '', details, z = 'a0' }: FileDiagram, list: LossList): Diagram => ({
  id: diagramId(id),
  title: list.cut(title, 'label', `diagrams (${id}).title`),
  details: idOrNull(details),
  z,
});

const idOrNull = (id: string | undefined): ElementId | null => (id === undefined ? null : elementId(id));

/** An element of the file with its place. */
export function toElement(
  record: FileElement,
  layout: FileElementLayout | undefined,
  { properties, evidence }: Facts,
): Element {
  const usual = defaultSize(record.kind);
  const [x, y] = layout?.at ?? [0, 0];
  const [width, height] = layout?.size ?? [usual.width, usual.height];
  return {
    ...shared(record),
    properties,
    evidence,
    id: elementId(record.id),
    kind: record.kind,
    type: record.type ?? '',
    parent: idOrNull(record.parent),
    x,
    y,
    width,
    height,
    z: layout?.z ?? 'a0',
    memberOf: [...new Set(record.memberOf)].map(elementId).sort(compareText),
    shape: layout?.shape ?? { kind: 'box' },
    style: record.style ?? 'trust',
    lock: layout?.lock ?? null,
    collapsed: layout?.collapsed ?? false,
    of: idOrNull(record.of),
  };
}

/** A flow of the file with its way. */
export function toFlow(record: FileFlow, layout: FileFlowLayout | undefined, { properties, evidence }: Facts): Flow {
  return {
    ...shared(record),
    properties,
    evidence,
    id: flowId(record.id),
    source: elementId(record.source),
    target: elementId(record.target),
    direction: record.direction ?? 'one',
    returnLabel: record.returnLabel ?? '',
    order: record.order ?? '',
    route: layout?.route === undefined ? null : { base: idOrNull(layout.route.base), points: layout.route.points },
    ports: layout?.ports ?? [null, null],
    labelPlace: layout?.label ?? null,
    z: layout?.z ?? 'a0',
  };
}

function shared(
  record: FileElement | FileFlow,
): Pick<Element, 'label' | 'outOfScope' | 'importedFrom' | 'diagram' | 'created' | 'notes'> {
  return {
    label: record.label ?? '',
    outOfScope: record.outOfScope ?? null,
    importedFrom: record.importedFrom ?? null,
    diagram: record.diagram === undefined ? null : diagramId(record.diagram),
    created: record.created ?? null,
    notes: record.notes ?? '',
  };
}

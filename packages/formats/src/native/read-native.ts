/**
 * From the text of a file to a model. Never throws: what is no Strideboard file is named, what is broken is listed with its place, what
 * is merely odd is read as the shared document would read it and listed as a loss.
 */

import {
  assemble,
  compareText,
  type Decision,
  type Diagram,
  defaultSize,
  diagramId,
  type Element,
  type ElementId,
  elementId,
  type Evidence,
  type Flow,
  flowId,
  isPropertyValue,
  type Model,
  type Properties,
  readElement,
  readFlow,
  SCHEMA,
  writeElement,
  writeFlow,
} from '@strideboard/model';
import * as v from 'valibot';
import { detectFormat, detectJson } from '../detect-format.ts';
import type { Loss } from '../loss.ts';
import type { Problem } from '../problem.ts';
import {
  type FileContent,
  type FileElement,
  type FileElementLayout,
  type FileFlow,
  type FileFlowLayout,
  fileHeadSchema,
  fileSchema,
} from './file-schema.ts';
import { lostPaths } from './lost-paths.ts';

/** Files above this are refused, characters. */
export const FILE_LIMIT = 20 * 1024 * 1024;
/** At most this many problems are told at once. */
const PROBLEM_LIMIT = 20;

/** The model and what was lost, or every reason why there is none. */
export type ReadResult =
  | { readonly ok: true; readonly model: Model; readonly losses: readonly Loss[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const refuse = (...problems: readonly Problem[]): ReadResult => ({ ok: false, problems });

/** Reads a file. */
export function readNative(text: string): ReadResult {
  if (text.length > FILE_LIMIT) return refuse({ code: 'too-large' });
  const format = detectFormat(text);
  if (format === 'empty') return refuse({ code: 'empty' });
  if (format !== 'json')
    return refuse(
      format === 'other' || format === 'xml' ? { code: 'not-a-model' } : { code: 'foreign-format', found: format },
    );
  const parsed = parseJson(text);
  if (!parsed.ok) return refuse({ code: 'not-json', where: parsed.where });
  const content = detectJson(parsed.value);
  if (content === 'json') return refuse({ code: 'not-a-model' });
  if (content !== 'strideboard') return refuse({ code: 'foreign-format', found: content });

  const head = v.safeParse(fileHeadSchema, parsed.value);
  if (!head.success) return refuse(...toProblems(head.issues));
  if (head.output.schema > SCHEMA) {
    return refuse({ code: 'newer-schema', found: String(head.output.schema), expected: String(SCHEMA) });
  }
  const file = v.safeParse(fileSchema, parsed.value);
  if (!file.success) return refuse(...toProblems(file.issues));
  const twice = idsTwice(file.output);
  if (twice.length > 0) return refuse(...twice.slice(0, PROBLEM_LIMIT));
  return toModel(file.output, parsed.value);
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly where: string };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\uFEFF/u, '')) };
  } catch (error) {
    // Engines word it differently; the place is what helps.
    const message = error instanceof Error ? error.message : '';
    const place = /line \d+ column \d+/u.exec(message) ?? /position \d+/u.exec(message);
    return { ok: false, where: place?.[0] ?? '' };
  }
}

function toProblems(issues: readonly v.BaseIssue<unknown>[]): readonly Problem[] {
  return issues.slice(0, PROBLEM_LIMIT).map((issue) => {
    const where = v.getDotPath(issue) ?? '';
    const expected = issue.expected ?? issue.message;
    return issue.received === 'undefined'
      ? { code: 'missing-value', where, expected }
      : { code: 'wrong-value', where, found: issue.received.slice(0, 80), expected };
  });
}

function idsTwice(file: FileContent): readonly Problem[] {
  const lists: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    diagrams: file.diagrams ?? [],
    elements: file.elements ?? [],
    flows: file.flows ?? [],
    'layout.elements': file.layout?.elements ?? [],
    'layout.flows': file.layout?.flows ?? [],
    decisions: (file.decisions ?? []).map(({ threat }) => ({ id: threat })),
  };
  return Object.entries(lists).flatMap(([where, list]) => {
    const seen = new Set<string>();
    return list.flatMap(({ id }): Problem[] => {
      if (seen.has(id)) return [{ code: 'id-twice', where, found: id }];
      seen.add(id);
      return [];
    });
  });
}

function toModel(file: FileContent, raw: unknown): ReadResult {
  const losses: Loss[] = lostPaths(raw, file).map((where) => ({ code: 'field-unknown', where }));
  const places = new Map((file.layout?.elements ?? []).map((layout) => [layout.id, layout]));
  const routes = new Map((file.layout?.flows ?? []).map((layout) => [layout.id, layout]));
  const rawElements = rawList(raw, 'elements');
  const rawFlows = rawList(raw, 'flows');
  const adjusted = (given: Element | Flow, read: Element | Flow, where: string): void => {
    if (!isSame(given, read)) losses.push({ code: 'value-adjusted', where });
  };

  const elements = (file.elements ?? []).map((record, at) => {
    const given = toElement(record, places.get(record.id), facts(rawElements[at]));
    const read = readElement(given.id, writeElement(given), given.notes);
    adjusted(given, read.element, `elements.${at} (${given.id})`);
    return read;
  });
  const flows = (file.flows ?? []).map((record, at) => {
    const given = toFlow(record, routes.get(record.id), facts(rawFlows[at]));
    const read = readFlow(given.id, writeFlow(given), given.notes);
    adjusted(given, read.flow, `flows.${at} (${given.id})`);
    return read;
  });
  const assembled = assemble(elements, flows);
  for (const issue of assembled.issues) losses.push({ code: issue.code, where: issue.ids.join(', ') });
  return {
    ok: true,
    losses,
    model: {
      meta: { title: '', summary: '', owner: '', reviewers: [], system: '', ...file.meta },
      settings: { schema: file.schema, packs: file.settings?.packs ?? [] },
      diagrams: (file.diagrams ?? []).map(toDiagram).sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id)),
      elements: assembled.elements,
      flows: assembled.flows,
      decisions: Object.fromEntries(
        (file.decisions ?? [])
          .map(({ threat, ...decision }): readonly [string, Decision] => [
            threat,
            { basis: '', fields: {}, ...decision },
          ])
          .sort(([a], [b]) => compareText(a, b)),
      ),
    },
  };
}

/** The records of a section as written, for what the schema library will not copy: keys such as `__proto__`. */
function rawList(raw: unknown, section: string): readonly unknown[] {
  const list = ownValue(raw, section);
  return Array.isArray(list) ? list : [];
}

interface Facts {
  readonly properties: Properties;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

function facts(record: unknown): Facts {
  const entries = (key: string): [string, unknown][] => Object.entries(ownValue(record, key) ?? {});
  return {
    properties: Object.fromEntries(
      entries('properties').flatMap(([name, value]) => (isPropertyValue(value) ? [[name, value]] : [])),
    ),
    evidence: Object.fromEntries(
      entries('evidence').flatMap(([name, value]) => (isEvidence(value) ? [[name, value]] : [])),
    ),
  };
}

const ownValue = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;

const evidenceKeys: readonly (keyof Evidence)[] = ['source', 'evidence', 'by', 'at'];
/** The schema has seen all but the odd keys; these need the same look. */
const isEvidence = (value: unknown): value is Evidence =>
  typeof value === 'object' && value !== null && evidenceKeys.every((key) => Object.hasOwn(value, key));

const toDiagram = ({ id, title = '', details, z = 'a0' }: NonNullable<FileContent['diagrams']>[number]): Diagram => ({
  id: diagramId(id),
  title,
  details: idOrNull(details),
  z,
});

const idOrNull = (id: string | undefined): ElementId | null => (id === undefined ? null : elementId(id));

function toElement(
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

function toFlow(record: FileFlow, layout: FileFlowLayout | undefined, { properties, evidence }: Facts): Flow {
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

/** Whether two plain values hold the same, whatever the order of their keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(ownValue(a, key), ownValue(b, key)))
  );
}

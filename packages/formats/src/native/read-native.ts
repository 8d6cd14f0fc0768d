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
  EMPTY_MODEL,
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
import {
  createLossList,
  fitDecision,
  fitMeta,
  fitPacks,
  isNameStorable,
  isThreatStorable,
  type LossList,
} from './fit.ts';
import { lostPaths } from './lost-paths.ts';
import { findMistake } from './scan-json.ts';

/** Files above this are refused, characters. */
export const FILE_LIMIT = 20 * 1024 * 1024;
/** Elements, flows, memberships and decisions together; ten times what a board is made for. */
const PART_LIMIT = 50_000;
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
  const bare = text.replace(/^\uFEFF/u, '');
  const mistake = findMistake(bare);
  if (mistake?.code === 'not-json') return refuse(mistake);
  const parsed: unknown = JSON.parse(bare);
  const content = detectJson(parsed);
  if (content === 'json') return refuse({ code: 'not-a-model' });
  if (content !== 'strideboard') return refuse({ code: 'foreign-format', found: content });

  const head = v.safeParse(fileHeadSchema, parsed);
  if (!head.success) return refuse(...toProblems(head.issues));
  if (head.output.schema > SCHEMA) {
    return refuse({ code: 'newer-schema', found: String(head.output.schema), expected: String(SCHEMA) });
  }
  if (mistake !== null) return refuse(mistake);
  const file = v.safeParse(fileSchema, parsed);
  if (!file.success) return refuse(...toProblems(file.issues));
  const size = countParts(file.output);
  if (size > PART_LIMIT) return refuse({ code: 'too-many', found: String(size), expected: String(PART_LIMIT) });
  const twice = idsTwice(file.output);
  if (twice.length > 0) return refuse(...twice.slice(0, PROBLEM_LIMIT));
  return toModel(file.output, parsed);
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

const countParts = ({ elements = [], flows = [], decisions = [] }: FileContent): number =>
  elements.reduce((sum, { memberOf = [] }) => sum + 1 + memberOf.length, flows.length + decisions.length);

/** Diagrams, elements and flows share one space of ids: threats, comments and locks name them without saying which they are. */
function idsTwice(file: FileContent): readonly Problem[] {
  const spaces: readonly (readonly (readonly [string, readonly string[]])[])[] = [
    [
      ['diagrams', idsOf(file.diagrams)],
      ['elements', idsOf(file.elements)],
      ['flows', idsOf(file.flows)],
    ],
    [['layout.elements', idsOf(file.layout?.elements)]],
    [['layout.flows', idsOf(file.layout?.flows)]],
    [['decisions', (file.decisions ?? []).map(({ threat }) => threat)]],
  ];
  return spaces.flatMap((lists) => {
    const seen = new Set<string>();
    return lists.flatMap(([where, ids]) =>
      ids.flatMap((id): Problem[] => {
        if (seen.has(id)) return [{ code: 'id-twice', where, found: id }];
        seen.add(id);
        return [];
      }),
    );
  });
}

const idsOf = (records: readonly { readonly id: string }[] = []): readonly string[] => records.map(({ id }) => id);

function toModel(file: FileContent, raw: unknown): ReadResult {
  const list = createLossList();
  for (const where of lostPaths(raw, file)) list.add('field-unknown', where);
  const places = new Map((file.layout?.elements ?? []).map((layout) => [layout.id, layout]));
  const routes = new Map((file.layout?.flows ?? []).map((layout) => [layout.id, layout]));
  const rawElements = rawList(raw, 'elements');
  const rawFlows = rawList(raw, 'flows');
  const adjusted = (given: Element | Flow, read: Element | Flow, where: string): void => {
    if (!isSame(given, read)) list.add('value-adjusted', where);
  };

  const elements = (file.elements ?? []).map((record, at) => {
    const where = `elements.${at} (${record.id})`;
    const given = toElement(record, places.get(record.id), facts(rawElements[at], where, list));
    const read = readElement(given.id, writeElement(given), list.cut(given.notes, 'notes', `${where}.notes`));
    adjusted({ ...given, notes: read.element.notes }, read.element, where);
    return read;
  });
  const flows = (file.flows ?? []).map((record, at) => {
    const where = `flows.${at} (${record.id})`;
    const given = toFlow(record, routes.get(record.id), facts(rawFlows[at], where, list));
    const read = readFlow(given.id, writeFlow(given), list.cut(given.notes, 'notes', `${where}.notes`));
    adjusted({ ...given, notes: read.flow.notes }, read.flow, where);
    return read;
  });
  const diagrams = (file.diagrams ?? [])
    .map((diagram) => toDiagram(diagram, list))
    .sort((a, b) => compareText(a.z, b.z) || compareText(a.id, b.id));
  const assembled = assemble(elements, flows, diagrams);
  for (const issue of assembled.issues) list.add(issue.code, issue.ids.join(', '));
  const known = { elements: new Set(idsOf(file.elements)), flows: new Set(idsOf(file.flows)) };
  for (const id of places.keys()) if (!known.elements.has(id)) list.add('subject-missing', `layout.elements (${id})`);
  for (const id of routes.keys()) if (!known.flows.has(id)) list.add('subject-missing', `layout.flows (${id})`);
  const model: Model = {
    ...EMPTY_MODEL,
    meta: fitMeta({ ...EMPTY_MODEL.meta, ...file.meta }, list),
    settings: { ...EMPTY_MODEL.settings, schema: file.schema, packs: fitPacks(file.settings?.packs ?? [], list) },
    diagrams,
    elements: assembled.elements,
    flows: assembled.flows,
    decisions: readDecisions(file, list),
  };
  return { ok: true, losses: list.losses, model };
}

function readDecisions(file: FileContent, list: LossList): Model['decisions'] {
  const decisions = (file.decisions ?? []).flatMap(({ threat, ...given }, at): [string, Decision][] => {
    const where = `decisions.${at} (${threat})`;
    if (isThreatStorable(threat)) return [[threat, fitDecision({ basis: '', fields: {}, ...given }, where, list)]];
    list.add('value-left-out', where);
    return [];
  });
  return Object.fromEntries(decisions.sort(([a], [b]) => compareText(a, b)));
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

function facts(record: unknown, where: string, list: LossList): Facts {
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

const toDiagram = ({ id, title = '', details, z = 'a0' }: FileDiagram, list: LossList): Diagram => ({
  id: diagramId(id),
  title: list.cut(title, 'label', `diagrams (${id}).title`),
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

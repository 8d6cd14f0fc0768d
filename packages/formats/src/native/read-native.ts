/**
 * From the text of a file to a model. Never throws: what is no Strideboard file is named, what is broken is listed with its place, what
 * is merely odd is read as the shared document would read it and listed as a loss.
 */

import {
  assemble,
  compareText,
  type Decision,
  type Element,
  EMPTY_MODEL,
  type Flow,
  DEFAULT_GRID,
  type Model,
  type ModelSettings,
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
import { type FileContent, fileHeadSchema, fileSchema } from './file-schema.ts';
import { createLossList, fitDecision, fitMeta, fitPacks, fitScalars, isThreatStorable, type LossList } from './fit.ts';
import { isSame } from './is-same.ts';
import { lostPaths } from './lost-paths.ts';
import { facts, rawList, toDiagram, toElement, toFlow } from './read-drawing.ts';
import { readPeople, readRegister } from './read-register.ts';
import { FILE_MIGRATIONS, migrate } from './migrate.ts';
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
  const current = migrate(parsed, { from: head.output.schema, to: SCHEMA, steps: FILE_MIGRATIONS });
  const file = v.safeParse(fileSchema, current);
  if (!file.success) return refuse(...toProblems(file.issues));
  const size = countParts(file.output);
  if (size > PART_LIMIT) return refuse({ code: 'too-many', found: String(size), expected: String(PART_LIMIT) });
  const twice = idsTwice(file.output);
  if (twice.length > 0) return refuse(...twice.slice(0, PROBLEM_LIMIT));
  return toModel(file.output, current);
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

const countParts = ({ elements = [], flows = [], decisions = [], ...rest }: FileContent): number => {
  const others = REGISTER_SECTIONS.reduce((sum, name) => sum + (rest[name]?.length ?? 0), 0);
  return elements.reduce(
    (sum, { memberOf = [] }) => sum + 1 + memberOf.length,
    flows.length + decisions.length + others,
  );
};

const REGISTER_SECTIONS = [
  'people',
  'threats',
  'controls',
  'applied',
  'mitigations',
  'standing',
  'records',
  'trees',
  'treeNodes',
  'treeEdges',
  'threads',
  'comments',
  'decisionLog',
] as const satisfies readonly (keyof FileContent)[];

/** Diagrams, elements and flows share one space of ids: threats, comments and locks name them without saying which they are. */
function idsTwice(file: FileContent): readonly Problem[] {
  const spaces: readonly (readonly (readonly [string, readonly string[]])[])[] = [
    [
      ['diagrams', idsOf(file.diagrams)],
      ['elements', idsOf(file.elements)],
      ['flows', idsOf(file.flows)],
      ['threats', idsOf(file.threats)],
      ['controls', idsOf(file.controls)],
      ['standing', idsOf(file.standing)],
      ['records', idsOf(file.records)],
      ['trees', idsOf(file.trees)],
      ['treeNodes', idsOf(file.treeNodes)],
      ['treeEdges', idsOf(file.treeEdges)],
    ],
    [['people', idsOf(file.people)]],
    [['threads', idsOf(file.threads)]],
    [['comments', idsOf(file.comments)]],
    [['decisionLog', idsOf(file.decisionLog)]],
    [['layout.treeNodes', idsOf(file.layout?.treeNodes)]],
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
  // A flow between two diagrams is odd, but nothing of it is lost.
  for (const { code, ids } of assembled.issues) if (code !== 'flow-across-diagrams') list.add(code, ids.join(', '));
  const known = { elements: new Set(idsOf(file.elements)), flows: new Set(idsOf(file.flows)) };
  for (const id of places.keys()) if (!known.elements.has(id)) list.add('subject-missing', `layout.elements (${id})`);
  for (const id of routes.keys()) if (!known.flows.has(id)) list.add('subject-missing', `layout.flows (${id})`);
  const model: Model = {
    ...EMPTY_MODEL,
    people: readPeople(file, list),
    meta: fitMeta({ ...EMPTY_MODEL.meta, ...file.meta }, list),
    settings: fitSettings(file, list),
    diagrams,
    elements: assembled.elements,
    flows: assembled.flows,
    decisions: readDecisions(file, list),
    ...readRegister({
      file,
      places: new Map((file.layout?.treeNodes ?? []).map(({ id, at }) => [id, at])),
      shown: new Set<string>([...assembled.elements, ...assembled.flows, ...diagrams].map(({ id }) => id)),
      list,
    }),
  };
  return { ok: true, losses: list.losses, model };
}

function fitSettings({ schema, settings = {} }: FileContent, list: LossList): ModelSettings {
  const { grid = DEFAULT_GRID } = settings;
  const isGrid = Number.isInteger(grid) && grid >= 0 && grid <= 200;
  if (!isGrid) list.add('value-adjusted', 'settings.grid');
  return {
    schema,
    packs: fitPacks(settings.packs ?? [], list),
    method: fitScalars(settings.method, 'settings.method', list),
    grid: isGrid ? grid : DEFAULT_GRID,
    defaults: fitScalars(settings.defaults, 'settings.defaults', list),
  };
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

/**
 * Typed reading of untrusted values. Nothing throws: what has the wrong type is reported with its place and counts as not known, which is
 * not the same as absent, because what is absent takes the default of Kubernetes.
 */

import {
  type ManifestPlace,
  type ManifestProblem,
  type ManifestProblemCode,
  type ObjectName,
  objectText,
  type ProblemList,
} from '../report.ts';
import type { DataPath, SourceDocument } from './read-documents.ts';

/** A value in a document, with the way back to its place. */
export interface Field {
  /** `undefined` or `null` where nothing is written; {@link UNREADABLE} below something that is no mapping. */
  readonly value: unknown;
  readonly path: DataPath;
  readonly origin: Origin;
}

interface Origin {
  readonly source: SourceDocument;
  readonly problems: ProblemList;
  /** Where the object begins in its document, and what it is called; `null` until that is known. */
  readonly base: DataPath;
  readonly owner: ObjectName | null;
}

const UNREADABLE = Symbol('unreadable');

/** The field that is a whole document. */
export const documentField = (source: SourceDocument, problems: ProblemList): Field => ({
  value: source.data,
  path: [],
  origin: { source, problems, base: [], owner: null },
});

/** The same field as the top of a named object: paths are told from here. */
export const asObject = (field: Field, owner: ObjectName): Field => ({
  ...field,
  origin: { ...field.origin, base: field.path, owner },
});

/** Whether nothing is written there. */
export const isAbsent = ({ value }: Field): boolean => value === undefined || value === null;

/** Whether a mapping with something in it stands there. */
export const isFilled = ({ value }: Field): boolean => isRecord(value) && Object.keys(value).length > 0;

/** The value below these keys. */
export function below(field: Field, ...keys: readonly string[]): Field {
  let at = field;
  for (const key of keys) {
    const { value } = at;
    let child: unknown;
    if (isRecord(value)) child = Object.hasOwn(value, key) ? value[key] : undefined;
    else if (!isAbsent(at)) {
      reportWrongType(at, 'mapping');
      child = UNREADABLE;
    }
    at = { value: child, path: [...at.path, key], origin: field.origin };
  }
  return at;
}

/** The items of a list; none where there is no list. */
export function itemsOf(field: Field): readonly Field[] {
  if (!Array.isArray(field.value)) {
    reportWrongType(field, 'list');
    return [];
  }
  return field.value.map((value: unknown, at) => ({ value, path: [...field.path, at], origin: field.origin }));
}

/** A yes or no: `fallback` where nothing is written, `undefined` where it cannot be read. YAML 1.1 has more words for both. */
export function booleanOf(field: Field, fallback: boolean): boolean | undefined {
  const { value } = field;
  if (isAbsent(field)) return fallback;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(?:y|yes|on)$/iu.test(value)) return true;
  if (typeof value === 'string' && /^(?:n|no|off)$/iu.test(value)) return false;
  reportWrongType(field, 'true, false');
  return undefined;
}

/** A number: `fallback` where nothing is written, `undefined` where it cannot be read. */
export function numberOf(field: Field, fallback: number): number | undefined {
  if (isAbsent(field)) return fallback;
  if (typeof field.value === 'number' && Number.isFinite(field.value)) return field.value;
  reportWrongType(field, 'number');
  return undefined;
}

/** A text; `''` where there is none. Numbers, true and false read as they are printed, because YAML takes `1.20` for a number. */
export function textOf(field: Field): string {
  const { value } = field;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  reportWrongType(field, 'text');
  return '';
}

/** The texts of a list; what is no text is left out. */
export const textsOf = (field: Field): readonly string[] =>
  itemsOf(field)
    .map(textOf)
    .filter((text) => text !== '');

/** Names and values of a mapping of texts, such as labels. */
export function textEntriesOf(field: Field): ReadonlyMap<string, string> {
  if (!isRecord(field.value)) {
    reportWrongType(field, 'mapping');
    return new Map();
  }
  return new Map(Object.keys(field.value).map((key) => [key, textOf(below(field, key))]));
}

/** Where the field stands, or the nearest thing above it that exists. */
export const placeOf = ({ path, origin }: Field): ManifestPlace => origin.source.place(path);

/** Its path inside its object as people write it, e.g. `spec.containers[0].image`; `''` for the object itself. */
export const pathOf = ({ path, origin }: Field): string =>
  path
    .slice(origin.base.length)
    .map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`))
    .join('');

/** Reports a problem at the field. */
export function reportAt(
  field: Field,
  code: ManifestProblemCode,
  detail: Partial<Pick<ManifestProblem, 'found' | 'expected'>> = {},
): void {
  const { problems, owner } = field.origin;
  const object = owner === null ? '' : objectText(owner);
  problems.add({ code, ...placeOf(field), object, path: pathOf(field), found: '', expected: '', ...detail });
}

function reportWrongType(field: Field, expected: string): void {
  const { value } = field;
  if (isAbsent(field) || value === UNREADABLE) return;
  reportAt(field, 'wrong-type', { found: describe(value), expected });
}

/** A short name of a value for a report: scalars as they are, collections by their kind. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'object' ? 'mapping' : typeof value;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

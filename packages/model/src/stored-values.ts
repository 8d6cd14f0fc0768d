/** Checks of single stored values, shared by all readers. Nothing here throws; what is wrong becomes `null` or a default. */

import type { Scalar, Stamp } from './element.ts';
import { COORDINATE_LIMIT } from './geometry.ts';
import { type ElementId, elementId, isRoomId } from './ids.ts';

/** Plain JSON values by key, as stored. */
export type StoredRecord = Readonly<Record<string, unknown>>;

/** Limits on texts, characters. */
export const LABEL_LIMIT = 300;
/** Longest single text, characters. */
export const STRING_LIMIT = 4_000;
/** Longest list of scalars. */
export const LIST_LIMIT = 500;
/** Longest path, points. */
export const POINT_LIMIT = 200;
/** Longest id of a rule, control or threat, characters. */
export const ID_LIMIT = 500;

/** An own value of a record; `null` when absent. Inherited names are absent. */
export const ownValue = (record: StoredRecord, key: string): unknown =>
  Object.hasOwn(record, key) ? (record[key] ?? null) : null;
/** Whether a value is a finite number. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
/** Whether a value is a text, a finite number, true or false. */
export const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'boolean' || isNumber(value) || (typeof value === 'string' && value.length <= STRING_LIMIT);
/** A text cut to a limit; `''` when it is none. */
export const text = (value: unknown, limit = STRING_LIMIT): string =>
  typeof value === 'string' ? value.slice(0, limit) : '';
/** A text with something in it, or `null`. */
export const nonEmpty = (value: unknown, limit = STRING_LIMIT): string | null => text(value, limit) || null;
/** A whole number of px in range, or `null`. */
export const coordinate = (value: unknown): number | null => {
  const rounded = isNumber(value) ? Math.round(value) + 0 : Number.NaN; // adding 0 turns -0 into 0
  return Math.abs(rounded) < COORDINATE_LIMIT ? rounded : null;
};
/** Two values, or `null`. */
export const pair = (value: unknown): readonly [unknown, unknown] | null =>
  Array.isArray(value) && value.length === 2 ? [value[0], value[1]] : null;
/** An element id, or `null`. */
export const idOrNull = (value: unknown): ElementId | null => (isRoomId(value) ? elementId(value) : null);
/** The values of a tuple; none when it is no list. */
export const tuple = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** A list of short texts without empty ones, at most {@link LIST_LIMIT}. */
export const textList = (value: unknown, limit = ID_LIMIT): readonly string[] =>
  tuple(value)
    .slice(0, LIST_LIMIT)
    .flatMap((item) => nonEmpty(item, limit) ?? []);
/** One of a list of texts, or the first. */
export const oneOf = <T extends string>(values: readonly [T, ...T[]], value: unknown): T =>
  values.find((known) => known === value) ?? values[0];

/** Whether a text is a usable fractional index. */
export const isOrderKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][0-9A-Za-z]{0,63}$/u.test(value);
/** A fractional index; an unusable one reads as `a0`. */
export const orderKey = (value: unknown): string => (isOrderKey(value) ? value : 'a0');

/** Reads `[principal, at, …]`; `null` when it is not one. */
export function readStamp(value: unknown): Stamp | null {
  const [by, at] = tuple(value);
  return typeof by === 'string' && isNumber(at) ? { by: by.slice(0, 100), at } : null;
}

/** Ids of a record's keys `<prefix>.<id>` whose value is 1, sorted. The key is split at its first dot. */
export function flaggedIds(record: StoredRecord, prefix: string): readonly string[] {
  const start = `${prefix}.`;
  return Object.keys(record)
    .filter((key) => key.startsWith(start) && ownValue(record, key) === 1)
    .map((key) => key.slice(start.length))
    .filter((id) => id !== '' && id.length <= ID_LIMIT)
    .slice(0, LIST_LIMIT)
    .sort();
}

/** Splits a flat key at its first `|`; `null` without one or with an empty part. */
export function splitKey(key: string): readonly [string, string] | null {
  const at = key.indexOf('|');
  return at <= 0 || at === key.length - 1 ? null : [key.slice(0, at), key.slice(at + 1)];
}

/** Checks of a condition against the pack: names that must exist, values that must be listed, types that must agree. */

import { isGlob, matchesGlob, type PackIndex, SUBJECT_CLASSES } from '@strideboard/packs';
import { DERIVED_PROPERTIES } from '../facts/derive.ts';
import type { Compiled, Frame, Type } from './compiled.ts';
import type { ConditionError, Position } from './syntax.ts';

const DOCUMENT_FIELDS: Readonly<Record<string, Type>> = { order: 'string', dir: 'string', oos: 'boolean' };

/** The one type of a property over all its definitions, `any` if they differ, `null` for a name nobody knows. */
export function propertyType(name: string, index: PackIndex): Type | null {
  const types = new Set<Type>(index.definitionsNamed(name).map(({ type }) => (type === 'enum' ? 'string' : type)));
  if (types.size === 0) {
    const builtIn = Object.hasOwn(DOCUMENT_FIELDS, name) ? DOCUMENT_FIELDS[name] : undefined;
    return builtIn ?? (Object.hasOwn(DERIVED_PROPERTIES, name) ? (DERIVED_PROPERTIES[name] ?? null) : null);
  }
  const [only = 'any'] = types;
  return types.size === 1 ? only : 'any';
}

/** Notes an error where two types can never be equal. */
export function expectSame(left: Compiled, right: Compiled, errors: ConditionError[], at: Position): void {
  const types = [left.type, right.type];
  if (types.includes('any') || types.includes('null') || left.type === right.type) return;
  errors.push({
    code: 'condition-type',
    at,
    message: `A ${left.type} is compared with a ${right.type}; that is never equal.`,
  });
}

/** A text that an enum is compared with must be one of its values. */
export function expectListed(property: Compiled, text: Compiled, { index, errors }: Frame): void {
  if (property.property === undefined || typeof text.literal?.value !== 'string') return;
  const definitions = index.definitionsNamed(property.property);
  if (definitions.length === 0 || definitions.some(({ type }) => type !== 'enum')) return;
  const values = new Set([
    'unknown',
    ...definitions.flatMap((definition) => definition.values ?? []).map(({ id }) => id),
  ]);
  if (values.has(text.literal.value)) return;
  const message = `"${text.literal.value}" is not a value of ${property.property}. Use one of ${[...values].join(', ')}.`;
  errors.push({ code: 'condition-type', at: text.at, message });
}

/** Whether a selector can choose anything of the pack. */
export function canChoose(selector: string, index: PackIndex): boolean {
  if (SUBJECT_CLASSES.some((known) => known === selector)) return true;
  if (index.typeLabel(selector) !== null || index.group(selector) !== null) return true;
  if (!isGlob(selector)) return false;
  const { stencils, boundaries } = index.board;
  return [...stencils, ...boundaries].some(({ id }) => matchesGlob(selector, id));
}

/** What the properties of an object say in the words of a board: label, order, scope, and the properties of the template's pack. */

import type { Properties, PropertyValue } from '@strideboard/model';
import type { LossList } from '../../native/fit.ts';
import type { KnowledgeBase } from '../template/knowledge-base.ts';
import type { PackNames } from '../template/names.ts';
import { FLOW_TYPE } from '../template/type-selectors.ts';
import { FLOW_ORDER, OUT_OF_SCOPE, OUT_OF_SCOPE_REASON } from '../template/well-known.ts';
import { nameOf, type RawObject, type RawProperty } from './raw-drawing.ts';

/** The template an object is read with; `null` where the file has none. */
export interface ObjectContext {
  readonly base: KnowledgeBase | null;
  readonly names: PackNames;
  readonly list: LossList;
}

/** Facts of one object. */
export interface ObjectFacts {
  readonly label: string;
  /** Stencil or boundary kind of the template's pack; `''` for a flow and where the template knows none. */
  readonly type: string;
  readonly order: string;
  readonly outOfScope: string | null;
  readonly properties: Properties;
}

/** Reads the facts. Nothing is left out silently. */
export function objectFacts(object: RawObject, context: ObjectContext): ObjectFacts {
  const { names, list } = context;
  const { guid, properties: given } = object;
  const valueOf = (name: string): string => given.find((property) => property.name === name)?.value ?? '';
  const properties = new Map<string, PropertyValue>();
  for (const property of given.filter(isOwn)) {
    const value = toValue(property);
    const key = names.property(property.name);
    if (property.name === '' || properties.has(key)) list.add('value-left-out', `${guid}: ${property.label}`);
    else if (value !== null) properties.set(key, value);
  }
  const typeId = typeOf(object, context);
  if (object.kind === 'flow' && typeId !== '') properties.set(names.property(FLOW_TYPE), typeId);
  const order = valueOf(FLOW_ORDER);
  return {
    label: withLines(nameOf(given)),
    type: typeId === '' || object.kind === 'flow' ? '' : names.item(typeId),
    order: order === '0' ? '' : order,
    outOfScope: valueOf(OUT_OF_SCOPE).toLowerCase() === 'true' ? withLines(valueOf(OUT_OF_SCOPE_REASON)) : null,
    properties: Object.fromEntries([...properties].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const PLACED_ELSEWHERE: readonly string[] = [OUT_OF_SCOPE, OUT_OF_SCOPE_REASON, FLOW_ORDER];

/** Headings carry nothing, the label and what every template has stand elsewhere. */
const isOwn = ({ kind, label, name }: RawProperty): boolean =>
  kind !== 'header' && !(label === 'Name' && (name === '' || name === 'Name')) && !PLACED_ELSEWHERE.includes(name);

function toValue({ kind, value }: RawProperty): PropertyValue | null {
  if (value === null) return null;
  if (kind === 'boolean') return value.toLowerCase() === 'true';
  return kind === 'string' ? withLines(value) : value;
}

/** People's own texts stay as they are, but for the ends of lines. */
const withLines = (text: string): string => text.replace(/\r\n?/gu, '\n');

/** The stencil type, else the generic type it belongs to, else none. */
function typeOf({ guid, kind, typeId, genericTypeId }: RawObject, { base, list }: ObjectContext): string {
  const found = [typeId, genericTypeId].find((id) => {
    const known = base?.types.get(id)?.kind;
    return known !== undefined && (known === 'flow') === (kind === 'flow');
  });
  if (found !== typeId) list.add('type-unknown', `${guid}: ${typeId}`);
  return found ?? '';
}

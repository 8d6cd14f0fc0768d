/** The properties of a template as questions of a pack. */

import type { PropertyDefinition } from '@strideboard/packs';
import { lineageOf, type TemplateAttribute, type TemplateType } from './knowledge-base.ts';
import { packText } from './pack-text.ts';
import type { TemplateParts } from './template-parts.ts';
import { FLOW_TYPE } from './type-selectors.ts';

/**
 * Definitions, those of the most special types first, because the first of equally close ones counts. Connectors have no type in a pack, so
 * all their attributes are asked of every flow, under one definition a name; the rules ask for the type first.
 */
export function templateProperties(parts: TemplateParts): readonly PropertyDefinition[] {
  const { base, selectors } = parts;
  const types = [...base.types.values()].filter(({ kind }) => kind !== 'flow' && kind !== 'note');
  const depth = ({ id }: TemplateType): number => lineageOf(id, base.types).length;
  const alike = new Map<string, { readonly attribute: TemplateAttribute; readonly appliesTo: string[] }>();
  for (const type of types.sort((a, b) => depth(b) - depth(a))) {
    for (const attribute of type.attributes) {
      const key = JSON.stringify([attribute, depth(type)]);
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { attribute, appliesTo: [selectors.selector(type.id)] });
      else known.appliesTo.push(selectors.selector(type.id));
    }
  }
  return [
    ...[...alike.values()].map(({ attribute, appliesTo }) => toDefinition(attribute, appliesTo, parts)),
    ...flowProperties(parts),
  ];
}

function flowProperties(parts: TemplateParts): readonly PropertyDefinition[] {
  const { names, selectors } = parts;
  const [general] = selectors.flowTypes;
  if (general === undefined) return [];
  const typeOfFlow: PropertyDefinition = {
    name: names.property(FLOW_TYPE),
    label: packText(general.name),
    appliesTo: ['flow'],
    type: 'enum',
    values: selectors.flowTypes.map(({ id, name }) => ({ id: packText(id), label: packText(name) })),
  };
  const joined = new Map<string, TemplateAttribute>();
  for (const attribute of selectors.flowTypes.flatMap(({ attributes }) => attributes)) {
    const known = joined.get(attribute.name) ?? attribute;
    joined.set(attribute.name, { ...known, values: [...new Set([...known.values, ...attribute.values])] });
  }
  return [typeOfFlow, ...[...joined.values()].map((attribute) => toDefinition(attribute, ['flow'], parts))];
}

function toDefinition(
  { name, label, type, values }: TemplateAttribute,
  appliesTo: readonly string[],
  { names, compared }: TemplateParts,
): PropertyDefinition {
  const head = { name: names.property(name), label: packText(label), appliesTo };
  if (type === 'boolean') return { ...head, type: 'boolean' };
  // What filters compare with is a possible answer, whether or not the template offers it.
  const choices = [...new Set([...values, ...(compared.get(name) ?? [])])].filter((value) => value !== '');
  if (type === 'string' || choices.length === 0) return { ...head, type: 'string' };
  return { ...head, type: 'enum', values: choices.map((value) => ({ id: packText(value), label: packText(value) })) };
}

/** Property values and definitions as words. */
import type { Properties, PropertyValue, Scalar } from '@strideboard/model';
import type { PackIndex, PackSubject, PropertyDefinition } from '@strideboard/packs';
import type { InterfaceWords as Words } from '@strideboard/words';

/** A value in words: yes and no for booleans, the label of an enum's value, lists with commas. */
export function valueText(
  value: PropertyValue,
  definition: Pick<PropertyDefinition, 'values'> | null,
  { values }: Words['panels'],
): string {
  const one = (scalar: Scalar): string => {
    if (scalar === true) return values.yes;
    if (scalar === false) return values.no;
    if (scalar === '') return values.emptyText;
    return definition?.values?.find((known) => known.id === String(scalar))?.label ?? String(scalar);
  };
  if (!isList(value)) return one(value);
  return value.length === 0 ? values.none : value.map(one).join(', ');
}

/** Tells a list from a scalar. */
export const isList = (value: PropertyValue): value is readonly Scalar[] => Array.isArray(value);

/** Whether two values, `null` for unknown, are the same. */
export const sameValue = (a: PropertyValue | null, b: PropertyValue | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** The pack's definition, else one made from the value itself, so that nothing stored is hidden. */
export function definitionOf(pack: PackIndex, subject: PackSubject, name: string): PropertyDefinition | null {
  return pack.definition(subject, name) ?? pack.definitionsNamed(name)[0] ?? null;
}

/** Definitions for stored values that the pack gives no meaning here. */
export function strayDefinitions(
  properties: Properties,
  known: readonly PropertyDefinition[],
): readonly PropertyDefinition[] {
  const names = new Set(known.map((definition) => definition.name));
  return Object.keys(properties)
    .filter((name) => !names.has(name))
    .sort()
    .map((name) => {
      const value = properties[name];
      return {
        name,
        label: name,
        appliesTo: ['any'],
        type: value === undefined || isList(value) ? 'list' : typeOf(value),
      };
    });
}

function typeOf(value: Scalar): 'boolean' | 'number' | 'string' {
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'number' : 'string';
}

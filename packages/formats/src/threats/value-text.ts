/** Values of properties in plain words. */

import type { PropertyDefinition } from '@strideboard/packs';
import type { Words } from '@strideboard/words';

/** Yes, no, the label of a choice, or the value itself; lists joined with commas. */
export function valueText(given: unknown, defined: PropertyDefinition | null, words: Words): string {
  const { facts, values } = words.panels;
  if (Array.isArray(given)) {
    return given.length === 0 ? values.none : given.map((entry) => valueText(entry, defined, words)).join(facts.comma);
  }
  if (typeof given === 'boolean') return given ? values.yes : values.no;
  if (given === '') return values.emptyText;
  return defined?.values?.find(({ id }) => id === given)?.label ?? String(given);
}

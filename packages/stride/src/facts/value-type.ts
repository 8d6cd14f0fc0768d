/** Whether a value is one that a property definition allows. */

import type { PropertyValue } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';

/** True for a value of the definition's type; for an enum, one of its values. */
export function fits(value: PropertyValue, definition: PropertyDefinition): boolean {
  switch (definition.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'string':
      return typeof value === 'string';
    case 'list':
      return Array.isArray(value);
    case 'enum':
      return typeof value === 'string' && (definition.values ?? []).some((allowed) => allowed.id === value);
  }
}

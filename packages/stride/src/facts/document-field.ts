/** `order`, `dir` and `oos` are not properties: they read the document, and are always known. */

import type { PropertyValue } from '@strideboard/model';
import type { Subject } from './world.ts';

/** What the document itself says under this name; `null` where it says nothing. */
export function documentField(subject: Subject, property: string): PropertyValue | null {
  if (property === 'oos') return subject.outOfScope !== null;
  if (!('source' in subject)) return null;
  if (property === 'order') return subject.order;
  return property === 'dir' ? subject.direction : null;
}

/** Whether the document itself says something under this name. */
export const isDocumentField = (subject: Subject, property: string): boolean =>
  documentField(subject, property) !== null;

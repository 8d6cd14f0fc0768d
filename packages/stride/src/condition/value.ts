/** Values that conditions work on. */

import type { Element, ElementId, Flow, Scalar } from '@strideboard/model';
import type { Subject, World } from '../facts/world.ts';

/** Elements found inside a boundary. */
export interface ElementList {
  /** The boundary they were found in. */
  readonly of: ElementId;
  readonly elements: readonly Element[];
}

/** Anything an expression can be. */
export type Value = null | Scalar | readonly Scalar[] | Subject | ElementList;

/** What the names of a condition stand for. `flow`, `source` and `target` are there in flow rules only, `el` in all others with a subject. */
export interface Scene {
  readonly world: World;
  readonly el: Subject | null;
  readonly flow: Flow | null;
  readonly source: Element | null;
  readonly target: Element | null;
}

/** Whether it is a list of elements. */
export const isElementList = (value: Value): value is ElementList =>
  typeof value === 'object' && value !== null && 'elements' in value;

/** Whether it is a list of scalars. */
export const isScalarList = (value: Value): value is readonly Scalar[] => Array.isArray(value);

/** Whether it is an element, boundary or flow. */
export const isSubject = (value: Value): value is Subject =>
  typeof value === 'object' && value !== null && 'id' in value;

/** Whether it is an element or boundary. */
export const isElement = (value: Value): value is Element => isSubject(value) && 'kind' in value;

/** How a property of a kind of subject is read, as far as kind and type alone decide it. */

import type { PropertyValue } from '@strideboard/model';
import type { PropertyDefinition } from '@strideboard/packs';

/** How one property is read. */
export interface Reading {
  /** What the pack means by it here; `null` where it means nothing. */
  readonly definition: PropertyDefinition | null;
  /** A stated value must fit one of these; with none, any value will do. */
  readonly definitions: readonly PropertyDefinition[];
  /** Groups for which a boundary may answer in the subject's stead. */
  readonly groups: readonly string[];
  /** What the kind always is. */
  readonly always: PropertyValue | undefined;
  /** Nothing but what is stated, inherited or always so decides it: it does not follow from other facts or answers, nor from what runs inside. */
  readonly isPlain: boolean;
}

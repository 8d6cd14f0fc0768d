/** What the parts of a template's pack are made of. */

import type { KnowledgeBase } from './knowledge-base.ts';
import type { PackNames } from './names.ts';
import type { TypeSelectors } from './type-selectors.ts';

/** The template, its names in the pack, and how its types are chosen. */
export interface TemplateParts {
  readonly base: KnowledgeBase;
  readonly names: PackNames;
  readonly selectors: TypeSelectors;
  /** Values that filters compare a property with, by its foreign name. */
  readonly compared: ReadonlyMap<string, readonly string[]>;
}

/**
 * What one YAML file of a pack may hold. A pack is one or many files; their lists are joined.
 *
 * - An ordinary file holds any of the keys below. Exactly one file of a pack has `pack`.
 * - A rules file may open with `family: { id, title }`, which its rules without `family` belong to; several families of rules in one file
 *   stand under `ruleFamilies`.
 * - A file in a folder named `templates` holds one template at its top level.
 * - A file `translations/<language>.yaml`, or one in a folder `translations/<language>`, holds the texts of that language at its top level.
 */

import * as v from 'valibot';
import { blastRingSchema, blastStepSchema } from './blast-schema.ts';
import {
  boundaryKindSchema,
  groupSchema,
  independenceGroupSchema,
  isolationLayerSchema,
  mechanismSchema,
  packHeaderSchema,
  propertyDefinitionSchema,
  stencilFamilySchema,
  stencilSchema,
} from './board-schema.ts';
import { coverageSourceSchema } from './coverage-schema.ts';
import {
  controlSchema,
  exclusionSchema,
  methodSchema,
  referenceKeySchema,
  ruleFamilySchema,
  ruleSchema,
} from './judgement-schema.ts';
import { listOrEmpty } from './schema-parts.ts';
import { templateSchema } from './template-schema.ts';
import { translationsSchema } from './translation-schema.ts';
import { attackTreeSchema, subtreeSchema } from './tree-schema.ts';

/** One ordinary file of a pack. */
export const fragmentSchema = v.strictObject({
  pack: v.exactOptional(packHeaderSchema),
  families: listOrEmpty(stencilFamilySchema),
  groups: listOrEmpty(groupSchema),
  stencils: listOrEmpty(stencilSchema),
  boundaries: listOrEmpty(boundaryKindSchema),
  independenceGroups: listOrEmpty(independenceGroupSchema),
  mechanisms: listOrEmpty(mechanismSchema),
  layers: listOrEmpty(isolationLayerSchema),
  properties: listOrEmpty(propertyDefinitionSchema),
  family: v.exactOptional(ruleFamilySchema),
  ruleFamilies: listOrEmpty(ruleFamilySchema),
  rules: listOrEmpty(ruleSchema),
  controls: listOrEmpty(controlSchema),
  references: listOrEmpty(referenceKeySchema),
  exclusions: listOrEmpty(exclusionSchema),
  coverage: listOrEmpty(coverageSourceSchema),
  method: v.exactOptional(methodSchema),
  rings: listOrEmpty(blastRingSchema),
  steps: listOrEmpty(blastStepSchema),
  trees: listOrEmpty(attackTreeSchema),
  subtrees: listOrEmpty(subtreeSchema),
  templates: listOrEmpty(templateSchema),
  translations: v.optional(translationsSchema, {}),
});

/** See {@link fragmentSchema}. */
export type Fragment = v.InferOutput<typeof fragmentSchema>;

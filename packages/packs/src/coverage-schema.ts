/** How the threats that others have named for a field are covered by the rules of a pack. Not shipped with the rules; for pages and reports. */

import * as v from 'valibot';
import { list, listOrEmpty, packItemId, text } from './schema-parts.ts';

/** One named threat: the rules that find it, or the exclusion that says why none does. */
const coveredThreatSchema = v.pipe(
  v.strictObject({
    /** Its id in the source. */
    id: text,
    title: text,
    rules: listOrEmpty(packItemId),
    /** Every counted rule of this threat class covers it. */
    threatClass: v.exactOptional(packItemId),
    /** Id of the exclusion. */
    excluded: v.exactOptional(packItemId),
    note: v.exactOptional(text),
  }),
  v.readonly(),
);

/** A source that names threats: a matrix, an attack tree, a threat model. */
export const coverageSourceSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    title: text,
    /** Key of the pack's list of sources. */
    reference: v.exactOptional(text),
    note: v.exactOptional(text),
    threats: list(coveredThreatSchema),
  }),
  v.readonly(),
);

/** See {@link coveredThreatSchema}. */
export type CoveredThreat = v.InferOutput<typeof coveredThreatSchema>;
/** See {@link coverageSourceSchema}. */
export type CoverageSource = v.InferOutput<typeof coverageSourceSchema>;

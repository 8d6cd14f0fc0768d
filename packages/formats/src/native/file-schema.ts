/**
 * The shape of a Strideboard file: one declaration gives the type, the reader and the published JSON Schema. Meaning comes first; where
 * things stand on the canvas is in `layout`, so that moving a box changes no line of meaning. What is absent has its default.
 */

import {
  BOUNDARY_STYLES,
  DECISION_FIELDS,
  ELEMENT_KINDS,
  EVIDENCE_SOURCES,
  SIDES,
  THREAT_STATES,
} from '@strideboard/model';
import * as v from 'valibot';
import { registerEntries } from './file-register-schema.ts';
import { id, number, orderKey, scalar, stamp, time } from './file-values.ts';

const propertyValue = v.union([scalar, v.array(scalar)]);
const point = v.pipe(v.tuple([number, number]), v.description('x and y, px.'));
const shared = {
  label: v.exactOptional(v.string()),
  properties: v.exactOptional(
    v.pipe(
      v.record(v.string(), propertyValue),
      v.description('Facts by property name; what is absent is unknown, which is not the same as false.'),
    ),
  ),
  evidence: v.exactOptional(
    v.pipe(
      v.record(
        v.string(),
        v.object({ source: v.picklist(EVIDENCE_SOURCES), evidence: v.string(), by: v.string(), at: time }),
      ),
      v.description('Who said the value of a property, on what ground, when.'),
    ),
  ),
  outOfScope: v.exactOptional(
    v.pipe(v.string(), v.description('Present = out of scope; the reason, which may be empty.')),
  ),
  importedFrom: v.exactOptional(v.pipe(v.string(), v.description('Identity in the file it was imported from.'))),
  diagram: v.exactOptional(v.pipe(id, v.description('The diagram it lives on; absent = the first.'))),
  created: v.exactOptional(stamp),
  notes: v.exactOptional(v.string()),
};

const element = v.object({
  id,
  kind: v.picklist(ELEMENT_KINDS),
  type: v.exactOptional(v.pipe(v.string(), v.description('Stencil or boundary kind of a content pack.'))),
  parent: v.exactOptional(v.pipe(id, v.description('The boundary it moves with; absent = none.'))),
  memberOf: v.exactOptional(v.pipe(v.array(id), v.description('Further boundaries it belongs to.'))),
  style: v.exactOptional(
    v.pipe(
      v.picklist(BOUNDARY_STYLES),
      v.description('Boundaries only: trust boundary or machine segregation; absent = trust.'),
    ),
  ),
  of: v.exactOptional(v.pipe(id, v.description('The element a reference stands for.'))),
  ...shared,
});

const flow = v.object({
  id,
  source: id,
  target: id,
  direction: v.exactOptional(v.picklist(['one', 'two'])),
  returnLabel: v.exactOptional(v.pipe(v.string(), v.description('Name of the way back of a two-way flow.'))),
  order: v.exactOptional(v.pipe(v.string(), v.description('Number of the walkthrough as written, e.g. 1, 3a, *.'))),
  ...shared,
});

const decision = v.object({
  threat: v.pipe(v.string(), v.description('ruleId~subjectId[~subjectId…], ruleId~model or manual~id.')),
  state: v.picklist(THREAT_STATES),
  basis: v.exactOptional(v.pipe(v.string(), v.description('Fingerprint of the facts the decision was taken on.'))),
  by: v.string(),
  at: time,
  fields: v.exactOptional(
    v.object(record(DECISION_FIELDS, v.exactOptional(v.union([v.string(), number, v.array(v.string())])))),
  ),
});

const elementLayout = v.object({
  id,
  at: v.pipe(point, v.description('Left and top edge relative to the parent, px.')),
  size: v.exactOptional(v.pipe(v.tuple([number, number]), v.description('Width and height, px.'))),
  z: v.exactOptional(orderKey),
  shape: v.exactOptional(
    v.object({
      kind: v.picklist(['poly', 'line']),
      points: v.pipe(
        v.array(v.tuple([number, number])),
        v.description('0 to 10000 of the width and height of the element.'),
      ),
      curve: v.picklist(['straight', 'smooth']),
    }),
  ),
  collapsed: v.exactOptional(v.boolean()),
  lock: v.exactOptional(stamp),
});

const side = v.nullable(v.picklist(SIDES));
const flowLayout = v.object({
  id,
  z: v.exactOptional(orderKey),
  route: v.exactOptional(
    v.pipe(
      v.object({ base: v.exactOptional(id), points: v.array(point) }),
      v.description('Waypoints relative to the boundary `base`, or to the canvas.'),
    ),
  ),
  ports: v.exactOptional(v.pipe(v.tuple([side, side]), v.description('Preferred sides of source and target.'))),
  label: v.exactOptional(
    v.pipe(
      v.object({ along: number, dx: number, dy: number }),
      v.description('Place of the label: 0 to 1000 of the length of the line, then an offset, px.'),
    ),
  ),
});

/** What only the head of a file says: whether it is one of ours, and how new. */
export const fileHeadSchema = v.object({
  format: v.literal('strideboard'),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** A whole file. */
export const fileSchema = v.object({
  ...fileHeadSchema.entries,
  meta: v.exactOptional(
    v.object({
      title: v.exactOptional(v.string()),
      summary: v.exactOptional(v.string()),
      owner: v.exactOptional(v.string()),
      reviewers: v.exactOptional(v.array(v.string())),
      system: v.exactOptional(v.string()),
      created: v.exactOptional(stamp),
    }),
  ),
  settings: v.exactOptional(
    v.object({
      packs: v.exactOptional(
        v.pipe(v.array(v.tuple([v.string(), v.string()])), v.description('Id and version of each content pack.')),
      ),
      method: v.exactOptional(
        v.pipe(v.record(v.string(), scalar), v.description('Risk scale, crossing mode and the like.')),
      ),
      grid: v.exactOptional(v.pipe(number, v.description('Grid step, px; 0 = none; absent = 10.'))),
      defaults: v.exactOptional(v.pipe(v.record(v.string(), scalar), v.description('Values new things start with.'))),
    }),
  ),
  diagrams: v.exactOptional(
    v.array(
      v.object({
        id,
        title: v.exactOptional(v.string()),
        details: v.exactOptional(v.pipe(id, v.description('The element this diagram details.'))),
        z: v.exactOptional(orderKey),
      }),
    ),
  ),
  elements: v.exactOptional(v.array(element)),
  flows: v.exactOptional(v.array(flow)),
  decisions: v.exactOptional(v.array(decision)),
  ...registerEntries,
  layout: v.exactOptional(
    v.object({
      elements: v.exactOptional(v.array(elementLayout)),
      flows: v.exactOptional(v.array(flowLayout)),
      treeNodes: v.exactOptional(v.array(v.object({ id, at: point }))),
    }),
  ),
});

/** A file as read. */
export type FileContent = v.InferOutput<typeof fileSchema>;
/** One element of a file, without its layout. */
export type FileElement = v.InferOutput<typeof element>;
/** One flow of a file, without its layout. */
export type FileFlow = v.InferOutput<typeof flow>;
/** Where one element stands. */
export type FileElementLayout = v.InferOutput<typeof elementLayout>;
/** How one flow runs. */
export type FileFlowLayout = v.InferOutput<typeof flowLayout>;

function record<const Names extends readonly string[], Schema>(
  names: Names,
  schema: Schema,
): Record<Names[number], Schema> {
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<Names[number], Schema>; // every name is a key
}

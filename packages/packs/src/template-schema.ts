/** Templates: whole diagrams with geometry and facts, in a form that can be written by hand. */

import * as v from 'valibot';
import { diagramItemId, list, listOrEmpty, packItemId, properties, text } from './schema-parts.ts';

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-999_999), v.maxValue(999_999));
const point = v.pipe(v.tuple([pixels, pixels]), v.readonly());
const size = v.pipe(v.tuple([v.pipe(pixels, v.minValue(1)), v.pipe(pixels, v.minValue(1))]), v.readonly());
const share = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));
const side = v.nullable(v.picklist(['top', 'right', 'bottom', 'left']));
const label = v.pipe(v.string(), v.maxLength(300));

const placed = {
  id: diagramItemId,
  label: v.optional(label, ''),
  /** Id of the boundary it stands in; absent or `null` = the open canvas. */
  parent: v.optional(v.nullable(diagramItemId), null),
  /** Top-left corner relative to the parent's, px. */
  at: point,
  /** Further boundaries it belongs to. */
  memberOf: listOrEmpty(diagramItemId),
  properties: v.optional(properties, {}),
  /** Reason why it is out of scope. */
  oos: v.exactOptional(v.string()),
  notes: v.optional(v.string(), ''),
};

/** A boundary of a template. */
const templateBoundarySchema = v.pipe(
  v.strictObject({
    ...placed,
    /** Boundary-kind id. */
    kind: packItemId,
    /** Width and height, px. */
    size,
    /** Line style where it differs from its kind's. */
    style: v.exactOptional(v.picklist(['trust', 'machine'])),
    /** Absent = box. Points are 0..10000 of its own size. */
    shape: v.exactOptional(
      v.strictObject({
        kind: v.picklist(['poly', 'line']),
        points: v.pipe(list(v.pipe(v.tuple([share, share]), v.readonly())), v.minLength(2)),
        curve: v.optional(v.picklist(['straight', 'smooth']), 'straight'),
      }),
    ),
  }),
  v.readonly(),
);

/** An element of a template. */
const templateNodeSchema = v.pipe(
  v.strictObject({
    ...placed,
    /** Stencil id. */
    stencil: packItemId,
    /** Width and height, px; absent = the usual size of its kind. */
    size: v.exactOptional(size),
  }),
  v.readonly(),
);

/** A flow of a template. */
const templateFlowSchema = v.pipe(
  v.strictObject({
    id: diagramItemId,
    /** Walkthrough number: a number or a text such as `3a` or `*`. */
    order: v.optional(
      v.pipe(
        v.union([v.pipe(v.string(), v.maxLength(12)), v.number()]),
        v.transform((value) => String(value)),
      ),
      '',
    ),
    source: diagramItemId,
    target: diagramItemId,
    direction: v.optional(v.picklist(['one', 'two']), 'one'),
    label: v.optional(label, ''),
    returnLabel: v.optional(label, ''),
    properties: v.optional(properties, {}),
    /** Waypoints: absolute canvas points, or `{ base, points }` relative to a boundary, px. */
    way: v.exactOptional(
      v.pipe(
        v.union([list(point), v.strictObject({ base: diagramItemId, points: list(point) })]),
        v.transform((value): TemplateWay => ('points' in value ? value : { base: null, points: value })),
      ),
    ),
    /** Preferred sides at source and target. */
    ports: v.exactOptional(v.pipe(v.tuple([side, side]), v.readonly())),
    /** Label place: along 0..1000 of the line, then an offset in px. */
    lab: v.exactOptional(
      v.pipe(v.tuple([v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), pixels, pixels]), v.readonly()),
    ),
    oos: v.exactOptional(v.string()),
    notes: v.optional(v.string(), ''),
  }),
  v.readonly(),
);

/** Waypoints of a template's flow. */
export interface TemplateWay {
  readonly base: string | null;
  readonly points: readonly (readonly [number, number])[];
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One template. */
export const templateSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    title: text,
    summary: v.optional(v.pipe(v.string(), v.maxLength(4_000)), ''),
    boundaries: listOrEmpty(templateBoundarySchema),
    nodes: listOrEmpty(templateNodeSchema),
    flows: listOrEmpty(templateFlowSchema),
    /** What the loader must count; a difference is a problem of the pack. Crossings follow parents and memberships. */
    expected: v.exactOptional(
      v.strictObject({
        boundaries: v.exactOptional(count),
        nodes: v.exactOptional(count),
        flows: v.exactOptional(count),
        crossingFlows: v.exactOptional(count),
        maxNesting: v.exactOptional(count),
      }),
    ),
  }),
  v.readonly(),
);

/** See {@link templateBoundarySchema}. */
export type TemplateBoundary = v.InferOutput<typeof templateBoundarySchema>;
/** See {@link templateNodeSchema}. */
export type TemplateNode = v.InferOutput<typeof templateNodeSchema>;
/** See {@link templateFlowSchema}. */
export type TemplateFlow = v.InferOutput<typeof templateFlowSchema>;
/** See {@link templateSchema}. */
export type Template = v.InferOutput<typeof templateSchema>;

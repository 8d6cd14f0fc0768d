/** The board part of a pack: what can be drawn and what can be asked. Loaded with the first screen. */

import * as v from 'valibot';
import {
  list,
  listOrEmpty,
  oneOrMany,
  packItemId,
  properties,
  propertyName,
  propertyValue,
  selector,
  text,
} from './schema-parts.ts';

/** A shelf of the palette. */
export const stencilFamilySchema = v.pipe(v.strictObject({ id: packItemId, label: text }), v.readonly());

/** A thing that can be put on the board. */
export const stencilSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    /** Id of its family. */
    family: packItemId,
    kind: v.picklist(['process', 'store', 'external', 'note']),
    label: text,
    /** Label for narrow places such as the palette, at most 14 characters. */
    short: v.exactOptional(v.pipe(text, v.maxLength(14))),
    /** Name of a glyph of the board. */
    icon: text,
    /** The Kubernetes kind or component it stands for. */
    kubernetes: v.exactOptional(text),
    /** Boundary kind it is proposed to go into. */
    usualBoundary: v.exactOptional(packItemId),
    /** Id of a stencil it is a special form of: what is asked of and judged about that one holds for this one too. */
    like: v.exactOptional(packItemId),
    /** It normally runs as a pod, so it may carry workload facts too. */
    runsAsWorkload: v.exactOptional(v.boolean()),
    notes: v.exactOptional(text),
    /** Other names people look for it by. */
    aliases: v.exactOptional(list(text)),
    /** Facts that always hold; an answer on the element wins. */
    properties: v.exactOptional(properties),
  }),
  v.readonly(),
);

/** A kind of boundary that can be drawn. */
export const boundaryKindSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    label: text,
    /** Label for narrow places, at most 14 characters. */
    short: v.exactOptional(v.pipe(text, v.maxLength(14))),
    /** `trust` is dashed, `machine` a solid thin line. */
    style: v.picklist(['trust', 'machine']),
    /** Name of the colour token. */
    colour: v.picklist(['cluster', 'node', 'namespace', 'machine', 'neutral']),
    /** Name of a glyph of the board. */
    icon: text,
    usualParent: v.exactOptional(packItemId),
    /** Id of a boundary kind it is a special form of: what is asked of and judged about that one holds for this one too. */
    like: v.exactOptional(packItemId),
    kubernetes: v.exactOptional(text),
    notes: v.exactOptional(text),
    /** Other names people look for it by. */
    aliases: v.exactOptional(list(text)),
    /** Where it stands among the two hierarchies a pod belongs to. */
    hierarchy: v.exactOptional(v.picklist(['physical', 'logical', 'both'])),
    /** Facts that always hold; an answer on the boundary wins. */
    properties: v.exactOptional(properties),
  }),
  v.readonly(),
);

/** A question that can be asked about an element, boundary or flow. Several definitions may share a name for different subjects. */
export const propertyDefinitionSchema = v.pipe(
  v.strictObject({
    /** Key of the property, permanent. */
    name: propertyName,
    /** Name for people. */
    label: text,
    /** The question a person can answer, e.g. "Does this pod run privileged?". */
    question: v.exactOptional(text),
    /** Written as one selector or a list. */
    appliesTo: v.pipe(oneOrMany, list(selector), v.minLength(1)),
    type: v.picklist(['boolean', 'enum', 'string', 'number', 'list']),
    /** For `enum`, and proposals for `list`: written as ids or as `{ id, label }`. The id `unknown` means not answered. */
    values: v.exactOptional(
      list(
        v.pipe(
          v.union([text, v.strictObject({ id: text, label: text })]),
          v.transform((value) => (typeof value === 'string' ? { id: value, label: value } : value)),
          v.readonly(),
        ),
      ),
    ),
    /** What a list holds: `string`, `number`, `path`, `verb:resource`, `mechanism@layer`. */
    items: v.exactOptional(text),
    /** What Kubernetes takes when nothing is written: for importers only. Absent or `null` = none. */
    default: v.exactOptional(v.nullable(propertyValue)),
    /** Computed by the engine, never asked; what is stored wins all the same. */
    derived: v.exactOptional(v.boolean()),
    /** Answers it follows from where nobody gave its own, most telling first: one question that settles many. */
    follows: v.exactOptional(
      v.pipe(
        v.array(
          v.pipe(
            v.strictObject({
              /** Name of the other property. */
              from: propertyName,
              /** Kind of the innermost boundary around the subject that has it; absent = the subject itself, which is then asked that first. */
              at: v.exactOptional(selector),
              /** The value by what the other one says; yes and no are `true` and `false`. */
              gives: v.pipe(v.record(v.string(), propertyValue), v.readonly()),
            }),
            v.readonly(),
          ),
        ),
        v.minLength(1),
        v.maxLength(5, 'At most 5 may stand here.'),
        v.readonly(),
      ),
    ),
    /** How a pod's value follows from its containers: `any` for what is bad once anywhere, `all` for what must hold everywhere. */
    aggregate: v.exactOptional(v.picklist(['any', 'all'])),
    answeredBy: v.exactOptional(v.picklist(['person', 'import'])),
    usedFor: v.exactOptional(text),
    source: v.exactOptional(text),
  }),
  v.readonly(),
);

/** A named set of stencils and boundary kinds that rules and properties can refer to. */
export const groupSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    /** Ids or globs of stencils and boundary kinds. */
    members: list(selector),
    /** Every stencil with `runsAsWorkload` belongs to it as well. */
    workloads: v.exactOptional(v.boolean()),
    meaning: v.exactOptional(text),
  }),
  v.readonly(),
);

/** Mechanisms of one group fail together and count once. */
export const independenceGroupSchema = v.pipe(v.strictObject({ id: packItemId, meaning: text }), v.readonly());

/** Something that can enforce a boundary. */
export const mechanismSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    label: text,
    /** Id of its independence group. */
    group: packItemId,
    notes: v.exactOptional(text),
  }),
  v.readonly(),
);

/** A layer at which isolation can hold, weakest first. */
export const isolationLayerSchema = v.pipe(
  v.strictObject({ id: packItemId, meaning: text, mechanisms: listOrEmpty(packItemId) }),
  v.readonly(),
);

/** What names a pack. */
export const packHeaderSchema = v.pipe(
  v.strictObject({
    id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{2,32}$/u, 'A pack id has 2 to 32 small letters, digits or "-".')),
    version: text,
    title: text,
  }),
  v.readonly(),
);

/** The whole board part as it is shipped. */
export const boardPartSchema = v.pipe(
  v.strictObject({
    ...packHeaderSchema.pipe[0].entries,
    families: list(stencilFamilySchema),
    stencils: list(stencilSchema),
    boundaries: list(boundaryKindSchema),
    properties: list(propertyDefinitionSchema),
    groups: list(groupSchema),
    mechanisms: list(mechanismSchema),
    independenceGroups: list(independenceGroupSchema),
    layers: list(isolationLayerSchema),
  }),
  v.readonly(),
);

/** See {@link stencilFamilySchema}. */
export type StencilFamily = v.InferOutput<typeof stencilFamilySchema>;
/** See {@link stencilSchema}. */
export type Stencil = v.InferOutput<typeof stencilSchema>;
/** See {@link boundaryKindSchema}. */
export type BoundaryKind = v.InferOutput<typeof boundaryKindSchema>;
/** See {@link propertyDefinitionSchema}. */
export type PropertyDefinition = v.InferOutput<typeof propertyDefinitionSchema>;
/** See {@link groupSchema}. */
export type Group = v.InferOutput<typeof groupSchema>;
/** See {@link independenceGroupSchema}. */
export type IndependenceGroup = v.InferOutput<typeof independenceGroupSchema>;
/** See {@link mechanismSchema}. */
export type Mechanism = v.InferOutput<typeof mechanismSchema>;
/** See {@link isolationLayerSchema}. */
export type IsolationLayer = v.InferOutput<typeof isolationLayerSchema>;
/** See {@link packHeaderSchema}. */
export type PackHeader = v.InferOutput<typeof packHeaderSchema>;
/** See {@link boardPartSchema}. */
export type BoardPart = v.InferOutput<typeof boardPartSchema>;

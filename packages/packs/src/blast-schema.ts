/**
 * The blast part of a pack: how an attacker who has one thing gets the next. Like rules, steps are data: the engine walks them over any
 * diagram and knows no Kubernetes.
 */

import * as v from 'valibot';
import { packHeaderSchema } from './board-schema.ts';
import { ruleExampleSchema } from './judgement-schema.ts';
import { diagramItemId, list, listOrEmpty, oneOrMany, packItemId, reference, selector, text } from './schema-parts.ts';

/**
 * What an attacker has of a subject: `reach`, may send it requests; `identity`, may act under its name; `control`, runs code in it, or reads
 * and changes what it stores. Control includes reach.
 */
export const ACCESSES = ['reach', 'identity', 'control'] as const;

/** What a step passes through. */
const STEP_WAYS = ['flow', 'grant', 'node', 'containment', 'credential'] as const;

/** How near the start something is, nearest first; what lies in none of them is outside. */
export const RING_IDS = ['same-node', 'same-cluster'] as const;

const selectors = v.pipe(oneOrMany, list(selector), v.minLength(1));

const condition = v.pipe(
  v.union([text, v.boolean()]),
  v.transform((value) => String(value)),
);

/**
 * Where a step leads, seen from its subject (along a flow: from the flow's other end). `self`: there. `inside`: to everything inside it. `around`:
 * to the nearest such boundary, the subject counted. `among`: to such elements within the nearest boundary of kind `within`, that boundary
 * counted; without `within`, anywhere.
 *
 * `unplaced` says what holds for a subject that no such boundary encloses: `each` of them on the diagram is possible; the `sole` one there
 * is is meant, and each is possible if there are several; it stands for it`self`. Where `within` is nowhere on the diagram, whatever is
 * chosen and stands in no such boundary is meant.
 */
const destinationSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('self') }),
  v.strictObject({ kind: v.literal('inside') }),
  v.strictObject({
    kind: v.literal('around'),
    boundary: selectors,
    unplaced: v.optional(v.picklist(['each', 'sole', 'self']), 'each'),
  }),
  v.strictObject({
    kind: v.literal('among'),
    elements: selectors,
    within: v.optional(v.pipe(oneOrMany, list(selector)), []),
    unplaced: v.optional(v.picklist(['each', 'sole']), 'each'),
  }),
]);

/**
 * What stops a step. With `when` it stands as soon as the condition holds; without, only once the control is assumed. A `wall` stops the step
 * itself. A `policy` keeps what would open it from coming into being: it answers what nobody has said, and gives way to what was said.
 * `unsaid: open` means that the way counts as open until somebody says otherwise.
 */
const stopSchema = v.pipe(
  v.strictObject({
    /** Id of the control. */
    control: packItemId,
    when: v.exactOptional(condition),
    /** False for one that protects only by what the facts say: assuming the control shuts nothing here. */
    assumable: v.optional(v.boolean(), true),
    kind: v.optional(v.picklist(['wall', 'policy']), 'wall'),
    unsaid: v.optional(v.picklist(['doubt', 'open']), 'doubt'),
  }),
  v.readonly(),
);

const { fires: _fires, on: _on, ...exampleDiagram } = ruleExampleSchema.pipe[0].entries;

/** A diagram on which the step opens from one element to another, or does not. */
const stepExampleSchema = v.pipe(
  v.strictObject({
    ...exampleDiagram,
    from: diagramItemId,
    to: diagramItemId,
    opens: v.picklist(['proven', 'possible', 'no']),
  }),
  v.readonly(),
);

/** One step of an attacker. */
export const blastStepSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    /** `{source}` is what the attacker has, `{target}` where the step leads, `{flow}` the flow. */
    title: text,
    via: v.picklist(STEP_WAYS),
    /** Elements and boundaries it starts from. */
    from: selectors,
    /** What the attacker must have of it. */
    having: v.optional(v.picklist(ACCESSES), 'control'),
    /**
     * The step goes along a flow that ends at such an element. `connection`: from the end that opens it (said by `initiator`; a store never
     * opens one) to the other. `answer`: back to the end that opened it, as what was asked for comes.
     */
    flow: v.exactOptional(
      v.pipe(v.strictObject({ along: v.picklist(['connection', 'answer']), end: selectors }), v.readonly()),
    ),
    /** Condition over `el`; along a flow over `flow`, `source` (where the step starts) and `target` (the flow's other end). */
    when: v.optional(condition, 'true'),
    to: v.pipe(
      v.union([v.picklist(['self', 'inside']), destinationSchema]),
      v.transform((written) => (typeof written === 'string' ? { kind: written } : written)),
      v.readonly(),
    ),
    /** Condition over `el` = what would be reached; it is reached only where this holds. */
    provided: v.exactOptional(condition),
    gives: v.picklist(ACCESSES),
    /** Even where the condition holds nobody has said how far it goes, so the step is never proven. */
    atMost: v.exactOptional(v.literal('possible')),
    why: text,
    stops: listOrEmpty(stopSchema),
    references: listOrEmpty(reference),
    examples: listOrEmpty(stepExampleSchema),
  }),
  v.readonly(),
);

/** A ring around the start: what shares the nearest such boundary with it. */
export const blastRingSchema = v.pipe(
  v.strictObject({
    id: v.picklist(RING_IDS),
    within: selectors,
    /** What belongs to the ring where no such boundary is drawn anywhere. */
    otherwise: v.optional(v.pipe(oneOrMany, list(selector)), []),
  }),
  v.readonly(),
);

/** The whole blast part as it is shipped. */
export const blastPartSchema = v.pipe(
  v.strictObject({ ...packHeaderSchema.pipe[0].entries, rings: list(blastRingSchema), steps: list(blastStepSchema) }),
  v.readonly(),
);

/** See {@link ACCESSES}. */
export type Access = (typeof ACCESSES)[number];
/** One way a step can pass: over a flow, by a right, through a node, by lying inside, with a credential. */
export type StepWay = (typeof STEP_WAYS)[number];
/** See {@link RING_IDS}. */
export type RingId = (typeof RING_IDS)[number];
/** See {@link blastStepSchema}. */
export type BlastStep = v.InferOutput<typeof blastStepSchema>;
/** See {@link blastRingSchema}. */
export type BlastRing = v.InferOutput<typeof blastRingSchema>;
/** See {@link blastPartSchema}. */
export type BlastPart = v.InferOutput<typeof blastPartSchema>;

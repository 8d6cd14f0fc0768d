/** The judgement part of a pack: what can go wrong and what helps. Loaded by the worker that analyses. */

import * as v from 'valibot';
import { packHeaderSchema } from './board-schema.ts';
import { PACK_LIMITS } from './limits.ts';
import {
  boundedList,
  diagramItemId,
  grade,
  list,
  listOrEmpty,
  oneOrMany,
  packItemId,
  properties,
  reference,
  SEVERITIES,
  STRIDE_LETTERS,
  selector,
  text,
} from './schema-parts.ts';

/** A family of rules. */
export const ruleFamilySchema = v.pipe(
  v.strictObject({
    id: packItemId,
    title: text,
    /** Findings that are told as one row per subject, e.g. the checks of one standard; rules name theirs by id. */
    groups: v.exactOptional(list(v.pipe(v.strictObject({ id: packItemId, title: text }), v.readonly()))),
  }),
  v.readonly(),
);

/** Something that threat models of this field name and the pack leaves out, with the reason that people are shown. */
export const exclusionSchema = v.pipe(
  v.strictObject({ id: packItemId, title: text, reason: text, references: listOrEmpty(reference) }),
  v.readonly(),
);

/** The smallest diagram that makes a rule fire, or the nearest one that does not. */
export const ruleExampleSchema = v.pipe(
  v.strictObject({
    fires: v.boolean(),
    note: v.exactOptional(text),
    /** Id of the element or flow the finding is expected on (or must be absent from); absent = anywhere. */
    on: v.exactOptional(diagramItemId),
    elements: boundedList(
      v.strictObject({
        id: diagramItemId,
        /** Stencil or boundary-kind id. */
        type: packItemId,
        label: v.exactOptional(text),
        parent: v.exactOptional(diagramItemId),
        memberOf: v.exactOptional(list(diagramItemId)),
        properties: v.exactOptional(properties),
      }),
      PACK_LIMITS.exampleParts,
    ),
    flows: boundedList(
      v.strictObject({
        id: v.exactOptional(diagramItemId),
        source: diagramItemId,
        target: diagramItemId,
        direction: v.exactOptional(v.picklist(['one', 'two'])),
        order: v.exactOptional(text),
        properties: v.exactOptional(properties),
      }),
      PACK_LIMITS.exampleParts,
    ),
  }),
  v.readonly(),
);

/** One rule: a condition over subjects and what it means when it holds. */
export const ruleSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    /** Id of its family. In a file with a `family` head it may be left out. */
    family: v.optional(v.union([packItemId, v.literal('')]), ''),
    /** `{el}`, `{flow}`, `{source}` and `{target}` are replaced by labels, here and in `why`. */
    title: text,
    /** Empty for a rule of a method other than STRIDE. */
    letters: list(v.picklist(STRIDE_LETTERS)),
    severity: v.picklist(SEVERITIES),
    /** Subjects it is judged on; `model` = once for the whole model. */
    scope: v.pipe(oneOrMany, list(selector), v.minLength(1)),
    /** The condition; the language is described in `packages/stride`. A bare `true` is allowed. */
    when: v.pipe(
      v.union([text, v.boolean()]),
      v.transform((value) => String(value)),
    ),
    why: text,
    /** Ids of controls that help. */
    controls: listOrEmpty(packItemId),
    references: listOrEmpty(reference),
    threatClass: listOrEmpty(packItemId),
    /** Attacker action, one of the method's list. */
    category: v.exactOptional(packItemId),
    likelihood: v.exactOptional(grade),
    impact: v.exactOptional(grade),
    /** A checklist question: shown, never counted as a finding. */
    prompt: v.exactOptional(v.boolean()),
    /** Id of a group of its family. */
    group: v.exactOptional(packItemId),
    examples: boundedList(ruleExampleSchema, PACK_LIMITS.examples),
  }),
  v.readonly(),
);

/** Sets of controls, each part of the next: what everybody should have, what is usual, what high demands need. */
export const CONTROL_SETS = ['baseline', 'standard', 'high'] as const;
/** One of {@link CONTROL_SETS}. */
export type ControlSet = (typeof CONTROL_SETS)[number];

/** Whether a list of sets names, with each set, every larger one too. */
const hasLargerSets = (sets: readonly ControlSet[]): boolean =>
  sets.every((set) => CONTROL_SETS.slice(CONTROL_SETS.indexOf(set)).every((larger) => sets.includes(larger)));

const steps = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4));

/** Something that can be done. */
export const controlSchema = v.pipe(
  v.strictObject({
    id: packItemId,
    label: text,
    group: v.exactOptional(text),
    /** How one can see that it works. */
    test: v.exactOptional(text),
    /** What shows in daily work that it works, or that somebody tries: a line of a log, an alert, a metric. */
    signal: v.exactOptional(text),
    compliance: listOrEmpty(reference),
    /** Ids of rules it helps against. */
    mitigates: listOrEmpty(packItemId),
    /** Steps it takes off the likelihood and the impact (1 to 5) of a threat once it is in place; absent = not stated, so it takes none. */
    strength: v.exactOptional(
      v.pipe(v.strictObject({ likelihood: v.optional(steps, 0), impact: v.optional(steps, 0) }), v.readonly()),
    ),
    /** Sets it belongs to; a set is part of the larger ones. */
    sets: v.exactOptional(
      v.pipe(
        list(v.picklist(CONTROL_SETS)),
        v.check(hasLargerSets, 'A set is part of the larger ones: name those too, e.g. [standard, high].'),
      ),
    ),
    /** Isolation layer it works at. */
    layer: v.exactOptional(packItemId),
    /** Mechanism of the board part that it provides. */
    mechanism: v.exactOptional(packItemId),
    origin: v.exactOptional(text),
    originNote: v.exactOptional(text),
    aliases: v.exactOptional(list(text)),
  }),
  v.readonly(),
);

/**
 * A source that references name by its key. `checked`: ids were compared with the source; `partly`: those in `checkedIds` were; `memory`: none.
 */
export const referenceKeySchema = v.pipe(
  v.strictObject({
    key: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/u)),
    title: text,
    version: v.exactOptional(text),
    status: v.picklist(['checked', 'partly', 'memory']),
    /** For `partly`: the ids that were compared with the source. */
    checkedIds: listOrEmpty(text),
    note: v.exactOptional(text),
    /** Address of the source, `{id}` stands for the place in it. */
    url: v.exactOptional(text),
  }),
  v.readonly(),
);

const named = v.pipe(v.strictObject({ id: packItemId, meaning: text }), v.readonly());

/** The method: STRIDE, STRIDE per element, and the lists that rules choose from. */
export const methodSchema = v.pipe(
  v.strictObject({
    stride: listOrEmpty(
      v.pipe(v.strictObject({ letter: v.picklist(STRIDE_LETTERS), name: text, property: text }), v.readonly()),
    ),
    /** Letters to think about per class; `conditional` letters only where their condition (over `el`) holds. */
    strideByElement: listOrEmpty(
      v.pipe(
        v.strictObject({
          kind: v.picklist(['external', 'process', 'store', 'flow']),
          letters: list(v.picklist(STRIDE_LETTERS)),
          conditional: listOrEmpty(
            v.pipe(v.strictObject({ letter: v.picklist(STRIDE_LETTERS), when: text }), v.readonly()),
          ),
        }),
        v.readonly(),
      ),
    ),
    severities: listOrEmpty(v.pipe(v.strictObject({ id: v.picklist(SEVERITIES), meaning: text }), v.readonly())),
    /** Written as ids or as `{ id, meaning }`. */
    attackerActions: listOrEmpty(
      v.pipe(
        v.union([packItemId, named]),
        v.transform((value) => (typeof value === 'string' ? { id: value, meaning: value } : value)),
      ),
    ),
    threatClasses: listOrEmpty(named),
    /** What attackers are after, in the order of the catalogue that names it (ATT&CK: tactics). */
    tactics: v.exactOptional(list(named)),
    /** How: techniques that rules refer to, by the key of their catalogue, each with the tactics it serves. */
    techniques: v.exactOptional(
      list(v.pipe(v.strictObject({ key: packItemId, id: text, title: text, tactics: list(packItemId) }), v.readonly())),
    ),
  }),
  v.readonly(),
);

/** The whole judgement part as it is shipped. */
export const judgementPartSchema = v.pipe(
  v.strictObject({
    ...packHeaderSchema.pipe[0].entries,
    families: list(ruleFamilySchema),
    rules: list(ruleSchema),
    controls: list(controlSchema),
    references: list(referenceKeySchema),
    exclusions: listOrEmpty(exclusionSchema),
    method: methodSchema,
  }),
  v.readonly(),
);

/** See {@link exclusionSchema}. */
export type Exclusion = v.InferOutput<typeof exclusionSchema>;
/** See {@link ruleFamilySchema}. */
export type RuleFamily = v.InferOutput<typeof ruleFamilySchema>;
/** See {@link ruleExampleSchema}. */
export type RuleExample = v.InferOutput<typeof ruleExampleSchema>;
/** See {@link ruleSchema}. */
export type Rule = v.InferOutput<typeof ruleSchema>;
/** See {@link controlSchema}. */
export type Control = v.InferOutput<typeof controlSchema>;
/** See {@link referenceKeySchema}. */
export type ReferenceKey = v.InferOutput<typeof referenceKeySchema>;
/** See {@link methodSchema}. */
export type Method = v.InferOutput<typeof methodSchema>;
/** See {@link judgementPartSchema}. */
export type JudgementPart = v.InferOutput<typeof judgementPartSchema>;

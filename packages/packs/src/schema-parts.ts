/** Pieces that the schemas of a content pack share: ids, selectors, texts, letters, severities, lists. */

import * as v from 'valibot';

/** A list that may not be changed, as schema. */
export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly());

/** A list that reads as empty when it is absent. */
export const listOrEmpty = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(v.pipe(v.array(item), v.readonly()), []);

/** A list of at most so many items that reads as empty when it is absent. */
export const boundedList = <Item extends v.GenericSchema>(item: Item, limit: number) =>
  v.optional(v.pipe(v.array(item), v.maxLength(limit, `At most ${limit} may stand here.`), v.readonly()), []);

/** One text or a list of texts, read as a list. */
export const oneOrMany = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value): readonly string[] => (typeof value === 'string' ? [value] : value)),
);

/** Id of a stencil, boundary kind, rule, control and the like: 1–64 of `A-Za-z0-9_.-`, with an optional `<packId>:` in front. */
export const packItemId = v.pipe(
  v.string(),
  v.regex(
    /^([a-z0-9-]{2,32}:)?[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/u,
    'An id has 1 to 64 letters, digits, "_", "." or "-".',
  ),
);

/** Id of something on a diagram of a template or example. */
export const diagramItemId = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.-]{1,64}$/u, 'An id on a diagram has 1 to 64 letters, digits, "_", "." or "-".'),
);

/** Name of a property: a word that a condition can read, e.g. `runAsNonRoot`. */
export const propertyName = v.pipe(
  v.string(),
  v.regex(
    /^[A-Za-z][A-Za-z0-9]{0,63}$/u,
    'A property name is one word of letters and digits that starts with a letter.',
  ),
);

/**
 * Chooses subjects: `any`, a class (`process`, `store`, `external`, `note`, `boundary`, `flow`, `model`), a stencil or boundary-kind id,
 * a glob with `*` (`wl.*`), or the id of a group.
 */
export const selector = v.pipe(
  v.string(),
  v.regex(
    /^([a-z0-9-]{2,32}:)?[A-Za-z0-9*][A-Za-z0-9_.*-]{0,63}$/u,
    'A selector is a class, an id, a glob with "*", or a group.',
  ),
);

/** Text for people, at most 4,000 characters, not empty. */
export const text = v.pipe(v.string(), v.minLength(1, 'A text may not be empty.'), v.maxLength(4_000));

/** A scalar or a list of scalars: what a property can hold. */
export const propertyValue = v.union([
  v.string(),
  v.number(),
  v.boolean(),
  list(v.union([v.string(), v.number(), v.boolean()])),
]);

/** Property values by name. */
export const properties = v.pipe(v.record(propertyName, propertyValue), v.readonly());

/** STRIDE letters in their order. */
export const STRIDE_LETTERS = ['S', 'T', 'R', 'I', 'D', 'E'] as const;
/** One of {@link STRIDE_LETTERS}. */
export type StrideLetter = (typeof STRIDE_LETTERS)[number];

/** Severities from worst to mildest, then `prompt`, which is never counted as a finding. */
export const SEVERITIES = ['critical', 'high', 'medium', 'low', 'prompt'] as const;
/** One of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** 1 (lowest) to 5 (highest). */
export const grade = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5));

/**
 * A source: written `key:id`, `key`, or `{ ref: key:id, note }`; read apart. `checked` is set by the loader from the pack's list of
 * reference keys: true only where the ids were compared with the source. The form as read is accepted too, so that a shipped part reads again.
 */
export const reference = v.pipe(
  v.union([
    text,
    v.strictObject({ ref: text, note: v.exactOptional(text) }),
    v.strictObject({ key: text, id: v.string(), note: v.exactOptional(text), checked: v.boolean() }),
  ]),
  v.transform((written): Reference => {
    if (typeof written === 'object' && 'key' in written) return written;
    const { ref, note } = typeof written === 'string' ? { ref: written, note: undefined } : written;
    const colon = ref.indexOf(':');
    const [key, id] = colon < 0 ? [ref, ''] : [ref.slice(0, colon), ref.slice(colon + 1)];
    return { key, id, checked: false, ...(note === undefined ? {} : { note }) };
  }),
);

/** One reference of a rule or control: a key of the pack's list of sources, the place in it (may be empty), and whether it was checked. */
export interface Reference {
  readonly key: string;
  readonly id: string;
  readonly note?: string;
  readonly checked: boolean;
}

/** Sentences that count one thing. */

/** A sentence with `{count}` in it, in its plural forms. */
export interface CountedMessage {
  readonly one: `${string}{count}${string}`;
  readonly other: `${string}{count}${string}`;
}

/** The sentence for a number. */
export const countedText = ({ one, other }: CountedMessage, count: number): string =>
  (count === 1 ? one : other).replaceAll('{count}', String(count));

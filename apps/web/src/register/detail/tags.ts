/** Tags as people write them: one text, separated by commas. */

/** Tags of one threat at most. */
export const TAG_LIMIT = 50;
/** Characters of a tag. */
const LENGTH_LIMIT = 190;

/** Each tag of a text once, in its order; longer ones are cut. */
export const readTags = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().slice(0, LENGTH_LIMIT))
      .filter((tag) => tag !== ''),
  ),
];

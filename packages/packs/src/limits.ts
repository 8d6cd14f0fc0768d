/** What a pack may hold at most, so that reading one costs a bounded time whoever wrote it. Described in docs/packs.md. */
export const PACK_LIMITS = {
  /** Characters of one file. */
  fileCharacters: 500_000,
  /** Characters of all files of one pack. */
  characters: 5_000_000,
  /** Files of one pack. */
  files: 500,
  /** Anchors (`&name`) and aliases (`*name`) of one file, together. */
  anchors: 200,
  /** How deep brackets may nest in one file. */
  nesting: 60,
  /** Items of one list: rules, stencils, properties and so on of the whole pack, and any list inside an item. */
  items: 2_000,
  /** Examples of one rule. */
  examples: 20,
  /** Elements, and flows, of one example. */
  exampleParts: 200,
  /** Problems that are listed; a last one says how many more there are. */
  problems: 1_000,
} as const;

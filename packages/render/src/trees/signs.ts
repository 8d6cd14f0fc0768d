/** Signs of attack trees on a grid of 16: what is known of a step, and gates as in circuit diagrams. */

/** One shape for each thing that can be known of a step; `lit` is filled. */
export const TREE_SIGNS = {
  lit: 'M8 1.5 14.5 8 8 14.5 1.5 8Z',
  accepted: 'M8 2.2 13.8 8 8 13.8 2.2 8Z',
  unknown: 'M5.4 6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .8-1 1.6M8 12.6v.2',
  decided: 'm3.5 8.5 3 3 6-7',
  quiet: 'M4 8h8',
  none: 'M8 7.9v.2',
} as const;
/** One of {@link TREE_SIGNS}. */
export type TreeSign = keyof typeof TREE_SIGNS;

/** Flat back: all of these; curved back and a point: any of these. */
export const TREE_GATES = {
  and: 'M2.5 2.5v11H8a5.5 5.5 0 0 0 0-11Z',
  or: 'M1.8 2.5c2.6 3.4 2.6 7.6 0 11 5 0 9-1.4 12.4-5.5C10.8 3.9 6.8 2.5 1.8 2.5Z',
} as const;

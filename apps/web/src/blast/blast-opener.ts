/** The button that opens the blast radius of what is selected, by which the keyboard comes back to it. */

/** Its DOM id. */
export const BLAST_OPENER = 'blast-opener';

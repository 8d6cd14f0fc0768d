/** The padlock on what is locked. */

/** Around the origin, 8 px wide; drawn as a line. */
export const LOCK_PATH = 'M-3.4 -0.6h6.8v4.2h-6.8ZM-2.1 -0.6v-1.7a2.1 2.1 0 0 1 4.2 0v1.7';

/** DOM ids of drawn items, for `aria-activedescendant`. */

/** The DOM id of the drawing of an element or flow. */
export const itemId = (id: string): string => `item-${id}`;

/** Asking the register for one of its views by name, where other places ask it for a threat by its id. */

const VIEW = 'view ';

/** What to show in the register so that it opens on a view. No threat has such an id. */
export const viewFocus = (view: string): string => `${VIEW}${view}`;

/** The view that is asked for; `null` where a threat is. */
export const focusedView = (id: string): string | null => (id.startsWith(VIEW) ? id.slice(VIEW.length) : null);

/** From how far the diagram is looked at, and what can still be told apart there. */

/** Below this zoom only the worst badge is shown, enlarged; below the second none could be read. */
const FAR_ZOOM = 0.6;
const VERY_FAR_ZOOM = 0.2;

/** Near has everything; far has names and the worst badge, enlarged; very far has neither. */
export type Distance = 'near' | 'far' | 'very-far';

/** The distance at a zoom. */
export const distanceAt = (zoom: number): Distance =>
  zoom < VERY_FAR_ZOOM ? 'very-far' : zoom < FAR_ZOOM ? 'far' : 'near';

/** How far the name of a boundary may grow along its line when it is seen from afar. */
import type { SceneElement } from '@strideboard/render';

/** Beside the name, badges want to be seen from afar as well, px. */
const BADGE_ROOM = 110;
/** A short line is given to the name up to this factor, whatever else wants to stand there. */
const SHORT = { room: 20, growth: 1.75 };

/** The largest factor for a name of that width, px. */
export const tagGrowth = ({ box }: SceneElement, width: number): number =>
  Math.max(1, (box.width - BADGE_ROOM) / width, Math.min(SHORT.growth, (box.width - SHORT.room) / width));

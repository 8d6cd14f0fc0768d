/** What stands beside the drawing; fetched while people already look at it. */
import { createSideProjection } from '@strideboard/document';

/** For the board's document. */
export const side = createSideProjection;
export { keepSilence } from './workshop/keep-silence.ts';

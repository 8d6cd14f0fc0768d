/** What the engine says about the way of a flow. */

import type { CanvasPoint } from '@strideboard/model';

/** The way the engine found for a flow, in a frame in which both ends have known places. */
export interface FoundWay {
  readonly bends: readonly CanvasPoint[];
  /** Top-left corners of both ends in that frame. */
  readonly ends: readonly [CanvasPoint, CanvasPoint];
}

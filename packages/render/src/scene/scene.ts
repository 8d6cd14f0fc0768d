/** A scene: the whole drawing as items in painting order, with look-ups. */

import type { Box, DiagramId, ElementId, FlowId } from '@strideboard/model';
import type { SceneElement, SceneFlow } from './items.ts';

/** What part of the model to draw. */
export interface SceneOptions {
  /** The diagram to draw; absent or `null` = the first. */
  readonly diagram?: DiagramId | null;
}

/** The drawing of one diagram. Items that did not change between two scenes are the same objects. */
export interface Scene {
  /** In painting order: parents before children, notes and boundaries where they stand among their siblings. */
  readonly elements: readonly SceneElement[];
  /** In painting order. */
  readonly flows: readonly SceneFlow[];
  readonly elementById: ReadonlyMap<ElementId, SceneElement>;
  readonly flowById: ReadonlyMap<FlowId, SceneFlow>;
  /** Around everything, canvas px; `null` for an empty scene. */
  readonly bounds: Box | null;
}

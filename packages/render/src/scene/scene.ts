/** A scene: the whole drawing of one diagram as items in painting order, with look-ups. */

import type { Box, DiagramId, Element, ElementId, Flow, FlowId, Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { FlowPlan } from './flow-plan.ts';
import type { Folded } from './fold.ts';
import type { SceneElement, SceneFlow } from './items.ts';

/** What part of the model to draw. */
export interface SceneOptions {
  /** The diagram to draw; absent or `null` = the first. */
  readonly diagram?: DiagramId | null;
  /** Collapsed boundaries that are drawn open all the same. */
  readonly opened?: ReadonlySet<ElementId>;
}

/** The drawing of one diagram. Items that did not change between two scenes are the same objects. */
export interface Scene {
  /** In painting order: boundaries by depth, then everything else as the model orders it. */
  readonly elements: readonly SceneElement[];
  /** In painting order, above the boundaries and below the other elements. */
  readonly flows: readonly SceneFlow[];
  readonly elementById: ReadonlyMap<ElementId, SceneElement>;
  readonly flowById: ReadonlyMap<FlowId, SceneFlow>;
  /** Around everything, canvas px; `null` for an empty scene. */
  readonly bounds: Box | null;
  /** What the next update builds on. Not for drawing. */
  readonly state: SceneState;
}

/** Inputs and intermediate results of a scene, kept so that an update can skip what did not change. */
export interface SceneState {
  readonly model: Pick<Model, 'elements' | 'flows' | 'diagrams'>;
  readonly pack: PackIndex;
  readonly options: SceneOptions;
  readonly folded: Folded | null;
  readonly boxes: ReadonlyMap<ElementId, Box>;
  /** The shown elements as the model has them, with what they stand for. */
  readonly shown: ReadonlyMap<ElementId, ShownElement>;
  readonly flows: ReadonlyMap<FlowId, Flow>;
  readonly plans: ReadonlyMap<FlowId, FlowPlan>;
  /** Offsets of both ends from the middle of their sides, px. */
  readonly offsets: ReadonlyMap<FlowId, readonly [number, number]>;
  readonly crossings: ReadonlyMap<FlowId, readonly ElementId[]>;
}

/** A shown element. */
export interface ShownElement {
  readonly element: Element;
  /** What it stands for, when it is a reference; otherwise the element itself. */
  readonly meant: Element;
  readonly depth: number;
  /** What it hides, when it is a collapsed boundary. */
  readonly folds: readonly ElementId[] | null;
}

/**
 * What a scene is made of. Everything is plain, immutable and independent of who draws it: the page, the canvas and the SVG writer
 * all draw from these items. Boxes and paths are in canvas space (px at zoom 1, y grows downward); the text of an element is placed
 * relative to its box, so that a move changes its box and nothing else.
 */

import type { BoundaryStyle, Box, CanvasPoint, ElementId, ElementKind, FlowId } from '@strideboard/model';

/** How an element is outlined. A reference takes the shape of what it stands for. */
export const SCENE_SHAPES = ['pill', 'rectangle', 'store', 'note', 'box', 'polygon', 'line'] as const;
/** One of {@link SCENE_SHAPES}: process, external entity, data store, note; boundary as box, closed free form, curved line. */
export type SceneShape = (typeof SCENE_SHAPES)[number];

/** Names of boundary colours; each is a token of the theme. */
export const BOUNDARY_COLOURS = ['cluster', 'node', 'namespace', 'machine', 'neutral'] as const;
/** One of {@link BOUNDARY_COLOURS}. */
export type BoundaryColour = (typeof BOUNDARY_COLOURS)[number];

/** Layer of all flows: above every boundary. */
export const FLOW_LAYER = 1_000;
/** Layer of all elements but boundaries: above every flow. */
export const ELEMENT_LAYER = 2_000;

/** One measured line of text. `x` is its left edge and `y` its baseline; `width` its advance, all px. */
export interface TextLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Lines of one style. */
export interface TextBlock {
  /** px */
  readonly size: number;
  readonly weight: 400 | 600;
  readonly lines: readonly TextLine[];
}

/** Where and what icon to draw: `x` and `y` are its top-left corner relative to the element's box, `size` its edge, px. */
export interface SceneGlyph {
  /** Name in the glyph table, already resolved: never unknown. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** What only boundaries have. */
export interface SceneBoundary {
  /** `trust` is dashed, `machine` a solid thin line. */
  readonly style: BoundaryStyle;
  readonly colour: BoundaryColour;
  /** Whether it has an inside that gets a tint. */
  readonly closed: boolean;
  /** Kind and name on the line: ground-coloured plate in canvas px, text placed in canvas px. `null` when there is nothing to say. */
  readonly tag: { readonly box: Box; readonly line: TextLine } | null;
  /** What it hides while it is collapsed: it is then drawn as a small card with its name and their number. `null` when it is open. */
  readonly folds: readonly ElementId[] | null;
}

/** One element as drawn. */
export interface SceneElement {
  readonly item: 'element';
  readonly id: ElementId;
  readonly kind: ElementKind;
  readonly shape: SceneShape;
  /** Canvas px, absolute. */
  readonly box: Box;
  /** Layer: boundaries by depth from 0, then flows ({@link FLOW_LAYER}), then the other elements. Within a layer the order of the scene decides. */
  readonly zIndex: number;
  /** Number of boundaries around it, 0 at the top level. */
  readonly depth: number;
  readonly parent: ElementId | null;
  /** The whole label, for people who do not see the picture; `''` when unnamed. */
  readonly label: string;
  /** The label of its stencil or boundary kind, `''` when the pack does not know it. */
  readonly typeLabel: string;
  readonly glyph: SceneGlyph | null;
  /** The label, wrapped and cut to fit; relative to `box`. */
  readonly title: TextBlock;
  /** The stencil's label where it differs from the label; relative to `box`. */
  readonly subtitle: TextBlock | null;
  readonly outOfScope: boolean;
  readonly locked: boolean;
  readonly boundary: SceneBoundary | null;
  /** Path data of a polygon or line boundary, canvas px; `null` for every other shape, whose outline follows from `box`. */
  readonly outline: string | null;
  /** The same outline as points, a smooth curve sampled; empty for other shapes. */
  readonly outlinePoints: readonly CanvasPoint[];
}

/** A filled head: its tip, and the direction it points in, degrees clockwise from the x axis. */
export interface FlowHead {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** A gate mark where a flow crosses a boundary: its centre, and the direction of the flow there, degrees clockwise from the x axis. */
export interface CrossingMark {
  readonly boundary: ElementId;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/** Label of a flow on its ground-coloured plate. */
export interface FlowLabel {
  /** The plate, canvas px. */
  readonly box: Box;
  /** Number of the walkthrough, in bold; canvas px. */
  readonly number: TextLine | null;
  /** Label and, for a two-way flow, the label of the way back; canvas px. */
  readonly lines: readonly TextLine[];
}

/** One flow as drawn. */
export interface SceneFlow {
  readonly item: 'flow';
  readonly id: FlowId;
  readonly source: ElementId;
  readonly target: ElementId;
  /** Path data of the line; it ends inside the heads, so that no stroke shows beyond a tip. */
  readonly d: string;
  /** The whole way from edge to edge, curves sampled: for hit tests, sliding labels and drawing far away. At least two points. */
  readonly points: readonly CanvasPoint[];
  /** Waypoints as stored, canvas px. */
  readonly waypoints: readonly CanvasPoint[];
  readonly heads: readonly FlowHead[];
  readonly label: FlowLabel | null;
  /** Every boundary it crosses, in model order. */
  readonly crosses: readonly ElementId[];
  /** Where it meets their outlines; at least one mark when `crosses` is not empty. */
  readonly marks: readonly CrossingMark[];
  /** Around line, heads and label, canvas px. */
  readonly bounds: Box;
  /** {@link FLOW_LAYER} */
  readonly zIndex: number;
  readonly outOfScope: boolean;
  /** The flows it stands for, itself among them, where a collapsed boundary gathers more than one; otherwise empty. */
  readonly gathers: readonly FlowId[];
}

/** Anything in a scene. */
export type SceneItem = SceneElement | SceneFlow;

/** From a model to a drawing: scene, glyphs, text widths, SVG. */
export { createScene, updateScene } from './scene/create-scene.ts';
export { glyphName, glyphPath, glyphs } from './glyphs/glyphs.ts';
export {
  BOUNDARY_COLOURS,
  type BoundaryColour,
  type CrossingMark,
  ELEMENT_LAYER,
  FLOW_LAYER,
  type FlowHead,
  type FlowLabel,
  SCENE_SHAPES,
  type SceneBoundary,
  type SceneElement,
  type SceneFlow,
  type SceneGlyph,
  type SceneItem,
  type SceneShape,
  type TextBlock,
  type TextLine,
} from './scene/items.ts';
export { distanceToLine, lengthOf, pointAlong } from './scene/polyline.ts';
export type { Scene, SceneOptions } from './scene/scene.ts';
export { createSpatialGrid, type SpatialGrid } from './scene/spatial-grid.ts';
export { pageTheme, THEMES, type Theme, type ThemeName, themeProperties, type Tone, themes } from './theme.ts';
export { GATE_PATH, HEAD_PATH } from './svg/draw-flow.ts';
export { foldModel } from './scene/fold.ts';
export { LOCK_PATH } from './svg/lock-mark.ts';
export { measureText, type TextStyle } from './text/measure-text.ts';
export { type WrapOptions, wrapText } from './text/wrap-text.ts';
export { BADGE_KINDS, type BadgeCounts, type BadgeKind } from './svg/draw-badges.ts';
export { LEGEND_ENTRIES, type LegendWords } from './svg/legend.ts';
export { renderSvg, type SvgEmbedding, type SvgLink, type SvgOptions } from './svg/render-svg.ts';
export type { DrawnStep } from './trees/place-tree.ts';
export { renderTree, type TreeSvgOptions } from './trees/render-tree.ts';
export { TREE_GATES, TREE_SIGNS, type TreeSign } from './trees/signs.ts';

/** From a model to a drawing: scene, glyphs, text widths, SVG. */
export { glyphName, glyphPath, glyphs } from './glyphs/glyphs.ts';
export {
  BOUNDARY_COLOURS,
  type BoundaryColour,
  type CrossingMark,
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
export type { Scene, SceneOptions } from './scene/scene.ts';
export { THEMES, type Theme, type ThemeName, type Tone, themes } from './theme.ts';
export { measureText, type TextStyle } from './text/measure-text.ts';
export { type WrapOptions, wrapText } from './text/wrap-text.ts';

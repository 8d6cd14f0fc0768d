/** Automatic layout of diagrams. */
export type { DrawFlows, DrawnFlow, LaidWay } from './choose-ways.ts';
export type { LabelSize } from './label-size.ts';
export { createLayoutEngine, type EngineLine, type LayoutEngine } from './engine.ts';
export { type Layout, layOut, type LayoutRequest, withBoxes } from './lay-out.ts';
export type { LayoutScope } from './scope.ts';

/** Automatic layout of diagrams. */
export type { DrawFlows, DrawnFlow } from './choose-ways.ts';
export type { LabelSize } from './elk-graph.ts';
export { createLayoutEngine, type EngineLine, type LayoutEngine } from './engine.ts';
export { type LaidWay, type Layout, layOut, type LayoutRequest, withBoxes } from './lay-out.ts';
export type { LayoutScope } from './scope.ts';

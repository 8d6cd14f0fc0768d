/** Which actions the context menu offers, in parts set off by lines; what is not possible is left out. */
import type { Bench } from './bench.ts';
import { selectedElements, selectedFlows } from './action-lists/subjects.ts';

const COMMON = ['rename', 'cut', 'copy', 'duplicate'];
const ORDER = ['order-front', 'order-forward', 'order-backward', 'order-back'];
const LAST = ['lock', 'out-of-scope', 'delete'];
const ALIGN = ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'];
const DISTRIBUTE = ['distribute-across', 'distribute-down', 'layout-selection'];
const BOUNDARY = ['collapse', 'expand', 'peek', 'machine-style', 'layout-boundary', 'dissolve'];
const SHAPE = ['shape-box', 'shape-poly', 'shape-line', 'shape-smooth'];
const FLOW = ['flow-reverse', 'flow-two-way', 'flow-turn', 'flow-straighten', 'flow-reconnect'];
const CANVAS = ['paste', 'insert', 'select-all'];
const CANVAS_VIEW = ['fit', 'zoom-reset', 'layout-all', 'play-numbers'];

/** Ids of actions for what is selected now. */
export function menuParts(bench: Bench): readonly (readonly string[])[] {
  const elements = selectedElements(bench);
  const flows = selectedFlows(bench);
  if (elements.length + flows.length === 0) return [CANVAS, CANVAS_VIEW, ['find', 'commands']];
  if (elements.length === 0) return [['rename'], FLOW, ['copy'], ORDER, LAST];
  if (elements.length + flows.length > 1)
    return [['cut', 'copy', 'duplicate'], ALIGN, DISTRIBUTE, ['wrap'], ORDER, LAST];
  const isBoundary = elements[0]?.kind === 'boundary';
  return [COMMON, isBoundary ? BOUNDARY : [], isBoundary ? SHAPE : [], ['connect-to', 'move-to', 'wrap'], ORDER, LAST];
}

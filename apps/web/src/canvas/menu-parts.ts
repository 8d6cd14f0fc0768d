/** Which actions the context menu offers, in parts set off by lines; what is not possible is left out. */
import type { Bench } from './bench.ts';
import { selectedElements, selectedFlows } from './action-lists/subjects.ts';

const COMMON = ['rename', 'cut', 'copy', 'duplicate', 'duplicate-decided'];
const ORDER = ['order-front', 'order-forward', 'order-backward', 'order-back'];
const LAST = ['lock', 'facilitator-lock', 'facilitator-unlock', 'out-of-scope', 'delete'];
/** Lining up. */
export const ALIGN = ['align-left', 'align-centre', 'align-right', 'align-top', 'align-middle', 'align-bottom'];
/** Setting apart. */
export const DISTRIBUTE = ['distribute-across', 'distribute-down', 'layout-selection'];
const BOUNDARY = ['collapse', 'expand', 'peek', 'machine-style', 'layout-boundary', 'dissolve'];
const SHAPE = ['shape-box', 'shape-poly', 'shape-line', 'shape-smooth', 'shape-corner'];
const FLOW = ['flow-reverse', 'flow-two-way', 'flow-turn'];
const FLOW_WAY = ['flow-source', 'flow-target', 'flow-bend', 'flow-straighten', 'flow-label-back', 'flow-label-on'];
const CANVAS = ['paste', 'insert', 'comment', 'select-all'];
const CANVAS_VIEW = ['fit', 'zoom-reset', 'layout-all', 'play-numbers'];

/** Ids of actions for what is selected now. */
export function menuParts(bench: Bench): readonly (readonly string[])[] {
  const elements = selectedElements(bench);
  const flows = selectedFlows(bench);
  if (elements.length + flows.length === 0) return [CANVAS, CANVAS_VIEW, ['find', 'commands']];
  if (elements.length === 0) return [['rename'], FLOW, FLOW_WAY, ['copy'], ['comment', 'new-assumption'], ORDER, LAST];
  if (elements.length + flows.length > 1)
    return [
      ['cut', 'copy', 'duplicate', 'duplicate-decided'],
      ALIGN,
      DISTRIBUTE,
      ['wrap', 'new-assumption'],
      ORDER,
      LAST,
    ];
  const isBoundary = elements[0]?.kind === 'boundary';
  return [
    COMMON,
    isBoundary ? BOUNDARY : [],
    isBoundary ? SHAPE : [],
    ['connect-to', 'move-to', 'wrap', 'blast', 'comment', 'new-assumption'],
    ORDER,
    LAST,
  ];
}

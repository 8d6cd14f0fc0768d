/** Room beside an element for flows that return to it. */

import type { ElementId, Side } from '@strideboard/model';
import type { Board } from './board.ts';
import type { LabelSize } from './label-size.ts';
import { LOOP } from './metrics.ts';

/** Room beyond each side, px. */
export type Room = Readonly<Record<Side, number>>;

const NO_ROOM: Room = { top: 0, right: 0, bottom: 0, left: 0 };

/** What the self-loops of an element need; they leave by the side that was chosen for them, else below. */
export function loopRoom(board: Board, id: ElementId, labelSize: LabelSize): Room {
  const room: Record<Side, number> = { ...NO_ROOM };
  for (const flow of board.flows) {
    if (flow.source !== id || flow.target !== id) continue;
    const side = flow.ports[0] ?? flow.ports[1] ?? 'bottom';
    const label = labelSize(flow);
    const beside = side === 'left' || side === 'right' ? (label?.width ?? 0) : 0;
    room[side] = Math.max(room[side], label === null ? LOOP.bare : LOOP.labelled + beside);
  }
  return room;
}

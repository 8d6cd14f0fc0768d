/**
 * Automatic layout: elements of one diagram → places, sizes of boundaries and ways of flows. Pure but for the engine it is given; the same
 * input gives the same output. Nothing here knows where the places are used, nor how flows are drawn: that is asked of the caller.
 */

import type { Box, Element, ElementId, FlowId } from '@strideboard/model';
import { createArranger } from './arrange-members.ts';
import { type BoardParts, indexBoard } from './board.ts';
import { chooseWays, type DrawFlows, type LaidWay } from './choose-ways.ts';
import type { LayoutEngine } from './engine.ts';
import type { LabelSize } from './label-size.ts';
import { placeLines } from './place-lines.ts';
import { groupsOf, type LayoutScope, membersOf } from './scope.ts';
import { settle } from './settle.ts';

/** What to lay out and with what. */
export interface LayoutRequest extends BoardParts {
  readonly scope: LayoutScope;
  readonly engine: Pick<LayoutEngine, 'run'>;
  readonly labelSize: LabelSize;
  readonly draw: DrawFlows;
}

/** What a layout came to. Everything that is not named stays as it is. */
export interface Layout {
  /** New boxes, relative to the parent's new top-left corner; integers. */
  readonly boxes: ReadonlyMap<ElementId, Box>;
  readonly ways: ReadonlyMap<FlowId, LaidWay>;
  /** Boundaries that stayed as they were: between locked things there is no room for what lies in them. */
  readonly cramped: readonly ElementId[];
}

/** Lays out. Rejects when the engine fails or is stopped. */
export async function layOut({ scope, engine, labelSize, draw, ...parts }: LayoutRequest): Promise<Layout> {
  const board = indexBoard(parts);
  const groups = groupsOf(board, scope);
  if (groups.length === 0) return { boxes: new Map(), ways: new Map(), cramped: [] };
  const arranger = createArranger(board, { engine, labelSize });
  const wished = new Map<ElementId, Box>();
  for (const { members } of groups)
    for (const [id, box] of (await arranger.arrange(members)).boxes) wished.set(id, box);
  for (const [id, box] of arranger.wishes.boxes) wished.set(id, box);
  const { boxes, cramped } = settle(board, groups, wished);

  const elements = withBoxes(board.elements, boxes);
  const inScope = membersOf(board, groups);
  const lines = placeLines({ board, elements, inScope, isWhole: scope.kind === 'all' });
  const placed = withBoxes(elements, lines);
  const ways = chooseWays({ board, placed, inScope, found: arranger.wishes.ways, draw });
  return { boxes: new Map([...boxes, ...lines]), ways, cramped };
}

/** The elements with new boxes. */
export const withBoxes = (elements: readonly Element[], boxes: ReadonlyMap<ElementId, Box>): readonly Element[] =>
  elements.map((element) => {
    const box = boxes.get(element.id);
    return box === undefined ? element : { ...element, ...box };
  });

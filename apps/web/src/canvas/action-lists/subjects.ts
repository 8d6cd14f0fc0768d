/** What actions act on: the selection, sorted into what it holds. */
import {
  absoluteBoxes,
  type Box,
  type Element,
  type ElementId,
  type Flow,
  type FlowId,
  topMost,
} from '@strideboard/model';
import type { Bench } from '../bench.ts';

/** The selected elements, in the order they were selected. */
export function selectedElements({ room, session }: Bench): readonly Element[] {
  const { elements } = room.index();
  return session.getState().selection.flatMap((id) => elements.get(id as ElementId) ?? []); // ids of flows are simply not found
}

/** The selected flows. */
export function selectedFlows({ room, session }: Bench): readonly Flow[] {
  const { flows } = room.index();
  return session.getState().selection.flatMap((id) => flows.get(id as FlowId) ?? []); // ids of elements are simply not found
}

/** Boxes of the selected elements that no other selected one holds, absolute canvas px. */
export function selectedBoxes(bench: Bench): ReadonlyMap<ElementId, Box> {
  const { elements } = bench.room.document.model();
  const boxes = absoluteBoxes(elements);
  const ids = topMost(
    selectedElements(bench).map(({ id }) => id),
    elements,
  );
  return new Map(
    ids.flatMap((id): [ElementId, Box][] => {
      const box = boxes.get(id);
      return box === undefined ? [] : [[id, box]];
    }),
  );
}

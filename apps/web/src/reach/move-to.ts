/** Moving elements to a place that was written down. */
import type { CommandResult } from '@strideboard/document';
import { absoluteBoxes, type CanvasPoint, type ElementId, unionOf } from '@strideboard/model';
import { placeInside } from '../room/place-inside.ts';
import type { Room } from '../room/room.ts';

/** Where to. */
export interface Move {
  /** Top-most elements; what is inside them moves along. */
  readonly ids: readonly ElementId[];
  /** The boundary to move into, `null` = out of all; absent = stays in its own. */
  readonly into?: ElementId | null | undefined;
  /** The new upper left corner of all of them together, canvas px; `null` = where they are, or the nearest place inside. */
  readonly at: CanvasPoint | null;
}

/** Moves in one step; `null` when there is nothing to do. Together they keep their places to each other. */
export function moveTo(
  { document, commands }: Pick<Room, 'document' | 'commands'>,
  { ids, into, at }: Move,
): CommandResult | null {
  const boxes = absoluteBoxes(document.model().elements);
  const around = unionOf(ids.flatMap((id) => boxes.get(id) ?? []));
  if (around === null) return null;
  const boundary = into == null ? undefined : boxes.get(into);
  const to = at ?? (boundary === undefined ? around : placeInside(around, boundary));
  const by = { x: to.x - around.x, y: to.y - around.y };
  if (into === undefined) return by.x === 0 && by.y === 0 ? null : commands.move({ ids, dx: by.x, dy: by.y });
  const positions = new Map(
    ids.flatMap((id): [ElementId, CanvasPoint][] => {
      const box = boxes.get(id);
      return box === undefined ? [] : [[id, { x: box.x + by.x, y: box.y + by.y }]];
    }),
  );
  return commands.drop({ ids, parent: into, positions });
}

/** Changing the corners of a free form or a line. Shown while dragging, one command at the end. */
import { createEditingCommands } from '@strideboard/document';
import type { CanvasPoint, ElementId } from '@strideboard/model';
import type { Bench } from '../bench.ts';
import { snapPoint } from '../view/grid-snap.ts';
import { cornerIndex, cornersOf, type Outline, outlineThrough } from '../view/outline.ts';
import { drag } from './drag.ts';
import { type Gesture, IDLE, isDragged, type Pointer } from './gesture.ts';

/** The fewest corners of each shape. */
const FEWEST = { poly: 3, line: 2 } as const;

interface Shaped {
  readonly corners: readonly CanvasPoint[];
  readonly shape: Outline['shape'];
}

function shapeOf({ room, scenes }: Bench, id: ElementId): Shaped | null {
  const element = room.index().elements.get(id);
  const box = scenes.scene().elementById.get(id)?.box;
  if (element === undefined || box === undefined || element.shape.kind === 'box') return null;
  return { corners: cornersOf(element, box), shape: element.shape };
}

/** Drags a corner, or a new one out of the outline; with Shift held from the start the whole boundary. Alt turns the grid off. */
export function moveCorner(
  bench: Bench,
  start: Pointer,
  { id, corner }: { id: ElementId; corner: number | null },
): Gesture {
  const { room, scenes, session } = bench;
  const shaped = shapeOf(bench, id);
  if (shaped === null || !room.mayEdit()) return IDLE;
  if (start.shift) return drag(bench, start, id);
  const { corners, shape } = shaped;
  const at = corner ?? cornerIndex(corners, shape.kind === 'poly', start.canvas);
  const outlineAt = (pointer: Pointer): Outline => {
    const to = pointer.alt ? pointer.canvas : snapPoint(pointer.canvas);
    return outlineThrough(corners.toSpliced(at, corner === null ? 0 : 1, to), shape);
  };
  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      if (isDragged(start, pointer)) scenes.showPending({ shape: { id, ...outlineAt(pointer) } });
      return gesture;
    },
    end(pointer) {
      if (isDragged(start, pointer)) commit(bench, id, outlineAt(pointer));
      else session.getState().select([id]);
      scenes.showPending(null);
    },
    cancel: () => scenes.showPending(null),
  };
  return gesture;
}

/** Takes a corner away, as long as enough are left. */
export function removeCorner(bench: Bench, id: ElementId, corner: number): void {
  const shaped = shapeOf(bench, id);
  if (shaped === null || shaped.corners.length <= FEWEST[shaped.shape.kind]) return;
  commit(bench, id, outlineThrough(shaped.corners.toSpliced(corner, 1), shaped.shape));
}

function commit({ room, report }: Bench, boundary: ElementId, outline: Outline): void {
  report(createEditingCommands(room.commandsOptions).reshape({ boundary, ...outline }));
  room.document.flush();
}

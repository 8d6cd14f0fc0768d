/** What pressing the pointer on the canvas turns into: a click, a drag, a rubber band. */
import type { SceneElement } from '@strideboard/render';
import type { Bench } from '../bench.ts';
import { isOnFrame, itemUnder } from '../view/under-pointer.ts';
import { drag } from './drag.ts';
import { type Gesture, isDragged, type Pointer } from './gesture.ts';
import { marquee } from './marquee.ts';
import { pan } from './pan.ts';

/** Starts with the select tool: clicks select the innermost, Shift adds or removes, dragging moves or draws a rubber band. */
export function press(bench: Bench, start: Pointer): Gesture {
  const { zoom } = bench.session.getState().viewport;
  const item = itemUnder(bench.scenes.grid(), start.canvas, zoom);
  if (item === null) return pressEmpty(bench, start);
  return item.item === 'flow' ? pressItem(bench, start, item.id, null) : pressElement(bench, start, item);
}

function pressElement(bench: Bench, start: Pointer, element: SceneElement): Gesture {
  const { session } = bench;
  const isSelected = session.getState().selection.includes(element.id);
  const { zoom } = session.getState().viewport;
  // The inside of a boundary is canvas: it is dragged by its frame or name, or anywhere once it is selected.
  const isHandle = element.boundary === null || isSelected || isOnFrame(element, start.canvas, zoom);
  if (isHandle) return pressItem(bench, start, element.id, element);
  const gesture: Gesture = {
    move: (pointer) => (isDragged(start, pointer) ? dragGround(bench, start).move(pointer) : gesture),
    end: () => {
      if (start.shift) session.getState().toggleSelected(element.id);
      else session.getState().select([element.id]);
    },
    cancel: () => undefined,
  };
  return gesture;
}

function pressItem(bench: Bench, start: Pointer, id: string, element: SceneElement | null): Gesture {
  const { room, session } = bench;
  const wasSelected = session.getState().selection.includes(id);
  if (!wasSelected && !start.shift) session.getState().select([id]);
  const gesture: Gesture = {
    move(pointer) {
      if (element === null || !isDragged(start, pointer) || !room.mayEdit()) return gesture;
      if (!session.getState().selection.includes(id)) session.getState().toggleSelected(id);
      return drag(bench, start, element.id).move(pointer);
    },
    end() {
      if (start.shift) session.getState().toggleSelected(id);
      else if (wasSelected) session.getState().select([id]);
    },
    cancel: () => undefined,
  };
  return gesture;
}

function pressEmpty(bench: Bench, start: Pointer): Gesture {
  const gesture: Gesture = {
    move: (pointer) => (isDragged(start, pointer) ? dragGround(bench, start).move(pointer) : gesture),
    end: () => {
      if (!start.shift) bench.session.getState().select([]);
    },
    cancel: () => undefined,
  };
  return gesture;
}

/** Dragging where nothing can be taken hold of: a finger moves the view, everything else draws a rubber band. */
const dragGround = (bench: Bench, start: Pointer): Gesture =>
  start.isFinger === true ? pan(bench, start) : marquee(bench, start);

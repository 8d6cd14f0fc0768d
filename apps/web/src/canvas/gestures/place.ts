/** Placing what the palette or a tool chose: a click puts it at the pointer; a boundary can also be drawn around elements. */
import { absoluteBoxes, type Box, type Element, type ElementId, encloses } from '@strideboard/model';
import { say } from '@strideboard/words';
import { boxAround, type Placing, placeElement } from '../../room/place-element.ts';
import type { Bench } from '../bench.ts';
import { boxBetween } from '../view/resize-box.ts';
import { snapPoint } from '../view/grid-snap.ts';
import { type Gesture, isDragged, type Pointer } from './gesture.ts';

/** A boundary drawn smaller than this gets its usual size, px. */
const SMALLEST_DRAWN = 40;

/** Starts placing at the pointer. */
export function place(bench: Bench, start: Pointer, { element, type }: Placing): Gesture {
  const { canvas } = bench;
  const isDrawn = element === 'boundary';
  const show = (pointer: Pointer): void =>
    canvas.setState({
      preview:
        isDrawn && isDragged(start, pointer)
          ? { kind: 'boundary', box: drawnBox(start, pointer) }
          : { kind: 'ghost', at: pointer.canvas },
    });
  const gesture: Gesture = {
    pansAtEdge: isDrawn,
    move(pointer) {
      show(pointer);
      return gesture;
    },
    end(pointer) {
      canvas.setState({ preview: null });
      const drawn = isDrawn && isDragged(start, pointer) ? drawnBox(start, pointer) : null;
      const isLarge = drawn !== null && drawn.width >= SMALLEST_DRAWN && drawn.height >= SMALLEST_DRAWN;
      finishPlacing(bench, { element, type, box: isLarge ? drawn : boxAround(pointer.canvas, element) });
    },
    cancel: () => canvas.setState({ preview: null }),
  };
  return gesture;
}

/** Creates the element and offers to move in what a new boundary was drawn around. */
export function finishPlacing(bench: Bench, placing: Placing & { readonly box: Box }): void {
  const { room, session, words, report } = bench;
  const result = placeElement(room, session, placing);
  if (!report(result) || !result.ok || placing.element !== 'boundary') return;
  const created = room.index().elements.get(result.ids[0] as ElementId); // the id of what was just created
  if (created === undefined) return;
  const around = drawnAround(created, room.document.model().elements);
  if (around.length === 0) return;
  const count = around.length;
  session.getState().tell({
    text: say(words.canvas.drawnAround, { count }),
    action: { label: say(words.canvas.moveIn, { count }), run: () => moveIn(bench, created.id, around) },
  });
}

/** Siblings that lie wholly inside a boundary without belonging to it. */
export function drawnAround(boundary: Element, elements: readonly Element[]): readonly ElementId[] {
  const boxes = absoluteBoxes(elements);
  const frame = boxes.get(boundary.id);
  if (frame === undefined) return [];
  return elements
    .filter(({ id, parent }) => id !== boundary.id && parent === boundary.parent)
    .filter(({ id }) => {
      const box = boxes.get(id);
      return box !== undefined && encloses(frame, box);
    })
    .map(({ id }) => id);
}

function moveIn({ room, report }: Bench, boundary: ElementId, ids: readonly ElementId[]): void {
  const boxes = absoluteBoxes(room.document.model().elements);
  const there = ids.filter((id) => boxes.has(id));
  if (there.length === 0) return;
  const positions = new Map(there.map((id) => [id, boxes.get(id) ?? { x: 0, y: 0 }]));
  report(room.commands.drop({ ids: there, parent: boundary, positions }));
}

const drawnBox = (start: Pointer, pointer: Pointer): Box =>
  boxBetween(snapPoint(start.canvas), snapPoint(pointer.canvas));

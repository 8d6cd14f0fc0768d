/** Placing what the palette or a tool chose: a click puts it at the pointer; a boundary can also be drawn around elements. */
import type { Box } from '@strideboard/model';
import { boxAround, type Placing, placeElement } from '../../room/place-element.ts';
import type { Bench } from '../bench.ts';
import { boxBetween } from '../view/resize-box.ts';
import { snapPoint } from '../view/grid-snap.ts';
import { type Gesture, isDragged, type Pointer } from './gesture.ts';

/** A boundary drawn smaller than this gets its usual size, px. */
const SMALLEST_DRAWN = 40;

/** Starts placing at the pointer. */
export function place({ canvas, room, session, report }: Bench, start: Pointer, { element, type }: Placing): Gesture {
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
      const box = isLarge ? drawn : boxAround(pointer.canvas, element);
      report(placeElement(room, session, { element, type, box }));
    },
    cancel: () => canvas.setState({ preview: null }),
  };
  return gesture;
}

const drawnBox = (start: Pointer, pointer: Pointer): Box =>
  boxBetween(snapPoint(start.canvas), snapPoint(pointer.canvas));

/** Resizing an element by a handle: shown while dragging, one command at the end. */
import type { ElementId } from '@strideboard/model';
import type { Bench } from '../bench.ts';
import { type Handle, resizeBox } from '../view/resize-box.ts';
import { type Gesture, IDLE, type Pointer } from './gesture.ts';

/** Starts a resize by one of the eight handles. Alt turns the grid off. */
export function resize(
  bench: Bench,
  start: Pointer,
  { id, handle }: { readonly id: ElementId; readonly handle: Handle },
): Gesture {
  const { room, scenes, report } = bench;
  const element = scenes.scene().elementById.get(id);
  if (element === undefined || element.locked) return IDLE;
  const boxAt = ({ canvas, alt }: Pointer) =>
    resizeBox(element.box, {
      handle,
      by: { x: canvas.x - start.canvas.x, y: canvas.y - start.canvas.y },
      kind: element.kind,
      snapped: !alt,
    });
  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      scenes.showPending({ resize: { id, box: boxAt(pointer) } });
      return gesture;
    },
    end(pointer) {
      report(room.commands.resize({ id, box: boxAt(pointer) }));
      room.document.flush();
      scenes.showPending(null);
    },
    cancel: () => scenes.showPending(null),
  };
  return gesture;
}

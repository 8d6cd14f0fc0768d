/** Dragging elements. Nothing is written while the pointer is down: the offset lives in the session and travels by presence; the drop is one command. */
import { absoluteBoxes, type ElementId, topMost } from '@strideboard/model';
import { elementsShown } from '../../room/current-diagram.ts';
import { frozenFor } from '../../room/frozen.ts';
import type { Bench } from '../bench.ts';
import { persistently } from '../../session/lazy-part.ts';
import { NO_GUIDES } from '../canvas-store.ts';
import { snapOffset } from '../view/grid-snap.ts';
import { planDrop } from './drop-plan.ts';
import { type Gesture, IDLE, type Pointer } from './gesture.ts';

/** Starts dragging the selected elements by one of them; copies of them with Alt held from the start. Locked elements stay; without any other this is no gesture. */
export function drag(bench: Bench, start: Pointer, grabbed: ElementId): Gesture {
  const { room, session, canvas, words, report } = bench;
  const { elements } = room.document.model();
  const index = room.index();
  const chosen = session.getState().selection.flatMap((id) => {
    const element = index.elements.get(id as ElementId); // ids of flows are simply not found
    return element === undefined || element.lock !== null || frozenFor(room, id) !== undefined ? [] : [element.id];
  });
  const ids = topMost(chosen, elements);
  const anchor = absoluteBoxes(elements).get(grabbed);
  if (ids.length === 0 || anchor === undefined) return IDLE;

  const { aids } = canvas.getState();
  const copies = start.alt ? (aids?.copies(ids) ?? null) : null;
  const offsetAt = (pointer: Pointer) => {
    const by = { x: pointer.canvas.x - start.canvas.x, y: pointer.canvas.y - start.canvas.y };
    if (pointer.alt) return { x: Math.round(by.x), y: Math.round(by.y), guides: NO_GUIDES };
    const onGrid = snapOffset(anchor, by);
    const fit = aids?.guide(ids, by);
    return {
      x: fit?.dx == null ? onGrid.x : Math.round(by.x + fit.dx),
      y: fit?.dy == null ? onGrid.y : Math.round(by.y + fit.dy),
      guides: fit === undefined || fit.lines.length === 0 ? NO_GUIDES : fit.lines,
    };
  };
  const planAt = (pointer: Pointer, offset = offsetAt(pointer)) =>
    planDrop({
      elements: elementsShown(room.document.model(), session.getState()),
      ids,
      grabbed: ids.includes(grabbed) ? grabbed : (ids[0] ?? grabbed),
      offset,
      keepParent: pointer.control,
    });
  const stop = (): void => {
    session.getState().setDrag(null);
    room.presence.set({ drag: null });
    canvas.setState({ cursor: 'default', guides: NO_GUIDES });
  };

  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      if (ids.some((id) => !room.index().elements.has(id))) {
        stop();
        session.getState().tell({ text: words.canvas.dragGone });
        return IDLE;
      }
      const { x, y, guides } = offsetAt(pointer);
      if (copies !== null) {
        copies.show({ x, y });
        canvas.setState({ cursor: 'copy', guides });
        return gesture;
      }
      const plan = planAt(pointer, { x, y, guides });
      session.getState().setDrag({ ids, dx: x, dy: y, target: plan.adopts ? plan.parent : null });
      room.presence.set({ drag: { ids: [...ids], dx: x, dy: y } });
      canvas.setState({ cursor: 'grabbing', guides });
      return gesture;
    },
    end(pointer) {
      const { x, y } = offsetAt(pointer);
      const { adopts, parent, positions } = planAt(pointer);
      if (copies !== null) {
        stop();
        copies.commit({ x, y }, parent);
        return;
      }
      if (adopts) report(room.commands.drop({ ids, parent, positions }));
      else if (x !== 0 || y !== 0) report(room.commands.move({ ids, dx: x, dy: y }));
      // Before the offset goes, so that no frame shows the old place.
      room.document.flush();
      stop();
      const [only] = ids;
      if (ids.length === 1 && only !== undefined && (adopts || x !== 0 || y !== 0))
        void persistently(() => import('./further-boundaries.ts')).then(({ offerFurther }) =>
          offerFurther(bench, only),
        );
    },
    cancel() {
      copies?.cancel();
      stop();
    },
  };
  return gesture;
}

/** Drawing a flow: from an element to the one that lights up under the pointer, or to itself. */
import { type ElementId, grown, holdsPoint } from '@strideboard/model';
import type { SceneElement, SceneItem } from '@strideboard/render';
import { openInsertSearch } from '../actions.ts';
import type { Bench } from '../bench.ts';
import { elementUnder } from '../view/under-pointer.ts';
import { type Gesture, isDragged, type Pointer } from './gesture.ts';

/** Whether a flow can start or end here. */
export const isConnectable = ({ kind, boundary }: SceneElement): boolean => boundary === null && kind !== 'note';

/** The element a flow would go to at this point; `null` for none. */
function flowTarget(bench: Bench, { canvas }: Pointer): ElementId | null {
  const element = elementUnder(bench.scenes.grid(), canvas);
  return element !== null && isConnectable(element) ? element.id : null;
}

/** How far beyond an element its arrows reach, px on screen. */
const ARROW_REACH_PX = 38;

/** The element that shows arrows: the one under the pointer, else the one that did as long as the pointer is near enough to reach for them. */
export function arrowHost(
  { scenes, session }: Bench,
  { present, under, pointer }: { present: ElementId | null; under: SceneItem | null; pointer: Pointer },
): ElementId | null {
  if (under?.item === 'element' && isConnectable(under)) return under.id;
  const element = present === null ? undefined : scenes.scene().elementById.get(present);
  if (element === undefined) return null;
  const reach = ARROW_REACH_PX / session.getState().viewport.zoom;
  return holdsPoint(grown(element.box, reach), pointer.canvas) ? present : null;
}

/** Shows the flow being drawn to the pointer. */
export function showConnecting(bench: Bench, source: ElementId, pointer: Pointer): void {
  const target = flowTarget(bench, pointer);
  bench.canvas.setState({ preview: { kind: 'connect', source, at: pointer.canvas, target }, cursor: 'crosshair' });
}

/** Draws the flow, selects it and makes its name ready for typing. */
export function finishConnecting({ room, session, canvas, report }: Bench, source: ElementId, target: ElementId): void {
  canvas.setState({ preview: null, cursor: 'default' });
  session.getState().setTool({ kind: 'select' });
  const result = room.commands.connect({ source, target });
  if (!report(result) || !result.ok) return;
  room.document.flush();
  const [id] = result.ids;
  if (id === undefined) return;
  session.getState().select([id]);
  session.getState().edit({ id, field: 'label' });
}

/** Starts a flow by dragging from an element. Back on the element itself it becomes a loop, once the pointer has left it. */
export function connectByDrag(bench: Bench, source: ElementId): Gesture {
  let hasLeft = false;
  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      if (flowTarget(bench, pointer) !== source) hasLeft = true;
      showConnecting(bench, source, pointer);
      return gesture;
    },
    end(pointer) {
      const target = flowTarget(bench, pointer);
      bench.canvas.setState({ preview: null, cursor: 'default' });
      if (target !== null && (target !== source || hasLeft)) finishConnecting(bench, source, target);
      else if (target === null && hasLeft) openInsertSearch(bench.session, pointer.canvas, source);
    },
    cancel: () => bench.canvas.setState({ preview: null, cursor: 'default' }),
  };
  return gesture;
}

/** A press with the connect tool: the first click chooses the source, the second the target; dragging does both. */
export function connectByTool(bench: Bench, start: Pointer, from: ElementId | null): Gesture {
  const pressed = flowTarget(bench, start);
  const setFrom = (id: ElementId | null): void => bench.session.getState().setTool({ kind: 'connect', from: id });
  if (from === null && pressed !== null) setFrom(pressed);
  const source = from ?? pressed;
  const gesture: Gesture = {
    move(pointer) {
      if (source !== null) showConnecting(bench, source, pointer);
      return gesture;
    },
    end(pointer) {
      const target = flowTarget(bench, pointer);
      if (source === null) return;
      const isFirstClick = from === null && (target === source || !isDragged(start, pointer));
      if (isFirstClick) showConnecting(bench, source, pointer);
      else if (target !== null) finishConnecting(bench, source, target);
      else if (from === null) {
        setFrom(null);
        bench.canvas.setState({ preview: null });
      }
    },
    cancel() {
      bench.canvas.setState({ preview: null, cursor: 'default' });
      setFrom(null);
    },
  };
  return gesture;
}

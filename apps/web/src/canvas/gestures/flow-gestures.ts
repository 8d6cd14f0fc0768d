/** Bending, sliding, turning and reconnecting a selected flow. Shown while dragging, one command at the end. */
import { type CanvasPoint, centreOf, type ElementId, type FlowId, type Side } from '@strideboard/model';
import type { SceneFlow } from '@strideboard/render';
import type { Bench } from '../bench.ts';
import { cornersOf, insertionIndex, labelPlaceAt, withoutIdle } from '../view/flow-way.ts';
import { snapPoint } from '../view/grid-snap.ts';
import { elementUnder } from '../view/under-pointer.ts';
import { isConnectable } from './connect.ts';
import { type Gesture, IDLE, isDragged, type Pointer } from './gesture.ts';

const flowOf = ({ scenes }: Bench, id: FlowId): SceneFlow | undefined => scenes.scene().flowById.get(id);

/** Drags a corner of a flow: one that is there, or a new one where the line was taken. A loop is turned to the side the pointer is on. */
export function bend(bench: Bench, start: Pointer, { id, corner }: { id: FlowId; corner: number | null }): Gesture {
  const { room, scenes, session, report } = bench;
  const flow = flowOf(bench, id);
  if (flow === undefined || !room.mayEdit()) return IDLE;
  if (flow.source === flow.target && flow.waypoints.length === 0) return turn(bench, start, flow);
  const corners = cornersOf(flow);
  const [first, last] = [corners[0], corners.at(-1)];
  if (first === undefined || last === undefined) return IDLE;
  const at = corner ?? insertionIndex(corners, start.canvas);
  const waypointsAt = (pointer: Pointer): readonly CanvasPoint[] => {
    const to = pointer.alt ? roundPoint(pointer.canvas) : snapPoint(pointer.canvas);
    return flow.waypoints.toSpliced(at, corner === null ? 0 : 1, to);
  };
  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      if (!isDragged(start, pointer)) return gesture;
      const points = waypointsAt(pointer).map(({ x, y }) => [x, y] as const);
      scenes.showPending({ flow: { id, change: { route: { base: null, points } } } });
      return gesture;
    },
    end(pointer) {
      if (isDragged(start, pointer)) {
        report(room.commands.route({ id, points: withoutIdle(first, waypointsAt(pointer), last) }));
        room.document.flush();
      } else if (start.shift) session.getState().toggleSelected(id);
      scenes.showPending(null);
    },
    cancel: () => scenes.showPending(null),
  };
  return gesture;
}

const roundPoint = ({ x, y }: CanvasPoint): CanvasPoint => ({ x: Math.round(x), y: Math.round(y) });

/** Takes a corner away. */
export function removeCorner({ room, scenes, report }: Bench, id: FlowId, corner: number): void {
  const flow = scenes.scene().flowById.get(id);
  if (flow !== undefined) report(room.commands.route({ id, points: flow.waypoints.toSpliced(corner, 1) }));
}

function turn({ room, scenes, report }: Bench, start: Pointer, { id, source }: SceneFlow): Gesture {
  const box = scenes.scene().elementById.get(source)?.box;
  if (box === undefined) return IDLE;
  const centre = centreOf(box);
  const sideAt = ({ canvas }: Pointer): Side => {
    const [x, y] = [(canvas.x - centre.x) / box.width, (canvas.y - centre.y) / box.height];
    if (Math.abs(x) > Math.abs(y)) return x > 0 ? 'right' : 'left';
    return y > 0 ? 'bottom' : 'top';
  };
  const gesture: Gesture = {
    move(pointer) {
      const side = sideAt(pointer);
      if (isDragged(start, pointer)) scenes.showPending({ flow: { id, change: { ports: [side, side] } } });
      return gesture;
    },
    end(pointer) {
      const side = sideAt(pointer);
      if (isDragged(start, pointer)) report(room.commands.route({ id, ports: [side, side] }));
      room.document.flush();
      scenes.showPending(null);
    },
    cancel: () => scenes.showPending(null),
  };
  return gesture;
}

/** Slides the label along its line, or beside it. */
export function slideLabel(bench: Bench, start: Pointer, id: FlowId): Gesture {
  const { room, scenes, session, report } = bench;
  const flow = flowOf(bench, id);
  if (flow?.label == null || !room.mayEdit()) return IDLE;
  const centre = centreOf(flow.label.box);
  const placeAt = ({ canvas }: Pointer) =>
    labelPlaceAt(flow.points, {
      x: centre.x + canvas.x - start.canvas.x,
      y: centre.y + canvas.y - start.canvas.y,
    });
  const gesture: Gesture = {
    move(pointer) {
      if (isDragged(start, pointer)) scenes.showPending({ flow: { id, change: { labelPlace: placeAt(pointer) } } });
      return gesture;
    },
    end(pointer) {
      if (isDragged(start, pointer)) {
        report(room.commands.route({ id, labelPlace: placeAt(pointer) }));
        room.document.flush();
      } else if (start.shift) session.getState().toggleSelected(id);
      scenes.showPending(null);
    },
    cancel: () => scenes.showPending(null),
  };
  return gesture;
}

/** Drags one end of a flow to another element; anywhere else nothing changes. */
export function dragEnd(
  { room, scenes, canvas, report }: Bench,
  start: Pointer,
  { id, end }: { readonly id: FlowId; readonly end: 'source' | 'target' },
): Gesture {
  const flow = scenes.scene().flowById.get(id);
  if (flow === undefined || !room.mayEdit()) return IDLE;
  const fixed = end === 'source' ? flow.target : flow.source;
  const targetAt = (pointer: Pointer): ElementId | null => {
    const element = elementUnder(scenes.grid(), pointer.canvas);
    return element !== null && isConnectable(element) ? element.id : null;
  };
  const stop = (): void => canvas.setState({ preview: null, cursor: 'default' });
  const gesture: Gesture = {
    pansAtEdge: true,
    move(pointer) {
      if (!isDragged(start, pointer)) return gesture;
      canvas.setState({
        preview: {
          kind: 'connect',
          source: fixed,
          at: pointer.canvas,
          target: targetAt(pointer),
          ...(end === 'source' ? { backwards: true } : {}),
        },
        cursor: 'crosshair',
      });
      return gesture;
    },
    end(pointer) {
      stop();
      const target = isDragged(start, pointer) ? targetAt(pointer) : null;
      if (target === null || target === flow[end]) return;
      report(room.commands.reconnect({ id, end, element: target }));
      room.document.flush();
    },
    cancel: stop,
  };
  return gesture;
}

import type { Flow, FlowId } from '@strideboard/model';
import { accept, type Gesture, refuse, type Verb } from '../gesture.ts';
import { ORDER_LIMIT } from '../new-element.ts';

/** Arguments of {@link flow}; what is absent stays. */
export interface FlowArguments {
  readonly id: FlowId;
  /** Walkthrough number, at most 12 characters; `''` clears. */
  readonly order?: string;
  readonly direction?: Flow['direction'];
  /** Swaps the ends, and the two labels of a two-way flow. */
  readonly reverse?: boolean;
}

/** Changes the number, the direction or the sense of a flow. */
export const flow: Verb<FlowArguments> = {
  name: 'flow',
  undoable: true,
  root: 'edges',
  plan(gesture, { id, order, direction, reverse = false }) {
    const subject = gesture.flow(id);
    if (subject === undefined) return refuse(gesture.element(id) === undefined ? 'unknown-id' : 'not-a-flow', [id]);
    if (order !== undefined && order.length > ORDER_LIMIT) return refuse('text-too-long', [id]);
    if (order !== undefined && order !== subject.order) gesture.put('edges', id, 'order', order);
    if (direction !== undefined && direction !== subject.direction) gesture.put('edges', id, 'dir', direction);
    if (reverse) planReverse(gesture, subject, direction ?? subject.direction);
    return accept([id]);
  },
};

function planReverse(gesture: Gesture, flow: Flow, direction: Flow['direction']): void {
  const { id, source, target, route, labelPlace, ports } = flow;
  gesture.put('edges', id, 'ends', [target, source]);
  if (direction === 'two' && flow.label !== flow.returnLabel) {
    gesture.put('edges', id, 'label', flow.returnLabel);
    gesture.put('edges', id, 'label2', flow.label);
  }
  if (source === target) return;
  if (route !== null) gesture.put('edges', id, 'way', [route.base, [...route.points].reverse()]);
  if (ports[0] !== ports[1]) gesture.put('edges', id, 'ports', [ports[1], ports[0]]);
  if (labelPlace !== null) gesture.put('edges', id, 'lab', [1000 - labelPlace.along, labelPlace.dx, labelPlace.dy]);
}

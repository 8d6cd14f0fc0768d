import type { ElementId, FlowId } from '@strideboard/model';
import { accept, refuse, type Verb } from '../gesture.ts';

/** Arguments of {@link reconnect}: which end goes to which element. */
export interface ReconnectArguments {
  readonly id: FlowId;
  readonly end: 'source' | 'target';
  readonly element: ElementId;
}

/** Moves one end of a flow to another element. */
export const reconnect: Verb<ReconnectArguments> = {
  name: 'reconnect',
  undoable: true,
  root: 'edges',
  plan(gesture, { id, end, element }) {
    const flow = gesture.flow(id);
    if (flow === undefined) return refuse(gesture.element(id) === undefined ? 'unknown-id' : 'not-a-flow', [id]);
    if (gesture.element(element) === undefined) return refuse('unknown-id', [element]);
    gesture.put('edges', id, 'ends', end === 'source' ? [element, flow.target] : [flow.source, element]);
    return accept([id]);
  },
};

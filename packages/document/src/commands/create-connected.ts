import type { ElementId } from '@strideboard/model';
import { accept, refuse, type Verb } from '../gesture.ts';
import { type NewElement, type NewFlow, planElement, planFlow } from '../new-element.ts';

/** Arguments of {@link createConnected}: the new element, what it is connected to, and the flow. */
export interface CreateConnectedArguments extends NewElement {
  /** The element the flow starts from. */
  readonly source: ElementId;
  readonly flow?: NewFlow;
}

/** Creates an element and a flow to it in one gesture; gives the ids of both, element first. */
export const createConnected: Verb<CreateConnectedArguments> = {
  name: 'createConnected',
  undoable: true,
  root: 'nodes',
  plan(gesture, { source, flow = {}, ...element }) {
    if (gesture.element(source) === undefined) return refuse('unknown-id', [source]);
    const { diagram = null } = gesture.element(source) ?? {};
    const created = planElement(gesture, { ...element, diagram });
    if (!created.ok) return created;
    const [target = ''] = created.ids;
    const connected = planFlow(gesture, [source, target], flow);
    return connected.ok ? accept([...created.ids, ...connected.ids]) : connected;
  },
};

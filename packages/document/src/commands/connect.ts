import type { ElementId } from '@strideboard/model';
import { refuse, type Verb } from '../gesture.ts';
import { type NewFlow, planFlow } from '../new-element.ts';

/** Arguments of {@link connect}; equal ends make a self-loop. */
export interface ConnectArguments extends NewFlow {
  readonly source: ElementId;
  readonly target: ElementId;
}

/** Creates one flow between two shown elements; gives its id. */
export const connect: Verb<ConnectArguments> = {
  name: 'connect',
  undoable: true,
  root: 'edges',
  plan(gesture, { source, target, ...flow }) {
    const missing = [source, target].filter((id) => gesture.element(id) === undefined);
    if (missing.length > 0) return refuse('unknown-id', missing);
    if (gesture.element(source)?.diagram !== gesture.element(target)?.diagram)
      return refuse('other-diagram', [source, target]);
    return planFlow(gesture, [source, target], flow);
  },
};

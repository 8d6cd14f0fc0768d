/** What hides an element that cannot be seen on its diagram. */
import type { ElementId, FlowId, ModelIndex } from '@strideboard/model';

/** The outermost collapsed boundary that hides an element, or the source of a flow; `null` when it can be seen. */
export function collapsedAround(index: ModelIndex, id: string): ElementId | null {
  const flow = index.flows.get(id as FlowId); // only looked up
  let hiding: ElementId | null = null;
  let element = index.elements.get(flow?.source ?? (id as ElementId)); // only looked up
  while (element?.parent != null) {
    element = index.elements.get(element.parent);
    if (element?.collapsed === true) hiding = element.id;
  }
  return hiding;
}

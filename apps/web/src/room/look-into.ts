/** Looking into collapsed boundaries for what was selected from a list and is hidden there. */
import type { ElementId, FlowId, ModelIndex } from '@strideboard/model';

/** The collapsed boundaries around these elements and flows' ends, besides those looked into already; empty when nothing hides them. */
export function holdersOf(
  index: ModelIndex,
  ids: readonly string[],
  peeked: readonly ElementId[],
): readonly ElementId[] {
  const holders = new Set<ElementId>();
  for (const id of ids) {
    const flow = index.flows.get(id as FlowId); // only looked up
    for (const end of flow === undefined ? [id as ElementId] : [flow.source, flow.target]) {
      const visited = new Set<ElementId>();
      for (let at = index.elements.get(end)?.parent ?? null; at !== null && !visited.has(at); ) {
        visited.add(at);
        const holder = index.elements.get(at);
        if (holder?.collapsed === true && !peeked.includes(at)) holders.add(at);
        at = holder?.parent ?? null;
      }
    }
  }
  return [...holders];
}

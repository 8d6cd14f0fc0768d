/**
 * Which diagram this person looks at, and what is on it. The session holds a wish: no diagram is listed in a young model, the one that was
 * looked at may be gone, and the first one is `null` to elements. Everything that places, finds or tells goes through here.
 */
import type { Diagram, DiagramId, Element, ElementId, FlowId, Model, ModelIndex } from '@strideboard/model';
import { foldModel } from '@strideboard/render';

type Listed = readonly Pick<Diagram, 'id'>[];

/** The wished diagram as elements name it: `null` for the first, also where the wish leads nowhere. */
export function shownDiagram(diagrams: Listed, wanted: DiagramId | null): DiagramId | null {
  return diagrams.findIndex(({ id }) => id === wanted) > 0 ? wanted : null;
}

/** The wished diagram by the id it is listed under; `null` only while none is listed. */
export const listedDiagram = (diagrams: Listed, wanted: DiagramId | null): DiagramId | null =>
  shownDiagram(diagrams, wanted) ?? diagrams[0]?.id ?? null;

/** Elements on the wished diagram, in model order; the same list while there is only one diagram. */
export function elementsOn(
  { elements, diagrams }: Pick<Model, 'elements' | 'diagrams'>,
  wanted: DiagramId | null,
): readonly Element[] {
  if (diagrams.length < 2) return elements;
  const diagram = shownDiagram(diagrams, wanted);
  return elements.filter((element) => element.diagram === diagram);
}

/** Elements on the wished diagram as they are drawn: without what is hidden in collapsed boundaries, except in those that are looked into. */
export function elementsShown(
  model: Pick<Model, 'elements' | 'flows' | 'diagrams'>,
  { diagram, peeked }: { readonly diagram: DiagramId | null; readonly peeked: readonly ElementId[] },
): readonly Element[] {
  const opened = new Set(peeked);
  const { elements, diagrams } = foldModel(model, opened).model;
  if (opened.size === 0) return elementsOn({ elements, diagrams }, diagram);
  const open = elements.map((element) => (opened.has(element.id) ? { ...element, collapsed: false } : element));
  return elementsOn({ elements: open, diagrams }, diagram);
}

/** The diagram that shows an element or flow, as elements name it; `undefined` when it is not on the board. */
export function diagramOf(index: ModelIndex, id: string): DiagramId | null | undefined {
  const element = index.elements.get(id as ElementId); // only looked up
  if (element !== undefined) return element.diagram;
  const flow = index.flows.get(id as FlowId); // only looked up
  return flow === undefined ? undefined : (index.elements.get(flow.source)?.diagram ?? null);
}

/** What an id stands for: the original of a reference, otherwise itself. */
export function meantBy<Id extends string>(index: ModelIndex, id: Id): Id | ElementId {
  const element = index.elements.get(id as string as ElementId); // only looked up
  return element?.kind === 'ref' && element.of !== null && index.elements.has(element.of) ? element.of : id;
}

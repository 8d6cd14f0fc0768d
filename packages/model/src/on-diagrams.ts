/**
 * Which diagram shows what. What is inside a boundary is where the boundary is, so that moving it and moving its content can never tear
 * them apart; what names no live diagram is on the first.
 */

import type { Element } from './element.ts';
import type { Flow } from './flow.ts';
import type { DiagramId, ElementId } from './ids.ts';
import type { Diagram, ModelIssue } from './model.ts';

type Diagrams = readonly Pick<Diagram, 'id'>[];

/** Elements with their diagram settled; takes and gives them parents first. `null` stands for the first diagram, also by its id. */
export function onDiagrams(sorted: readonly Element[], diagrams: Diagrams, issues: ModelIssue[]): readonly Element[] {
  const known = new Set(diagrams.map(({ id }) => id));
  const first = diagrams[0]?.id ?? null;
  const settled = new Map<ElementId, DiagramId | null>();
  return sorted.map((element) => {
    const { id, parent, diagram: own } = element;
    const isMissing = own !== null && !known.has(own);
    const diagram = parent !== null ? (settled.get(parent) ?? null) : isMissing || own === first ? null : own;
    if (parent === null && isMissing) issues.push({ code: 'diagram-missing', ids: [id] });
    settled.set(id, diagram);
    return diagram === own ? element : { ...element, diagram };
  });
}

/** Flows whose ends are on two diagrams: judged, but drawn on none. */
export function acrossDiagrams(
  flows: readonly Flow[],
  elements: readonly Element[],
  diagrams: Diagrams,
): readonly ModelIssue[] {
  if (diagrams.length < 2) return [];
  const diagramOf = new Map(elements.map(({ id, diagram }) => [id, diagram]));
  return flows
    .filter(({ source, target }) => diagramOf.get(source) !== diagramOf.get(target))
    .map(({ id }) => ({ code: 'flow-across-diagrams', ids: [id] }));
}

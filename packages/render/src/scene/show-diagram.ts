/** What of a model one diagram shows. */

import type { Element, ElementId, Flow, FlowId } from '@strideboard/model';
import type { Folded } from './fold.ts';
import type { SceneOptions, ShownElement } from './scene.ts';

/** Elements of the diagram and flows between them, in model order. Elements of no or an unknown diagram belong to the first. */
export function showDiagram(
  { model, inside }: Folded,
  { diagram = null }: SceneOptions,
): { readonly shown: ReadonlyMap<ElementId, ShownElement>; readonly flows: ReadonlyMap<FlowId, Flow> } {
  const known = new Set(model.diagrams.map(({ id }) => id));
  const first = model.diagrams[0]?.id ?? null;
  const wanted = diagram !== null && known.has(diagram) ? diagram : first;
  const placeOf = (element: Element): string | null =>
    element.diagram !== null && known.has(element.diagram) ? element.diagram : first;

  const all = new Map(model.elements.map((element) => [element.id, element]));
  const shown = new Map<ElementId, ShownElement>();
  for (const element of model.elements) {
    if (placeOf(element) !== wanted) continue;
    const meant = (element.of === null || element.kind !== 'ref' ? undefined : all.get(element.of)) ?? element;
    const above = element.parent === null ? undefined : shown.get(element.parent);
    shown.set(element.id, {
      element,
      meant,
      depth: above === undefined ? 0 : above.depth + 1,
      folds: inside.get(element.id) ?? null,
    });
  }
  const flows = new Map<FlowId, Flow>();
  for (const flow of model.flows) if (shown.has(flow.source) && shown.has(flow.target)) flows.set(flow.id, flow);
  return { shown, flows };
}

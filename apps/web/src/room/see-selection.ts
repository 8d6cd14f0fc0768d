/** Where to look for what was selected from a list. */
import type { DiagramId, Model, ModelIndex } from '@strideboard/model';
import { diagramOf } from './current-diagram.ts';

/** Where a selection can be seen. */
interface Seen {
  /** As elements name it. */
  readonly diagram: DiagramId | null;
  readonly ids: readonly string[];
}

/**
 * Where and as what a selection can be seen, when not all of it is on the current diagram. What is shown here by reference is meant by the
 * reference; otherwise the first of them decides where to go. `null` when everything is here already, or nowhere.
 */
export function seeSelection(
  model: Pick<Model, 'elements'>,
  index: ModelIndex,
  { current, ids }: { readonly current: DiagramId | null; readonly ids: readonly string[] },
): Seen | null {
  const places = ids.map((id) => diagramOf(index, id));
  if (places.every((place) => place === undefined || place === current)) return null;
  const seenOn = (diagram: DiagramId | null): ((id: string) => string | null) => {
    const standIns = new Map<string, string>();
    for (const { id, of, diagram: on } of model.elements) if (of !== null && on === diagram) standIns.set(of, id);
    return (id) => (diagramOf(index, id) === diagram ? id : (standIns.get(id) ?? null));
  };
  const [first = ''] = ids;
  const goes = seenOn(current)(first) === null ? places.find((place) => place !== undefined) : current;
  const diagram = goes ?? null;
  const seen = seenOn(diagram);
  return { diagram, ids: ids.flatMap((id) => seen(id) ?? []) };
}

/** Elements to choose from, the nearest first. */
import { absoluteBoxes, centreOf, type Element, type ElementId } from '@strideboard/model';
import { foldText } from '../ui/fold-text.ts';
import type { SubjectNames } from '../ui/subject-names.ts';

/** One element in a list to search. */
export interface ElementOption {
  readonly id: ElementId;
  readonly label: string;
  /** What it is, where its name does not say it. */
  readonly what: string;
  readonly keywords: string;
}

/** The line of an element. */
export function optionOf({ id }: Pick<Element, 'id'>, names: SubjectNames): ElementOption {
  const name = names.name(id) ?? '';
  const what = names.what(id) ?? '';
  return { id, label: name, what: what === name ? '' : what, keywords: foldText(`${name} ${what}`) };
}

/** Elements of the same diagram that a flow can lead to, by the distance between the middles. */
export function nearestTo(source: ElementId | undefined, elements: readonly Element[]): readonly Element[] {
  const from = elements.find(({ id }) => id === source);
  const boxes = absoluteBoxes(elements);
  const box = from === undefined ? undefined : boxes.get(from.id);
  if (from === undefined || box === undefined) return [];
  const middle = centreOf(box);
  const distance = (id: ElementId): number => {
    const other = boxes.get(id);
    if (other === undefined) return Number.POSITIVE_INFINITY;
    const { x, y } = centreOf(other);
    return Math.hypot(x - middle.x, y - middle.y);
  };
  return elements
    .filter(
      ({ id, kind, diagram }) => id !== from.id && diagram === from.diagram && kind !== 'boundary' && kind !== 'note',
    )
    .map((element) => ({ element, at: distance(element.id) }))
    .sort((a, b) => a.at - b.at)
    .map(({ element }) => element);
}

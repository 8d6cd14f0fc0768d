/** The cluster, its namespaces in it, and what lies in each, in rows. */

import { assemble, type Element, type ElementId } from '@strideboard/model';
import { type Draft, draftElement } from './draft.ts';
import { placeInRows } from './grid.ts';

/** A namespace and what lies in it. */
export interface NamespaceDraft {
  readonly boundary: Draft;
  readonly inside: readonly Draft[];
}

/** Places everything; elements come parents first, as a model has them. `at` is when the files were read, ms since 1970 UTC. */
export function drawNamespaces(cluster: Draft, namespaces: readonly NamespaceDraft[], at: number): readonly Element[] {
  let drawn = 0;
  const next = (): string => orderKey(drawn++);
  const frames = namespaces.map(({ boundary, inside }) => {
    const elements = inside.map((draft) => draftElement(draft, at));
    const { boxes, around } = placeInRows(elements);
    return { boundary, around, elements: elements.map((element, i) => ({ ...element, ...boxes[i] })) };
  });
  const { boxes, around } = placeInRows(frames.map((frame) => frame.around));
  const place = (element: Element, parent: ElementId): Element => ({ ...element, parent, z: next() });
  const elements = [
    { ...draftElement(cluster, at), ...around, z: next() },
    ...frames.flatMap(({ boundary, elements: inside }, i) => [
      { ...place(draftElement(boundary, at), cluster.id), ...boxes[i] },
      ...inside.map((element) => place(element, boundary.id)),
    ]),
  ];
  return assemble(
    elements.map((element) => ({ element, deleted: false, issues: [] })),
    [],
  ).elements;
}

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The n-th of a growing run of fractional-index keys of one length: `c000`, `c001`, …; n < 238,328. */
function orderKey(n: number): string {
  const digit = (place: number): string => DIGITS[Math.floor(n / DIGITS.length ** place) % DIGITS.length] ?? '';
  return `c${digit(2)}${digit(1)}${digit(0)}`;
}

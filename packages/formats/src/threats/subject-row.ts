/** Elements and flows in the words of a list. */

import { type Element, type Flow, findCrossings, type Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { labelOf } from '@strideboard/stride';
import type { Words } from '@strideboard/words';

/** What a threat is about, in words. */
export interface SubjectRow {
  readonly id: string;
  readonly name: string;
  /** Kind of the stencil or boundary; for a flow the word for flows. */
  readonly kind: string;
  /** Flows only; empty for elements. */
  readonly source: string;
  readonly target: string;
  readonly crosses: readonly string[];
}

/** Makes the words of what an id stands for. */
export function createSubjectRows(model: Model, pack: PackIndex, words: Words): (id: string) => SubjectRow {
  const elements = new Map<string, Element>(model.elements.map((element) => [element.id, element]));
  const flows = new Map<string, Flow>(model.flows.map((flow) => [flow.id, flow]));
  const crossings: ReadonlyMap<string, readonly string[]> = findCrossings(model);
  const nameOf = (id: string): string => {
    const element = elements.get(id);
    return element === undefined ? id : labelOf(element, pack);
  };
  const kindOf = (element: Element): string => pack.typeLabel(element.type) ?? words.common.kinds[element.kind];
  return (id) => {
    const flow = flows.get(id);
    if (flow === undefined) {
      const element = elements.get(id);
      return {
        id,
        name: nameOf(id),
        kind: element === undefined ? '' : kindOf(element),
        source: '',
        target: '',
        crosses: [],
      };
    }
    const [source, target] = [elements.get(flow.source), elements.get(flow.target)];
    const ends = source === undefined || target === undefined ? undefined : { source, target };
    const number = flow.order === '' || flow.label === '' ? flow.order : `${flow.order} `;
    return {
      id,
      name: flow.label.trim() === '' && flow.order === '' ? labelOf(flow, pack, ends) : `${number}${flow.label}`.trim(),
      kind: words.common.kinds.flow,
      source: nameOf(flow.source),
      target: nameOf(flow.target),
      crosses: (crossings.get(flow.id) ?? []).map(nameOf),
    };
  };
}

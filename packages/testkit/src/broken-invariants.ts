/** What must hold for every model a reader sees, whatever was merged (invariants I1–I8 of the document format). */

import { createContainment, type ElementId, isClosedBoundary, type Model } from '@strideboard/model';

/** Sentences about what is broken; empty for a valid model. */
export function brokenInvariants(model: Model): readonly string[] {
  const broken: string[] = [];
  const seen = new Map<string, (typeof model.elements)[number]>();
  const say = (invariant: string, id: string): void => {
    broken.push(`${invariant} broken by ${id}`);
  };
  for (const element of model.elements) {
    const { id, x, y, width, height, parent } = element;
    if (![x, y, width, height].every(Number.isInteger) || width < 1 || height < 1)
      say('I1 (finite place and size)', id);
    const holder = parent === null ? null : seen.get(parent);
    if (holder === undefined) say('I5 (parents first)', id);
    else if (holder !== null && !isClosedBoundary(holder)) say('I2 (parent is a closed boundary)', id);
    if (seen.has(id)) say('I6 (shown once)', id);
    seen.set(id, element);
  }
  const containment = createContainment({ elements: model.elements.filter(({ kind }) => kind !== 'ref'), flows: [] });
  for (const { id, memberOf, kind } of model.elements) {
    const ancestors = new Set<ElementId>(containment.ancestors(id));
    for (const boundary of memberOf) {
      const target = seen.get(boundary);
      if (target === undefined || !isClosedBoundary(target)) say('I8 (member of a closed boundary)', id);
      if (ancestors.has(boundary)) say('I8 (no redundant membership)', id);
    }
    if (kind !== 'ref' && containment.enclosing(id).has(id)) say('I8 (no membership cycle)', id);
  }
  const flows = new Set<string>();
  for (const { id, source, target } of model.flows) {
    if (!seen.has(source) || !seen.has(target)) say('I4 (both ends shown)', id);
    if (flows.has(id)) say('I6 (shown once)', id);
    flows.add(id);
  }
  return broken;
}

/** Loose ends of the drawing itself. */

import {
  compareText,
  createContainment,
  type Element,
  type ElementId,
  type Flow,
  isClosedBoundary,
  type Model,
} from '@strideboard/model';
import type { Steps } from '../steps.ts';
import { type LooseEnd, looseEnd } from './loose-end.ts';

/** All of them, by what is wrong and then in the order of the model; with a pause after each kind. */
export function* checkDrawing(model: Pick<Model, 'elements' | 'flows'>): Steps<readonly LooseEnd[]> {
  const elements = new Map(model.elements.map((element) => [element.id, element]));
  /** What an element stands for: a reference for its original. */
  const meant = (id: ElementId): Element | undefined => {
    const element = elements.get(id);
    return element?.kind === 'ref' && element.of !== null ? elements.get(element.of) : element;
  };
  const inScope = model.flows.filter(({ outOfScope }) => outOfScope === null);
  const found: LooseEnd[] = [];
  for (const check of [
    () => duplicateNames(model.elements),
    () =>
      inScope
        .filter(({ label }) => label.trim() === '')
        .map(({ id }) => looseEnd('flow-without-label', id, { subjects: [id] })),
    () => numberGaps(model.flows),
    () =>
      inScope
        .filter(({ source, target }) => meant(source)?.kind === 'store' && meant(target)?.kind === 'store')
        .map(({ id }) => looseEnd('store-to-store', id, { subjects: [id] })),
    () => lonely(model, meant),
    () => placement(model),
    () =>
      [...model.elements, ...model.flows]
        .filter(({ outOfScope }) => outOfScope?.trim() === '')
        .map(({ id }) => looseEnd('scope-without-reason', id, { subjects: [id] })),
  ]) {
    for (const end of check()) found.push(end);
    yield;
  }
  return found;
}

/** Things of one diagram with one name; boundaries are compared with boundaries. */
function duplicateNames(elements: readonly Element[]): readonly LooseEnd[] {
  const groups = new Map<string, Element[]>();
  for (const element of elements) {
    const name = element.label.trim().replace(/\s+/gu, ' ').toLowerCase();
    if (name === '' || element.kind === 'note' || element.kind === 'ref') continue;
    const key = `${element.diagram ?? ''} ${element.kind === 'boundary' ? 'around' : 'thing'} ${name}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return [...groups]
    .filter(([, group]) => group.length > 1)
    .map(([key, group]) =>
      looseEnd('duplicate-name', key, {
        subjects: group.map(({ id }) => id),
        values: { name: group[0]?.label.trim() ?? '', count: String(group.length) },
      }),
    );
}

/** Numbers that are left out between two of one diagram; `3a` is a step of 3, and `*` has no place in the order. */
function numberGaps(flows: readonly Flow[]): readonly LooseEnd[] {
  const diagrams = new Map<string, Map<number, Flow[]>>();
  for (const flow of flows) {
    const [digits] = /^\d+/u.exec(flow.order) ?? [];
    if (digits === undefined) continue;
    const key = flow.diagram ?? '';
    const numbers = diagrams.get(key) ?? new Map<number, Flow[]>();
    diagrams.set(key, numbers);
    const step = Number(digits);
    numbers.set(step, [...(numbers.get(step) ?? []), flow]);
  }
  return [...diagrams]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([key, numbers]) => {
      const steps = [...numbers.keys()].sort((a, b) => a - b);
      return steps.flatMap((step, at): readonly LooseEnd[] => {
        const next = steps[at + 1];
        if (next === undefined || next === step + 1) return [];
        const [from, to] = [String(step + 1), String(next - 1)];
        const around = [...(numbers.get(step) ?? []), ...(numbers.get(next) ?? [])];
        return [
          looseEnd('number-gap', `${key} ${from}`, {
            subjects: around.map(({ id }) => id),
            values: { numbers: from === to ? from : `${from}–${to}` },
          }),
        ];
      });
    });
}

/** Elements without any flow, and stores that nobody reads or nobody writes. A flow out of a store is reading, one into it writing. */
function lonely(
  { elements, flows }: Pick<Model, 'elements' | 'flows'>,
  meant: (id: ElementId) => Element | undefined,
): readonly LooseEnd[] {
  const [read, written] = [new Set<ElementId>(), new Set<ElementId>()];
  for (const { source, target, direction } of flows) {
    const [from, to] = [meant(source)?.id, meant(target)?.id];
    if (from !== undefined) read.add(from);
    if (to !== undefined) written.add(to);
    if (direction !== 'two') continue;
    if (from !== undefined) written.add(from);
    if (to !== undefined) read.add(to);
  }
  return elements.flatMap(({ id, kind, outOfScope }): readonly LooseEnd[] => {
    if (outOfScope !== null || kind === 'boundary' || kind === 'note' || kind === 'ref') return [];
    const [isRead, isWritten] = [read.has(id), written.has(id)];
    if (!isRead && !isWritten) return [looseEnd('element-without-flow', id, { subjects: [id] })];
    if (kind !== 'store' || (isRead && isWritten)) return [];
    return [looseEnd(isRead ? 'store-unwritten' : 'store-unread', id, { subjects: [id] })];
  });
}

/** Processes and stores outside of every boundary, once there is one; and boundaries around nothing. People and other systems may stand outside. */
function placement(model: Pick<Model, 'elements' | 'flows'>): readonly LooseEnd[] {
  const { enclosing } = createContainment(model);
  const boundaries = model.elements.filter((element) => isClosedBoundary(element));
  const holding = new Set<ElementId>();
  for (const { kind, parent, memberOf } of model.elements) {
    if (kind === 'note') continue;
    for (const around of [parent, ...memberOf]) if (around !== null) holding.add(around);
  }
  const outside = model.elements.filter(
    ({ id, kind, outOfScope }) =>
      (kind === 'process' || kind === 'store') && outOfScope === null && enclosing(id).size === 0,
  );
  return [
    ...(boundaries.length === 0 ? [] : outside.map(({ id }) => looseEnd('outside-boundaries', id, { subjects: [id] }))),
    ...boundaries
      .filter(({ id, outOfScope }) => outOfScope === null && !holding.has(id))
      .map(({ id }) => looseEnd('empty-boundary', id, { subjects: [id] })),
  ];
}

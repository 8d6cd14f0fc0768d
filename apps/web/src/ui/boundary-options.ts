/** Boundaries an element can be put into or belong to. */
import { createContainment, type Element, type ElementId, isClosedBoundary, type Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import type { SubjectNames } from './subject-names.ts';

/** Closed boundaries that are neither among the elements nor inside one of them, in model order. */
export function usableBoundaries(model: Model, ids: readonly ElementId[]): readonly Element[] {
  const { enclosing } = createContainment(model);
  const chosen = new Set(ids);
  return model.elements.filter(
    (element) =>
      isClosedBoundary(element) && !chosen.has(element.id) && !ids.some((id) => enclosing(element.id).has(id)),
  );
}

/** "Namespace · kube-system", or the kind alone where there is no name of its own. */
export function boundaryTitle(element: Element, pack: PackIndex, names: SubjectNames): string {
  const name = names.name(element.id) ?? '';
  const kind = pack.boundaryKind(element.type);
  const what = kind?.short ?? kind?.label ?? null;
  return what === null || what === name || element.label.trim() === '' ? name : `${what} · ${name}`;
}

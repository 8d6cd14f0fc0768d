/** Findings of whole blocks, for a diagram seen from so far that single things have no badges: which boundaries stand for what is in them. */
import type { ElementId } from '@strideboard/model';
import type { SceneElement } from '@strideboard/render';
import type { PaintJob } from './job.ts';

/** Least size on screen of a boundary that says what is in it, px. */
const LEAST = { width: 84, height: 30 };

/** The innermost boundaries that are large enough on screen. */
export function blocksAt(boundaries: readonly SceneElement[], zoom: number): readonly SceneElement[] {
  const large = boundaries.filter(
    ({ box, boundary }) =>
      boundary?.closed === true && box.width * zoom >= LEAST.width && box.height * zoom >= LEAST.height,
  );
  const outer = new Set(large.map(({ parent }) => parent));
  return large.filter(({ id }) => !outer.has(id));
}

/** Counts by level of each boundary with everything inside it. `elements` in painting order: what is around comes before what is inside. */
export function totalsOf(
  elements: readonly SceneElement[],
  counts: PaintJob['counts'],
): ReadonlyMap<ElementId, readonly number[]> {
  const parents = new Map(elements.map(({ id, parent }) => [id, parent]));
  const totals = new Map<ElementId, number[]>();
  for (const { id, boundary } of elements) {
    const text = counts(id, boundary?.folds ?? undefined);
    if (text === '') continue;
    const numbers = text.split(' ').map(Number);
    let at: ElementId | null = boundary === null ? (parents.get(id) ?? null) : id;
    while (at !== null) {
      const sum = totals.get(at) ?? [0, 0, 0, 0, 0];
      totals.set(
        at,
        sum.map((count, level) => count + (numbers[level] ?? 0)),
      );
      at = parents.get(at) ?? null;
    }
  }
  return totals;
}

/** Whether the same elements lie in the same boundaries, so that totals of the one hold for the other: moving alone changes none. */
export const isSameNesting = (before: readonly SceneElement[], now: readonly SceneElement[]): boolean =>
  before === now ||
  (before.length === now.length &&
    now.every((element, at) => {
      const other = before[at];
      return (
        element === other ||
        (other?.id === element.id &&
          other.parent === element.parent &&
          other.boundary?.folds === element.boundary?.folds)
      );
    }));

/** What dropping dragged elements means: where they go and which boundary adopts them. */
import {
  absoluteBoxes,
  boundaryAt,
  type CanvasPoint,
  type Element,
  type ElementId,
  unionOf,
  withDescendants,
} from '@strideboard/model';

/** A drop that has not happened yet. */
export interface DropPlan {
  /** The boundary they would be in; meaningful when `adopts`. */
  readonly parent: ElementId | null;
  /** Whether any of them changes its parent. */
  readonly adopts: boolean;
  /** New top-left corners, absolute canvas px. */
  readonly positions: ReadonlyMap<ElementId, CanvasPoint>;
}

interface DropQuestion {
  readonly elements: readonly Element[];
  /** Top-most dragged ids. */
  readonly ids: readonly ElementId[];
  /** The one under the pointer: it decides whether the drop leaves the present boundary. */
  readonly grabbed: ElementId;
  /** Canvas px. */
  readonly offset: CanvasPoint;
  readonly keepParent: boolean;
}

/**
 * Plans the drop. Nothing changes its parent while the grabbed element stays within its own; otherwise all go into the innermost boundary
 * that wholly encloses them together.
 */
export function planDrop({ elements, ids, grabbed, offset, keepParent }: DropQuestion): DropPlan {
  const boxes = absoluteBoxes(elements);
  const asked = new Set([...ids, grabbed]);
  const byId = new Map(elements.flatMap((element) => (asked.has(element.id) ? [[element.id, element]] : [])));
  const moved = ids.flatMap((id) => {
    const box = boxes.get(id);
    return box === undefined ? [] : [{ id, box: { ...box, x: box.x + offset.x, y: box.y + offset.y } }];
  });
  const positions = new Map(moved.map(({ id, box }) => [id, { x: box.x, y: box.y }]));
  const stay: DropPlan = { parent: byId.get(grabbed)?.parent ?? null, adopts: false, positions };
  const lead = moved.find(({ id }) => id === grabbed) ?? moved[0];
  const all = unionOf(moved.map(({ box }) => box));
  if (keepParent || lead === undefined || all === null) return stay;
  const excluded = new Set(withDescendants(ids, elements).map(({ id }) => id));
  if (boundaryAt(lead.box, elements, excluded) === stay.parent) return stay;
  const parent = boundaryAt(all, elements, excluded);
  const adopts = moved.some(({ id }) => byId.get(id)?.parent !== parent);
  return { parent, adopts, positions };
}

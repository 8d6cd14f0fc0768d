/** Where the badges of a boundary stand instead of its corner. */
import type { SceneElement } from '@strideboard/render';

/** px relative to the boundary; `right` is given up where `left` holds. */
export interface BadgePlace {
  readonly left?: number;
  readonly top: number;
  readonly right?: 'auto';
}

/** Widest usual badge with its gap, px. */
const BADGE_WIDTH = 40;

/** The place for these counts; `undefined` for the corner. */
export const badgePlace = (element: SceneElement, counts: string): BadgePlace | undefined =>
  element.outline === null ? besideCorner(element, counts) : besideTag(element);

/** Where name and badges do not fit side by side on the upper edge, the badges stand on the lower one. */
function besideCorner({ box, boundary }: SceneElement, counts: string): BadgePlace | undefined {
  if (boundary?.folds != null) return undefined;
  const tag = boundary?.tag?.box;
  const badges = counts.split(' ').filter((count) => count !== '0').length * BADGE_WIDTH;
  if (tag === undefined || tag.x + tag.width + badges + 16 <= box.x + box.width) return undefined;
  return { top: box.height - 10 };
}

/** A free form has no corner: its badges stand beside its name. */
function besideTag({ box, boundary }: SceneElement): BadgePlace | undefined {
  const tag = boundary?.tag?.box;
  if (tag === undefined) return undefined;
  return { left: tag.x + tag.width + 6 - box.x, top: tag.y + tag.height / 2 - 10 - box.y, right: 'auto' };
}

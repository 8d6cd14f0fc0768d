/** What is mounted: the items in view and a good way around it, chosen again only when the view leaves that region. */
import { type Box, encloses } from '@strideboard/model';
import type { SceneElement, SceneFlow, SpatialGrid } from '@strideboard/render';

/** How far the region reaches beyond the view on each side, as a share of its size. */
const MARGIN = 0.5;
/** A region this many times wider than the view is kept while zooming in; beyond it a smaller one pays. */
const TOO_WIDE = 4;

/** The region to mount for a view: the present one as long as it holds the view and is not far too large. Canvas px. */
export function regionFor(present: Box | null, view: Box): Box {
  if (present !== null && encloses(present, view) && present.width <= view.width * TOO_WIDE) return present;
  return {
    x: view.x - view.width * MARGIN,
    y: view.y - view.height * MARGIN,
    width: view.width * (1 + 2 * MARGIN),
    height: view.height * (1 + 2 * MARGIN),
  };
}

/** What is to be mounted. */
export interface Visible {
  readonly elements: readonly SceneElement[];
  readonly flows: readonly SceneFlow[];
}

/** The items that touch the region, in painting order; nothing before there is a region. */
export function visibleIn(grid: SpatialGrid, region: Box | null): Visible {
  const elements: SceneElement[] = [];
  const flows: SceneFlow[] = [];
  for (const item of region === null ? [] : grid.query(region)) {
    if (item.item === 'flow') flows.push(item);
    else elements.push(item);
  }
  return { elements, flows };
}

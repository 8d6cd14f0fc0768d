/**
 * What of the diagram the page shows: the items in view and a good way around it, chosen again only when the view leaves that region. Where
 * more is in view than a page can hold, it is drawn on one canvas instead; the page then has only what somebody is busy with.
 */
import { type Box, encloses } from '@strideboard/model';
import type { SceneElement, SceneFlow, SpatialGrid } from '@strideboard/render';

/** How far the region reaches beyond the view on each side, as a share of its size; in a crowd only as far as the second. */
const MARGIN = 0.5;
const CROWDED_MARGIN = 0.12;
/** A region this many times wider than the view is kept while zooming in; beyond it a smaller one pays. */
const TOO_WIDE = 4;
/** The same where the region is drawn: the sooner there is little enough in view, the better. */
const DRAWN_TOO_WIDE = 2.4;
/** So many items the page holds; what is drawn stays drawn until it is a good deal fewer, so that nothing flickers at the edge. */
const MOST = 180;
const MOST_AGAIN = 140;

/** Part of the canvas, and how it is shown. */
export interface Region {
  /** Canvas px. */
  readonly box: Box;
  /** Whether it is drawn on a canvas. */
  readonly drawn: boolean;
}

/** Whether the region still does for a view. */
export const fits = ({ box, drawn }: Region, view: Box): boolean =>
  encloses(box, view) && box.width <= view.width * (drawn ? DRAWN_TOO_WIDE : TOO_WIDE);

/** The region for a view, as large as can be shown. */
export function regionFor(present: Region | null, view: Box, grid: Pick<SpatialGrid, 'holdsMoreThan'>): Region {
  const most = present?.drawn === true ? MOST_AGAIN : MOST;
  const wide = around(view, MARGIN);
  if (!grid.holdsMoreThan(wide, most)) return { box: wide, drawn: false };
  const narrow = around(view, CROWDED_MARGIN);
  if (!grid.holdsMoreThan(narrow, most)) return { box: narrow, drawn: false };
  return { box: wide, drawn: true };
}

const around = ({ x, y, width, height }: Box, share: number): Box => ({
  x: x - width * share,
  y: y - height * share,
  width: width * (1 + 2 * share),
  height: height * (1 + 2 * share),
});

/** What is to be mounted. */
export interface Visible {
  readonly elements: readonly SceneElement[];
  readonly flows: readonly SceneFlow[];
}

/** Nothing at all. */
export const NOTHING: Visible = { elements: [], flows: [] };

/** The items that touch a box, in painting order. */
export function visibleIn(grid: SpatialGrid, box: Box): Visible {
  const elements: SceneElement[] = [];
  const flows: SceneFlow[] = [];
  for (const item of grid.query(box)) {
    if (item.item === 'flow') flows.push(item);
    else elements.push(item);
  }
  return { elements, flows };
}

/** What lies over the canvas on screen right now: panels and whatever floats. */
import type { Box } from '@strideboard/model';
import type { Covers } from './view/clear-view.ts';

/** Parts of the surface under something else, px from its upper left corner; none before the canvas is on screen. */
export function coveredParts(): Covers {
  const surface = document.querySelector('[data-surface]');
  const frame = surface?.parentElement ?? null;
  const region = frame?.parentElement ?? null;
  if (surface === null || frame === null || region === null) return [];
  const around = [...(region.parentElement?.children ?? [])].filter((element) => element.matches('nav, aside'));
  const beside = [...frame.children, ...region.children, ...around];
  const bounds = surface.getBoundingClientRect();
  return beside
    .filter((element) => element !== surface && element !== frame)
    .map((element) => element.getBoundingClientRect())
    .filter(({ left, top, right, bottom, width, height }) => {
      const meets = left < bounds.right && right > bounds.left && top < bounds.bottom && bottom > bounds.top;
      // What lies over all of it is drawn on the diagram, like trails of pointers, and hides nothing.
      const isLayer = left <= bounds.left && right >= bounds.right && top <= bounds.top && bottom >= bounds.bottom;
      return width > 0 && height > 0 && meets && !isLayer;
    })
    .map(({ left, top, width, height }): Box => ({ x: left - bounds.left, y: top - bounds.top, width, height }));
}

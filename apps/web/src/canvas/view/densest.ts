/**
 * Where most of a diagram is, when it cannot be seen whole: a few elements that lie absurdly far away must not keep everybody from seeing
 * the rest.
 */
import { type Box, centreOf } from '@strideboard/model';
import { MIN_ZOOM, type ScreenSize } from './viewport.ts';

/** A thing with its place, canvas px. */
interface Placed {
  readonly id: string;
  readonly box: Box;
}

/** What can be seen together, and what cannot. */
interface Parted<Item> {
  readonly near: readonly Item[];
  readonly far: readonly Item[];
}

/** Whether a box fits into the window at a zoom, the smallest if none is given. */
export const fitsWhole = (box: Box, size: ScreenSize, zoom = MIN_ZOOM): boolean =>
  box.width * zoom <= size.width && box.height * zoom <= size.height;

/**
 * Parts things into those around the densest place, which fit into the window at a zoom (the smallest if none is given), and the others.
 * Where two places are equally dense the first of the list counts. With anything given, `near` has at least one thing, even if that alone is
 * too large.
 */
export function partByDensity<Item extends Placed>(
  items: readonly Item[],
  size: ScreenSize,
  zoom = MIN_ZOOM,
): Parted<Item> {
  // Half a window, so that what fills a field and its neighbourhood still fits.
  const field = { width: size.width / zoom / 2, height: size.height / zoom / 2 };
  const fields = new Map<string, Item[]>();
  for (const item of items) {
    if (!fitsWhole(item.box, size, zoom)) continue;
    const { x, y } = centreOf(item.box);
    const key = `${Math.floor(x / field.width)} ${Math.floor(y / field.height)}`;
    const others = fields.get(key);
    if (others === undefined) fields.set(key, [item]);
    else others.push(item);
  }
  let densest: readonly Item[] = [];
  for (const field of fields.values()) if (field.length > densest.length) densest = field;
  if (densest.length === 0) return { near: items.slice(0, 1), far: items.slice(1) };
  const middle = meanCentre(densest);
  const reach = { width: field.width, height: field.height };
  const isNear = ({ box }: Item): boolean =>
    box.x >= middle.x - reach.width &&
    box.x + box.width <= middle.x + reach.width &&
    box.y >= middle.y - reach.height &&
    box.y + box.height <= middle.y + reach.height;
  const near = items.filter(isNear);
  // Large things at the edge of a field may reach out of every window around its middle.
  if (near.length === 0) return { near: densest.slice(0, 1), far: items.filter((item) => item !== densest[0]) };
  return { near, far: items.filter((item) => !isNear(item)) };
}

function meanCentre(items: readonly Placed[]): { readonly x: number; readonly y: number } {
  let [x, y] = [0, 0];
  for (const { box } of items) {
    const centre = centreOf(box);
    x += centre.x / items.length;
    y += centre.y / items.length;
  }
  return { x, y };
}

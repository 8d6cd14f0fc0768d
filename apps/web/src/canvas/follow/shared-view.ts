/** The view of another person in my own window: all they see, as large as it fits. */
import type { Presence } from '@strideboard/document';
import type { Viewport } from '../../session/session-store.ts';
import { MAX_ZOOM, MIN_ZOOM, type ScreenSize } from '../view/viewport.ts';

/** What somebody looks at, canvas px. */
type PeerView = NonNullable<Presence['viewport']>;

/** The view that shows what they see, centred. The same as theirs where the windows are equal. */
export function sharedView({ x, y, width, height }: PeerView, size: ScreenSize): Viewport {
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.min(size.width / width, size.height / height)));
  return { x: size.width / 2 - x * zoom, y: size.height / 2 - y * zoom, zoom };
}

/** A view on the way to another, at a share 0..1: the middle moves evenly on the canvas, the zoom by factors. */
export function viewBetween(
  from: Viewport,
  to: Viewport,
  at: { readonly share: number; readonly size: ScreenSize },
): Viewport {
  const { share, size } = at;
  const middle = ({ x, y, zoom }: Viewport) => ({
    x: (size.width / 2 - x) / zoom,
    y: (size.height / 2 - y) / zoom,
  });
  const [start, end] = [middle(from), middle(to)];
  const zoom = from.zoom * (to.zoom / from.zoom) ** share;
  return {
    x: size.width / 2 - (start.x + (end.x - start.x) * share) * zoom,
    y: size.height / 2 - (start.y + (end.y - start.y) * share) * zoom,
    zoom,
  };
}

/** Whether nobody could tell one view from the other. */
export const isSameView = (a: Viewport, b: Viewport): boolean =>
  Math.abs(a.x - b.x) < 0.5 && Math.abs(a.y - b.y) < 0.5 && Math.abs(a.zoom / b.zoom - 1) < 0.001;

/** Two fingers on the picture. */
import type { Viewport } from '../../session/session-store.ts';
import { panBy, type ScreenPoint, zoomAt } from './viewport.ts';

/** The view after two fingers went from one pair of points to another. */
export function pinched(viewport: Viewport, before: readonly ScreenPoint[], after: readonly ScreenPoint[]): Viewport {
  const [a, b] = before;
  const [c, d] = after;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return viewport;
  const distance = (p: ScreenPoint, q: ScreenPoint): number => Math.max(1, Math.hypot(p.left - q.left, p.top - q.top));
  const middle = (p: ScreenPoint, q: ScreenPoint): ScreenPoint => ({
    left: (p.left + q.left) / 2,
    top: (p.top + q.top) / 2,
  });
  const [from, to] = [middle(a, b), middle(c, d)];
  const panned = panBy(viewport, { left: to.left - from.left, top: to.top - from.top });
  return zoomAt(panned, to, (panned.zoom * distance(c, d)) / distance(a, b));
}

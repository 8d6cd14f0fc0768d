/** Keeps a field in the diagram above the on-screen keyboard, which covers the page without changing its size. */
import type { SessionStore } from '../../session/session-store.ts';
import { panBy } from '../view/viewport.ts';

/** Room between the field and the keyboard, px. */
const GAP_PX = 12;

/** How far the view has to go up for a field to be seen; 0 when it is. Its start stays in sight when it is too tall. */
export function liftFor(
  field: { readonly top: number; readonly bottom: number },
  seen: { readonly top: number; readonly bottom: number },
): number {
  const covered = field.bottom + GAP_PX - seen.bottom;
  return Math.max(0, Math.min(covered, field.top - GAP_PX - seen.top));
}

/** Watches until the returned function is called, which brings the view back unless somebody has moved it since. */
export function keepAboveKeyboard(field: HTMLElement, session: SessionStore): () => void {
  const { visualViewport } = window;
  if (visualViewport === null) return () => undefined;
  const before = session.getState().viewport;
  let lifted = before;
  const check = (): void => {
    const { viewport } = session.getState();
    // Zoomed by the browser, the person looks at a part of the page by intent.
    if (visualViewport.scale !== 1 || viewport !== lifted) return;
    const { offsetTop: top, height } = visualViewport;
    const by = liftFor(field.getBoundingClientRect(), { top, bottom: top + height });
    if (by === 0) return;
    lifted = panBy(viewport, { left: 0, top: -by });
    session.getState().setViewport(lifted);
  };
  check();
  const watched = new AbortController();
  for (const name of ['resize', 'scroll'] as const)
    visualViewport.addEventListener(name, check, { signal: watched.signal });
  return () => {
    watched.abort();
    if (lifted !== before && session.getState().viewport === lifted) session.getState().setViewport(before);
  };
}

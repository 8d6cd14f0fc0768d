/**
 * Moves a layer to where a view has it. While the view only pans, the browser keeps the layer as a picture of its own and moves that, instead
 * of painting everything in it for every frame. Once the view rests or zooms it is painted as usual again, as sharp as text can be.
 */
import type { Viewport } from '../../session/session-store.ts';

/** A pan is over when nothing moved for so long, ms. */
const REST_MS = 400;

/** What is set of the layer. */
interface LayerStyle {
  transform: string;
  willChange: string;
}

/** Moves one layer. */
export interface LayerMover {
  /** `ratio`: device px per px of the page. */
  place(viewport: Viewport, ratio: number): void;
  dispose(): void;
}

/** Starts with a layer that was not placed yet. */
export function createLayerMover(style: LayerStyle): LayerMover {
  let placed: Viewport | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = (): void => {
    clearTimeout(timer);
    timer = undefined;
    style.willChange = '';
  };
  return {
    place(viewport, ratio) {
      if (viewport === placed) return;
      const isPan = placed?.zoom === viewport.zoom;
      placed = viewport;
      // A picture between two device px would be blurred.
      const snap = (at: number): number => (isPan ? Math.round(at * ratio) / ratio : at);
      style.transform = `translate(${snap(viewport.x)}px, ${snap(viewport.y)}px) scale(${viewport.zoom})`;
      if (!isPan) {
        rest();
        return;
      }
      clearTimeout(timer);
      style.willChange = 'transform';
      timer = setTimeout(rest, REST_MS);
    },
    dispose: rest,
  };
}

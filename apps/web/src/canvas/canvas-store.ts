/** What the canvas alone needs to know while the pointer or the keyboard is at work; gone with the canvas. */
import type { Box, CanvasPoint, ElementId } from '@strideboard/model';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Something drawn over the diagram while a gesture goes on. Canvas px. */
export type Preview =
  | { readonly kind: 'marquee'; readonly box: Box }
  | { readonly kind: 'boundary'; readonly box: Box }
  | { readonly kind: 'ghost'; readonly at: CanvasPoint }
  | {
      readonly kind: 'connect';
      readonly source: ElementId;
      readonly at: CanvasPoint;
      /** The element that would receive the flow. */
      readonly target: ElementId | null;
      /** The flow comes from the pointer instead of going to it. */
      readonly backwards?: boolean;
    };

/** What the pointer looks like. */
type CursorShape = 'default' | 'grab' | 'grabbing' | 'move' | 'crosshair' | 'copy';

/** State of the canvas. */
export interface CanvasState {
  /** Part of the canvas whose items are mounted, canvas px; `null` before the first layout. */
  readonly region: Box | null;
  /** What is under the pointer. */
  readonly hover: string | null;
  /** The element that shows its arrows: the one under the pointer, kept while the pointer is on its way to them. */
  readonly host: ElementId | null;
  /** Where the keyboard is. */
  readonly focus: string | null;
  readonly preview: Preview | null;
  readonly cursor: CursorShape;
  /** Whether a pointer gesture goes on. */
  readonly busy: boolean;
}

/** The store of one canvas. */
export type CanvasStore = StoreApi<CanvasState>;

/** Creates the state of a canvas that nobody touched yet. */
export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>()(() => ({
    region: null,
    hover: null,
    host: null,
    focus: null,
    preview: null,
    cursor: 'default',
    busy: false,
  }));
}

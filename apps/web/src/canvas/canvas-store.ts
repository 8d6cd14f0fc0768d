/** What the canvas alone needs to know while the pointer or the keyboard is at work; gone with the canvas. */
import type { Box, CanvasPoint, ElementId, FlowId } from '@strideboard/model';
import type { Scene, SceneElement, SceneFlow } from '@strideboard/render';
import type { ReactNode } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PeerMark } from './diagram/peer-marks.ts';
import type { Region } from './diagram/visible.ts';
import type { GuideFit, GuideLine } from './view/guides.ts';

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
      /** What the keyboard does next with it. */
      readonly hint?: string;
    };

/** How the focus came onto a flow: from which element, and which way. */
export interface FollowStep {
  readonly from: ElementId;
  readonly outwards: boolean;
  readonly flow: FlowId;
  readonly to: ElementId;
}

/** A drag that makes copies. Offsets in canvas px. */
export interface CopyPlan {
  show(by: CanvasPoint): void;
  commit(by: CanvasPoint, parent: ElementId | null): void;
  cancel(): void;
}

/** What helps while dragging; fetched after the first picture. */
export interface DragAids {
  /** How far to shift what is dragged by `by` so that it lines up with others. */
  guide(ids: readonly ElementId[], by: CanvasPoint): GuideFit;
  /** Copies of these instead of a move; `null` when there is nothing to copy. */
  copies(ids: readonly ElementId[]): CopyPlan | null;
}

/** Who is busy with what. */
export interface Busy {
  /** What anybody drags, ids separated by spaces. */
  readonly dragged: string;
  readonly edited: string | null;
  readonly focus: string | null;
  readonly lit: string | null;
  readonly hover: string | null;
  readonly selection: readonly string[];
  readonly marks: ReadonlyMap<string, PeerMark>;
}

/** What the page shows, and what that means for the canvas. */
export interface Mounted {
  readonly elements: readonly SceneElement[];
  readonly flows: readonly SceneFlow[];
  /** What the canvas leaves out. */
  readonly left: ReadonlySet<string>;
  /** What is selected, by me and by others, and not mounted. */
  readonly selected: ReadonlySet<string>;
  readonly marks: ReadonlyMap<string, PeerMark>;
}

/** What draws a diagram that is too crowded for the page. */
interface CrowdDrawing {
  /** What the page shows all the same. */
  mount(scene: Scene, busy: Busy): Mounted;
  /** The drawing of everything, to be put below. */
  draw(scene: Scene, mounted: Mounted): ReactNode;
}

/** What the pointer looks like. */
type CursorShape = 'default' | 'grab' | 'grabbing' | 'move' | 'crosshair' | 'copy';

/** State of the canvas. */
export interface CanvasState {
  /** Part of the canvas that is shown; `null` before the first layout. */
  readonly region: Region | null;
  /** What draws a crowded diagram; fetched after the first picture, `null` until then. */
  readonly crowd: CrowdDrawing | null;
  /** What is under the pointer. */
  readonly hover: string | null;
  /** The element that shows its arrows: the one under the pointer, kept while the pointer is on its way to them. */
  readonly host: ElementId | null;
  /** Where the keyboard is. */
  readonly focus: string | null;
  /** The flow the keyboard followed last. */
  readonly followed: FollowStep | null;
  readonly preview: Preview | null;
  /** Lines shown while something lines up. */
  readonly guides: readonly GuideLine[];
  readonly aids: DragAids | null;
  readonly cursor: CursorShape;
  /** Whether a pointer gesture goes on. */
  readonly busy: boolean;
  /** Whether a handle was clicked and follows the pointer until the next click. */
  readonly carried: boolean;
}

/** No guide; one list, so that nothing is drawn again for it. */
export const NO_GUIDES: readonly GuideLine[] = [];

/** The store of one canvas. */
export type CanvasStore = StoreApi<CanvasState>;

/** Creates the state of a canvas that nobody touched yet. */
export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>()(() => ({
    region: null,
    crowd: null,
    hover: null,
    host: null,
    focus: null,
    followed: null,
    preview: null,
    guides: NO_GUIDES,
    aids: null,
    cursor: 'default',
    busy: false,
    carried: false,
  }));
}

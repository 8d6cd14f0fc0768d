/**
 * The drawing of the open board: the scene of the model plus what is on the move right now. Derived once per change, whoever asks: canvas,
 * minimap, export. A drag, mine or another person's, is an offset laid over the model, so that flows follow and nothing is written.
 */
import type { BoardDocument } from '@strideboard/document';
import type { DiagramId, Element, ElementId, Model } from '@strideboard/model';
import type { PackIndex } from '@strideboard/packs';
import { createScene, createSpatialGrid, type Scene, type SpatialGrid, updateScene } from '@strideboard/render';
import type { SessionStore } from '../session/session-store.ts';
import { elementsOn, shownDiagram } from './current-diagram.ts';
import {
  createFrozenOverlay,
  offsetsOf,
  type Offset,
  type Pending,
  withOffsets,
  withPending,
} from './scene-overlay.ts';
import type { Peers } from './peers.ts';

/** A scene that can be watched. */
export interface SceneStore {
  /** The scene as of now; the same object until something visible changed. */
  readonly scene: () => Scene;
  /** Where everything is in the present scene, or in the one given, which is then the present one for the grid. */
  readonly grid: (of?: Scene) => SpatialGrid;
  /** Shows what a gesture would do until told otherwise; nothing is written. */
  readonly showPending: (pending: Pending | null) => void;
  /** Draws with other content from now on. */
  readonly setPack: (pack: PackIndex) => void;
  /** Calls the listener when the scene may have changed. Returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins to follow its sources; before, and after the end it returns, the scene stays as it is. */
  readonly start: () => () => void;
}

/** What a scene is derived from. */
export interface SceneSources {
  readonly document: BoardDocument;
  readonly session: SessionStore;
  readonly peers: Peers;
  readonly pack: PackIndex;
}

/** The drawing of a document with what session and peers have in the hand. */
export function createSceneStore({ document, session, peers, pack: firstPack }: SceneSources): SceneStore {
  const listeners = new Set<() => void>();
  let pack = firstPack;
  const withFrozen = createFrozenOverlay();
  let pending: Pending | null = null;
  let offsets: ReadonlyMap<ElementId, Offset> = new Map();
  /** Where each element of another person's drag was stored when the drag was first seen. */
  let starts: ReadonlyMap<string, Element> = new Map();
  let drawn: {
    readonly model: Model;
    readonly diagram: DiagramId | null;
    readonly peeked: readonly ElementId[];
    readonly scene: Scene;
  } | null = null;
  let filed: { scene: Scene; readonly grid: SpatialGrid } | null = null;
  let isStale = true;

  const changed = (): void => {
    isStale = true;
    for (const listener of [...listeners]) listener();
  };
  const followDrags = (): void => {
    const { drag, diagram } = session.getState();
    const elements = elementsOn(document.model(), diagram);
    const next = offsetsOf({ own: drag, peers: peers.list(), elements, starts });
    starts = next.starts;
    if (sameOffsets(offsets, next.offsets)) return;
    offsets = next.offsets;
    changed();
  };
  const start = (): (() => void) => {
    const stops = [
      document.subscribe(() => {
        followDrags();
        changed();
      }),
      session.subscribe((now, before) => {
        if (now.drag !== before.drag || now.diagram !== before.diagram) followDrags();
        if (now.diagram !== before.diagram || now.peeked !== before.peeked) changed();
      }),
      peers.subscribe(followDrags),
    ];
    followDrags();
    changed();
    return () => {
      for (const stop of stops) stop();
    };
  };

  const scene = (): Scene => {
    if (drawn !== null && !isStale) return drawn.scene;
    isStale = false;
    const moved = withOffsets(withFrozen(document.model(), document.workshop().locks), offsets);
    const model = pending === null ? moved : withPending(moved, pending);
    const { diagram: wanted, peeked } = session.getState();
    const diagram = shownDiagram(model.diagrams, wanted);
    const isSameView = drawn?.diagram === diagram && drawn.peeked === peeked;
    if (drawn?.model === model && isSameView) return drawn.scene;
    const next =
      drawn !== null && isSameView
        ? updateScene(drawn.scene, model)
        : createScene(model, pack, { diagram, opened: new Set(peeked) });
    drawn = { model, diagram, peeked, scene: next };
    return next;
  };

  const grid = (now = scene()): SpatialGrid => {
    if (filed === null) filed = { scene: now, grid: createSpatialGrid(now) };
    else if (filed.scene !== now) {
      filed.grid.update(now);
      filed.scene = now;
    }
    return filed.grid;
  };

  return {
    scene,
    grid,
    showPending(next) {
      pending = next;
      changed();
    },
    setPack(next) {
      if (next === pack) return;
      pack = next;
      drawn = null;
      changed();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
  };
}

function sameOffsets(a: ReadonlyMap<ElementId, Offset>, b: ReadonlyMap<ElementId, Offset>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, { dx, dy }] of a) {
    const other = b.get(id);
    if (other?.dx !== dx || other.dy !== dy) return false;
  }
  return true;
}

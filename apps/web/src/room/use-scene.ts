/** Reading the drawing from components. */
import type { Scene } from '@strideboard/render';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { SceneStore } from './scene-store.ts';

/** Provides the drawing of the open board. */
export const SceneContext = createContext<SceneStore | null>(null);

/** The store itself, for event handlers. Throws outside a board. */
export function useSceneStore(): SceneStore {
  const store = useContext(SceneContext);
  if (store === null) throw new Error('useSceneStore: no drawing is open here');
  return store;
}

/** The drawing; renders again whenever it changes. */
export function useScene(): Scene {
  const store = useSceneStore();
  return useSyncExternalStore(store.subscribe, store.scene);
}

/** A value derived from the drawing; `select` must return the same value while nothing it depends on changed. */
export function useSceneSlice<T>(select: (scene: Scene) => T): T {
  const store = useSceneStore();
  return useSyncExternalStore(store.subscribe, () => select(store.scene()));
}

/** What gestures, keys and overlays of the canvas work with: the open board, its drawing and the states of session and canvas. */
import type { CommandResult } from '@strideboard/document';
import type { InterfaceWords as Words } from '@strideboard/words';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Room } from '../room/room.ts';
import type { SceneStore } from '../room/scene-store.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { CanvasState, CanvasStore } from './canvas-store.ts';

/** The workbench of one canvas. */
export interface Bench {
  readonly room: Room;
  readonly session: SessionStore;
  readonly scenes: SceneStore;
  readonly canvas: CanvasStore;
  readonly words: Words;
  /** Tells the person why a command was refused; whether it was done. */
  readonly report: (result: CommandResult) => boolean;
}

/** Provides the workbench. */
export const BenchContext = createContext<Bench | null>(null);

/** The workbench. Throws outside a canvas. */
export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (bench === null) throw new Error('useBench: not inside a canvas');
  return bench;
}

/** A slice of the canvas state; the component renders again only when the slice changes. */
export function useCanvas<T>(slice: (state: CanvasState) => T): T {
  return useStore(useBench().canvas, slice);
}

/** The items of the scene that are mounted right now. */
import type { Scene } from '@strideboard/render';
import { useEffect, useMemo } from 'react';
import { useBench, useCanvas } from '../bench.ts';
import { viewBox } from '../view/viewport.ts';
import { regionFor, type Visible, visibleIn } from './visible.ts';

/** Keeps the region in step with the view and picks what lies in it. Panning inside the region renders nothing. */
export function useVisible(scene: Scene): Visible {
  const { session, canvas, scenes } = useBench();
  useEffect(() => {
    const follow = (): void => {
      const { viewport, canvasSize } = session.getState();
      if (canvasSize.width === 0) return;
      const { region } = canvas.getState();
      const next = regionFor(region, viewBox(viewport, canvasSize));
      if (next !== region) canvas.setState({ region: next });
    };
    follow();
    return session.subscribe(follow);
  }, [session, canvas]);
  const region = useCanvas((state) => state.region);
  return useMemo(() => visibleIn(scenes.grid(scene), region), [scenes, scene, region]);
}
